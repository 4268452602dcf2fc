package org.campaignledger.subscription.model;

import java.time.Duration;

/**
 * How long to wait after an attempt that failed: four times as long each time, up to a longest pause, and up to a fifth
 * more or less of it, so that many that failed together do not come back together.
 *
 * @param first   after the first attempt
 * @param longest at most, before the fifth
 */
public record Backoff(Duration first, Duration longest) {

    private static final int FACTOR = 4;
    private static final double SWAY = 0.2;

    /**
     * The pause.
     *
     * @param attempts failed so far, from 1
     * @param dice     from 0 up to, but not including, 1
     */
    public Duration after(int attempts, double dice) {
        Duration pause = first;
        for (int i = 1; i < attempts && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        Duration bounded = pause.compareTo(longest) > 0 ? longest : pause;
        return Duration.ofMillis(Math.round(bounded.toMillis() * (1 + SWAY * (2 * dice - 1))));
    }
}
