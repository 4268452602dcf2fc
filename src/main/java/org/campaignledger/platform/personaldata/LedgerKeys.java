package org.campaignledger.platform.personaldata;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The two secrets of a ledger. The master key wraps the keys of persons and can be replaced; the natural-key key never
 * rotates, since the HMACs made with it stand in the ledger for good. Whoever holds the second can test a guessed
 * identity or phone number against the ledger, and can read nothing with it.
 */
public final class LedgerKeys {

    /** Length of both keys. */
    public static final int KEY_BYTES = 32;

    private final AesGcmJce master;
    private final SecretKeySpec naturalKey;
    private final SecretKeySpec bodyKey;
    private final byte[] masterFingerprint;
    private final byte[] naturalFingerprint;

    /**
     * Keys of {@link #KEY_BYTES} random bytes each.
     *
     * @throws IllegalArgumentException a key is of another length
     */
    public LedgerKeys(byte[] masterKey, byte[] naturalKey) {
        if (masterKey.length != KEY_BYTES || naturalKey.length != KEY_BYTES) {
            throw new IllegalArgumentException("the ledger's keys are of " + KEY_BYTES + " bytes");
        }
        try {
            this.master = new AesGcmJce(masterKey);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
        this.naturalKey = new SecretKeySpec(naturalKey, "HmacSHA256");
        // Bodies of commands are compared under a key of their own, derived from the one that never rotates.
        this.bodyKey = new SecretKeySpec(hmac(this.naturalKey, "command body"), "HmacSHA256");
        this.masterFingerprint = hmac(new SecretKeySpec(masterKey, "HmacSHA256"), "fingerprint");
        this.naturalFingerprint = hmac(this.naturalKey, "fingerprint");
    }

    /** The HMAC under which a natural key of a person stands in the ledger, lower-case hex. */
    public String naturalKeyOf(String kind, String normalForm) {
        return HexFormat.of().formatHex(hmac(naturalKey, kind + "\n" + normalForm));
    }

    /** The keyed hash by which the bodies of commands are compared, lower-case hex. */
    public String bodyHash(byte[] canonicalBody) {
        return HexFormat.of().formatHex(hmac(bodyKey, canonicalBody));
    }

    byte[] wrap(String subject, byte[] personKey) {
        try {
            return master.encrypt(personKey, subject.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    byte[] unwrap(String subject, byte[] wrapped) throws GeneralSecurityException {
        return master.decrypt(wrapped, subject.getBytes(StandardCharsets.UTF_8));
    }

    byte[] masterFingerprint() {
        return masterFingerprint.clone();
    }

    byte[] naturalFingerprint() {
        return naturalFingerprint.clone();
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKeySpec key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
