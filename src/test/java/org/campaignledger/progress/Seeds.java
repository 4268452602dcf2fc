package org.campaignledger.progress;

import java.util.stream.LongStream;

/** Seeds of simulations: some that are always the same and one that is new, all printed. */
public final class Seeds {

    private Seeds() {}

    /** So many seeds; with {@code -Dseed=N} that one alone, to see a failure again. */
    public static LongStream some(int count) {
        Long asked = Long.getLong("seed");
        LongStream seeds = asked == null
                ? LongStream.concat(LongStream.range(1, count), LongStream.of(System.nanoTime()))
                : LongStream.of(asked);
        return seeds.peek(seed -> System.out.println("seed " + seed));
    }
}
