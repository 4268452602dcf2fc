package org.campaignledger.progress.read.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long MILLIS = Duration.ofMillis(1).toNanos();

    private final Pace pace = new Pace();

    private long dueInMillis(long nowMillis, long tookMillis) {
        return pace.dueInNanos(nowMillis * MILLIS, tookMillis * MILLIS) / MILLIS;
    }

    @Test
    void theFirstFrameIsDueAtOnce() {
        assertThat(dueInMillis(0, 0)).isZero();
    }

    @Test
    void tenFramesASecondAtMost() {
        pace.published(5_000 * MILLIS);
        assertThat(dueInMillis(5_000, 0)).isEqualTo(100);
        assertThat(dueInMillis(5_060, 30)).isEqualTo(40);
        assertThat(dueInMillis(5_100, 33)).isZero();
    }

    @Test
    void fewerTheLongerHandingOverTakes() {
        pace.published(0);
        assertThat(dueInMillis(0, 100)).isEqualTo(300);
        assertThat(dueInMillis(0, 200)).isEqualTo(600);
    }

    @Test
    void butOneASecondHoweverLongItTakesAndEvenIfItNeverEnds() {
        pace.published(0);
        assertThat(dueInMillis(0, 5_000)).isEqualTo(1_000);
        assertThat(dueInMillis(0, -1)).isEqualTo(1_000);
    }

    @Test
    void theClockMayStandAnywhere() {
        pace.published(Long.MAX_VALUE - 10 * MILLIS);
        long later = Long.MAX_VALUE - 10 * MILLIS + 100 * MILLIS; // has gone round to negative numbers
        assertThat(pace.dueInNanos(later, 0)).isZero();
    }
}
