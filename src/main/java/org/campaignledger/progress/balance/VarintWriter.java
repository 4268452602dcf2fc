package org.campaignledger.progress.balance;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes whole numbers in as few bytes as they need, seven bits in each. A buffer of its own, because that of the JDK
 * takes a lock for every byte.
 */
final class VarintWriter {

    private static final int LONGEST = 10;

    private byte[] buffer = new byte[1 << 10];
    private int size;

    /** A number from 0 up. */
    void unsigned(long value) {
        ensure(LONGEST);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** Any number; those near 0 are short, whatever their sign. */
    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(utf8.length);
        append(utf8, utf8.length);
    }

    /** Everything that another writer has written. */
    void all(VarintWriter other) {
        append(other.buffer, other.size);
    }

    private void append(byte[] bytes, int length) {
        ensure(length);
        System.arraycopy(bytes, 0, buffer, size, length);
        size += length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }
}
