package org.campaignledger.progress.balance;

import java.nio.charset.StandardCharsets;

/** Reads what {@link VarintWriter} wrote. Bytes that end too early are an {@link IndexOutOfBoundsException}. */
final class VarintReader {

    private final byte[] bytes;
    private int at;

    VarintReader(byte[] bytes) {
        this.bytes = bytes;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    String text() {
        int length = Math.toIntExact(unsigned());
        String value = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    void mustBeAtEnd() {
        if (at != bytes.length) {
            throw new IllegalArgumentException("bytes are left over");
        }
    }
}
