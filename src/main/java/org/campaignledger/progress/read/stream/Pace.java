package org.campaignledger.progress.read.stream;

import java.time.Duration;

/**
 * How soon the next frame may follow: ten a second at most, fewer the longer it takes to hand one to all who look on,
 * so that under load there are fewer frames and not ever later ones. Not thread-safe.
 */
final class Pace {

    /** At most ten a second (API, "stream"). */
    static final Duration SHORTEST = Duration.ofMillis(100);
    /** However long it takes, so often everyone who keeps up sees a change. */
    static final Duration LONGEST = Duration.ofSeconds(1);

    /** At most a third of the time goes into handing over. */
    private static final int SHARE = 3;

    private long publishedNanos;
    private boolean published;

    /** A frame is handed over from now on. */
    void published(long nowNanos) {
        publishedNanos = nowNanos;
        published = true;
    }

    /**
     * Nanoseconds until the next frame may be made, 0 or less for now.
     *
     * @param tookNanos how long handing over the last one took; negative while it goes on
     */
    long dueInNanos(long nowNanos, long tookNanos) {
        if (!published) {
            return 0;
        }
        long interval = tookNanos < 0
                ? LONGEST.toNanos()
                : Math.clamp(tookNanos * SHARE, SHORTEST.toNanos(), LONGEST.toNanos());
        return publishedNanos + interval - nowNanos;
    }
}
