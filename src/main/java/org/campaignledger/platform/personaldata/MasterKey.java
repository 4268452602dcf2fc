package org.campaignledger.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that wraps other keys, each bound to the name of what it is for. */
final class MasterKey {

    private static final String HMAC = "HmacSHA256";

    private final AesGcm wrapping;
    private final SecretKeySpec key;
    private final byte[] fingerprint;

    /**
     * A key of {@link LedgerKeys#KEY_BYTES} random bytes.
     *
     * @throws IllegalArgumentException it is of another length
     */
    MasterKey(byte[] key) {
        LedgerKeys.mustBeOfTheRightLength(key);
        this.wrapping = new AesGcm(key);
        this.key = new SecretKeySpec(key, HMAC);
        this.fingerprint = mac(this.key).doFinal("fingerprint".getBytes(StandardCharsets.UTF_8));
    }

    byte[] wrap(String name, byte[] wrapped) {
        return wrapping.encrypt(wrapped, name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The key inside.
     *
     * @throws GeneralSecurityException it was wrapped by another key, for another name, or is damaged
     */
    byte[] unwrap(String name, byte[] wrapped) throws GeneralSecurityException {
        return wrapping.decrypt(wrapped, name.getBytes(StandardCharsets.UTF_8));
    }

    /** By which it is told apart from others; tells nothing of the key. */
    byte[] fingerprint() {
        return fingerprint.clone();
    }

    boolean hasFingerprint(byte[] other) {
        return MessageDigest.isEqual(fingerprint, other);
    }

    /** A seal of its own over something else, made with a key derived for that purpose. */
    Mac sealFor(String purpose) {
        return mac(new SecretKeySpec(mac(key).doFinal(purpose.getBytes(StandardCharsets.UTF_8)), HMAC));
    }

    static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
