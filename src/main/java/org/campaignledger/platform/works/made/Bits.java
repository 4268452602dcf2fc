package org.campaignledger.platform.works.made;

import java.io.ByteArrayOutputStream;

/** Writes bits, the highest first, and the numbers of H.264 (ITU-T H.264, 9.1). */
final class Bits {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int filled;

    Bits bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            current = current << 1 | value >>> i & 1;
            if (++filled == 8) {
                out.write(current);
                current = 0;
                filled = 0;
            }
        }
        return this;
    }

    /** A number from 0 up. */
    Bits ue(int value) {
        int width = 32 - Integer.numberOfLeadingZeros(value + 1);
        return bits(0, width - 1).bits(value + 1, width);
    }

    Bits align() {
        while (filled != 0) {
            bits(0, 1);
        }
        return this;
    }

    /** A one, then zeros to the end of the byte. */
    Bits end() {
        return bits(1, 1).align();
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
