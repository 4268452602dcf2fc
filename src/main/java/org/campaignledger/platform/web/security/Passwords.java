package org.campaignledger.platform.web.security;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (OWASP: 19 MiB, two passes, one lane), a few at a time: a burst of guesses waits in
 * its own queue and leaves processors and memory to everyone else.
 */
@Component
public class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final long PATIENCE_SECONDS = 5;

    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore places;
    private final PasswordHash nobodys;

    /** Hashing on half of the processors. */
    public Passwords() {
        this(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    Passwords(int places) {
        this.places = new Semaphore(places, true);
        this.nobodys = hash(random(20));
    }

    /** A random password of so many letters, digits, hyphens and underscores. */
    public static String random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).substring(0, length);
    }

    /**
     * The hash to be kept.
     *
     * @throws Refused 503 {@code busy} if too many passwords are being hashed
     */
    public PasswordHash hash(String password) {
        return inTurn(() -> new PasswordHash(encode(password)));
    }

    /**
     * Whether the password is that of the hash. Without a hash it takes as long to answer no: nobody learns from the
     * time which accounts exist.
     *
     * @param known asked when it is this caller's turn: true if the same was verified while it waited
     * @throws Refused 503 {@code busy} if too many passwords are being hashed
     */
    boolean matches(String password, @Nullable PasswordHash hash, BooleanSupplier known) {
        return inTurn(() -> known.getAsBoolean() || matches(password, hash));
    }

    private boolean matches(String password, @Nullable PasswordHash hash) {
        boolean matches = argon2.matches(normal(password), (hash == null ? nobodys : hash).encoded());
        return matches && hash != null;
    }

    private String encode(String password) {
        return Objects.requireNonNull(argon2.encode(normal(password)));
    }

    /** The same characters typed on another keyboard are the same password (NIST SP 800-63B). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
