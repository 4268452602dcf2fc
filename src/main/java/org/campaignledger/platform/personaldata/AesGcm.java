package org.campaignledger.platform.personaldata;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM by the platform's own provider (NIST SP 800-38D): a random IV of 96 bits before what is encrypted, a tag of
 * 128 bits behind it; the form that Tink writes, too. Tink itself keeps its source of randomness for each thread and looks
 * for another provider whenever a thread is new to it; every request and every row of an import has a thread of its own.
 */
final class AesGcm {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The text, encrypted and bound to its context. */
    byte[] encrypt(byte[] clear, byte[] context) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, iv, context);
            byte[] sealed = Arrays.copyOf(iv, IV_BYTES + cipher.getOutputSize(clear.length));
            cipher.doFinal(clear, 0, clear.length, sealed, IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The text again.
     *
     * @throws GeneralSecurityException another key, another context, or damaged
     */
    byte[] decrypt(byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw new GeneralSecurityException("too short to have been encrypted");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, IV_BYTES), context)
                .doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    }

    private Cipher cipher(int mode, byte[] iv, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(context);
        return cipher;
    }
}
