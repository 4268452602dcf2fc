package org.campaignledger.progress.balance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes whole numbers in as few bytes as they need, seven bits in each. */
final class VarintWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);

    /** A number from 0 up. */
    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** Any number; those near 0 are short, whatever their sign. */
    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        out.writeBytes(utf8);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
