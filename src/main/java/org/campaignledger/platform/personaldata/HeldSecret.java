package org.campaignledger.platform.personaldata;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what is kept here for somebody with a secret that only they hold (AES-256-GCM under a key derived from it): whoever
 * has the database cannot read it.
 */
public final class HeldSecret {

    private final AesGcm cipher;
    private final byte[] purpose;

    /**
     * A secret.
     *
     * @param secret  at least 256 random bits, in any form
     * @param purpose what is sealed with it here; for another purpose it is another key
     */
    public HeldSecret(String secret, String purpose) {
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        this.cipher = new AesGcm(MasterKey.mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8),
                "HmacSHA256")).doFinal(this.purpose));
    }

    /** The text, sealed. */
    public byte[] seal(byte[] clear) {
        return cipher.encrypt(clear, purpose);
    }

    /** The text again; empty if it was sealed with another secret, or is damaged. */
    public Optional<byte[]> open(byte[] sealed) {
        try {
            return Optional.of(cipher.decrypt(sealed, purpose));
        } catch (GeneralSecurityException notByThisOne) {
            return Optional.empty();
        }
    }
}
