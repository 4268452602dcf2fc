package org.campaignledger.platform.works.media.mp4;

import java.util.Arrays;
import org.campaignledger.platform.works.media.MediaRefusals;

/** Stretches of a file, gathered in any order; those that follow one another at once are joined as they come. */
final class Ranges {

    /** 16 MiB of memory at most. */
    private static final int MOST = 1 << 20;

    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private int count;
    private boolean joined;

    /** Is told of stretches. */
    @FunctionalInterface
    interface Stretch {

        void is(long from, long to);
    }

    void add(long from, long to) {
        if (to <= from) {
            return;
        }
        joined = false;
        if (count > 0 && ends[count - 1] == from) {
            ends[count - 1] = to;
            return;
        }
        if (count == MOST) {
            throw MediaRefusals.tooComplex();
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = from;
        ends[count] = to;
        count++;
    }

    /** Tells of everything between the two places that was not added, in order. */
    void gaps(long from, long to, Stretch gap) {
        join();
        long at = from;
        for (int i = firstEndingAfter(from); i < count && starts[i] < to; i++) {
            if (starts[i] > at) {
                gap.is(at, starts[i]);
            }
            at = ends[i];
        }
        if (at < to) {
            gap.is(at, to);
        }
    }

    /** Whether anything between the two places was added. */
    boolean meet(long from, long to) {
        join();
        int next = firstEndingAfter(from);
        return next < count && starts[next] < to;
    }

    private int firstEndingAfter(long place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Puts them in order and joins what touches, once; without an object for each stretch. */
    private void join() {
        if (joined) {
            return;
        }
        joined = true;
        long[] begins = Arrays.copyOf(starts, count);
        long[] finishes = Arrays.copyOf(ends, count);
        Arrays.sort(begins);
        Arrays.sort(finishes);
        // A joined stretch ends where as many have finished as have begun, and the next begins further on.
        int kept = 0;
        int first = 0;
        for (int i = 0; i < count; i++) {
            if (i == count - 1 || begins[i + 1] > finishes[i]) {
                starts[kept] = begins[first];
                ends[kept] = finishes[i];
                kept++;
                first = i + 1;
            }
        }
        count = kept;
    }
}
