package org.campaignledger.account.write;

import org.bouncycastle.util.encoders.DecoderException;

/** Bytes as letters and digits (RFC 4648, section 6), without padding: what apps take where no QR code can be read. */
final class Base32 {

    private static final int BLOCK = 8;

    private Base32() {}

    static String encode(byte[] bytes) {
        return org.bouncycastle.util.encoders.Base32.toBase32String(bytes).replace("=", "");
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException other characters
     */
    static byte[] decode(String text) {
        try {
            return org.bouncycastle.util.encoders.Base32.decode(text + "=".repeat((BLOCK - text.length() % BLOCK)
                    % BLOCK));
        } catch (DecoderException other) {
            throw new IllegalArgumentException("not base 32", other);
        }
    }
}
