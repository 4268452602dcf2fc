package org.campaignledger.platform.web.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Pairs of user name and password that were verified lately, so that hashing does not bound throughput. Only a keyed
 * hash of the pair is kept, under a key that lives and dies with this process.
 */
final class RememberedPairs {

    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final int CAPACITY = 10_000;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final LongSupplier nanoTime;
    /** In the order of verification, which is the order of expiry as well. */
    private final Map<ByteBuffer, Verified> pairs = new LinkedHashMap<>();

    /** At which version of the account the pair was right, and when. */
    private record Verified(long version, long atNanos) {}

    RememberedPairs(LongSupplier nanoTime) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
        this.nanoTime = nanoTime;
    }

    /** What stands for a pair here. */
    ByteBuffer fingerprint(String username, String password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] name = username.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            mac.update(name);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the pair was verified lately, and the account has not changed since. */
    synchronized boolean holds(ByteBuffer pair, long version) {
        @Nullable
        Verified verified = pairs.get(pair);
        return verified != null && verified.version() == version && !expired(verified);
    }

    /** Keeps a pair that was right for this version of its account. */
    synchronized void remember(ByteBuffer pair, long version) {
        var oldest = pairs.values().iterator();
        while (oldest.hasNext() && (expired(oldest.next()) || pairs.size() >= CAPACITY)) {
            oldest.remove();
        }
        pairs.remove(pair); // so that it takes its new place at the end
        pairs.put(pair, new Verified(version, nanoTime.getAsLong()));
    }

    synchronized int size() {
        return pairs.size();
    }

    private boolean expired(Verified verified) {
        return nanoTime.getAsLong() - verified.atNanos() >= REMEMBERED.toNanos();
    }
}
