package org.campaignledger.platform.web.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Failures by key, each forgotten after a while. Beyond a number that is free, whoever fails waits: a second, two, four,
 * and so on to the longest wait. At most {@value #MOST} keys are kept, those that failed last. Not thread-safe.
 */
final class FailureCounts<K> {

    static final int MOST = 50_000;

    private static final int LARGEST_STEP = 30;

    private final int free;
    private final Duration forgottenAfter;
    private final Duration longest;
    private final Map<K, Level> levels = new LinkedHashMap<>(16, 0.75f, true);

    /** How many failures are remembered, parts of the next one to be forgotten included, and as of when. */
    private record Level(double failures, long atMillis) {}

    /**
     * Counts of one sort.
     *
     * @param free           failures without a wait
     * @param forgottenAfter the time in which one failure is forgotten
     * @param longest        the longest wait
     */
    FailureCounts(int free, Duration forgottenAfter, Duration longest) {
        this.free = free;
        this.forgottenAfter = forgottenAfter;
        this.longest = longest;
    }

    /** How long this key has still to wait; zero or less if it may try. In milliseconds. */
    long waitMillis(K key, long nowMillis) {
        Level level = levels.get(key);
        if (level == null) {
            return 0;
        }
        double left = left(level, nowMillis);
        int over = (int) Math.min(LARGEST_STEP, Math.ceil(left) - free);
        return over < 0
                ? 0
                : level.atMillis() + Math.min(longest.toMillis(), 1000L << over) - nowMillis;
    }

    /** One more failure, or one that is about to become one. */
    void count(K key, long nowMillis) {
        Level level = levels.get(key);
        levels.put(key, new Level((level == null ? 0 : left(level, nowMillis)) + 1, nowMillis));
        if (levels.size() > MOST) {
            levels.remove(levels.keySet().iterator().next());
        }
    }

    /** Takes back one that was counted and became none. */
    void takeBack(K key) {
        levels.computeIfPresent(key, (same, level) -> lessOne(level));
    }

    private static @Nullable Level lessOne(Level level) {
        return level.failures() <= 1 ? null : new Level(level.failures() - 1, level.atMillis());
    }

    /** Forgets the key's failures at once. */
    void forget(K key) {
        levels.remove(key);
    }

    int size() {
        return levels.size();
    }

    private double left(Level level, long nowMillis) {
        double gone = (nowMillis - level.atMillis()) / (double) forgottenAfter.toMillis();
        return Math.max(0, level.failures() - Math.max(0, gone));
    }
}
