package org.campaignledger.seal.verify.event;

import java.util.Arrays;

/**
 * The last sequence of every aggregate, 20 bytes for each: an aggregate is known by 128 bits of the hash of its type
 * and id.
 */
public final class SequenceBook {

    private static final int FIRST = 1 << 12;

    private long[] keys = new long[2 * FIRST];
    private int[] lasts = empty(FIRST);
    private int count;

    /** A book in which no aggregate stands. */
    public SequenceBook() {}

    private static int[] empty(int length) {
        int[] lasts = new int[length];
        Arrays.fill(lasts, -1);
        return lasts;
    }

    /** Notes the next sequence of an aggregate; answers the one that was to come, which is another if it has a gap. */
    public long note(long high, long low, long sequence) {
        if (count > lasts.length / 2) {
            grow();
        }
        int slot = slot(high, low);
        long expected = lasts[slot] + 1L;
        if (expected == sequence) {
            if (expected == 0) {
                keys[2 * slot] = high;
                keys[2 * slot + 1] = low;
                count++;
            }
            lasts[slot] = Math.toIntExact(sequence);
        }
        return expected;
    }

    private int slot(long high, long low) {
        int mask = lasts.length - 1;
        int slot = (int) low & mask;
        while (lasts[slot] >= 0 && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLasts = lasts;
        keys = new long[2 * oldKeys.length];
        lasts = empty(2 * oldLasts.length);
        for (int i = 0; i < oldLasts.length; i++) {
            if (oldLasts[i] >= 0) {
                int slot = slot(oldKeys[2 * i], oldKeys[2 * i + 1]);
                keys[2 * slot] = oldKeys[2 * i];
                keys[2 * slot + 1] = oldKeys[2 * i + 1];
                lasts[slot] = oldLasts[i];
            }
        }
    }
}
