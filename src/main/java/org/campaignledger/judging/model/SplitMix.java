package org.campaignledger.judging.model;

/**
 * SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): a generator of a few lines,
 * so that whoever repeats a draw in another language gets the same numbers from the same seed.
 */
final class SplitMix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix(long seed) {
        this.state = seed;
    }

    /** The next 64 bits. */
    long next() {
        state += GOLDEN;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The next number from 0 to below the bound: the 64 bits as a number without sign, modulo the bound. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }
}
