package org.campaignledger.platform.web.security;

import java.util.function.LongSupplier;

/** Keeps a flood out of the log: so many lines a minute are written, and how many were not with the next one that is. */
final class LinesAMinute {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final int most;
    private final LongSupplier nanoTime;
    private long beganNanos;
    private int written;
    private long left;

    /**
     * For lines of one kind.
     *
     * @param most     that are written in a minute
     * @param nanoTime a clock that only goes on
     */
    LinesAMinute(int most, LongSupplier nanoTime) {
        this.most = most;
        this.nanoTime = nanoTime;
        this.beganNanos = nanoTime.getAsLong();
    }

    /** How many lines were left out before this one; negative if this one is left out, too. */
    synchronized long take() {
        long now = nanoTime.getAsLong();
        if (now - beganNanos >= MINUTE_NANOS) {
            beganNanos = now;
            written = 0;
        }
        if (written >= most) {
            left++;
            return -1;
        }
        written++;
        long before = left;
        left = 0;
        return before;
    }
}
