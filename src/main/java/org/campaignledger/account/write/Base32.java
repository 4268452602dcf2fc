package org.campaignledger.account.write;

import java.io.ByteArrayOutputStream;

/** Bytes as letters and digits (RFC 4648, section 6), without padding: what apps take where no QR code can be read. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte each : bytes) {
            buffer = buffer << Byte.SIZE | each & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(LETTERS.charAt(buffer >> held & 0x1f));
            }
        }
        if (held > 0) {
            text.append(LETTERS.charAt(buffer << BITS - held & 0x1f));
        }
        return text.toString();
    }

    /**
     * The bytes again.
     *
     * @throws IllegalArgumentException another character is in it
     */
    static byte[] decode(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char each : text.toCharArray()) {
            int value = LETTERS.indexOf(each);
            if (value < 0) {
                throw new IllegalArgumentException("not base 32");
            }
            buffer = buffer << BITS | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(buffer >> held);
            }
        }
        return bytes.toByteArray();
    }
}
