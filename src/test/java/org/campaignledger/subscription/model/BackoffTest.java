package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6));

    @Test
    void eachPauseIsFourTimesTheOneBeforeUpToTheLongest() {
        assertThat(backoff.after(1, 0.5)).hasSeconds(10);
        assertThat(backoff.after(2, 0.5)).hasSeconds(40);
        assertThat(backoff.after(5, 0.5)).hasSeconds(2_560);
        assertThat(backoff.after(7, 0.5)).hasHours(6);
        assertThat(backoff.after(Integer.MAX_VALUE, 0.5)).hasHours(6);
    }

    @Test
    void itSwaysByAFifthAndNoMore() {
        assertThat(backoff.after(1, 0)).hasSeconds(8);
        assertThat(backoff.after(1, 0.999_999)).isLessThanOrEqualTo(Duration.ofSeconds(12));
        assertThat(backoff.after(1, 0.75)).hasSeconds(11);
    }
}
