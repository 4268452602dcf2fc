package org.campaignledger.platform.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whoever failed again and again tries again soon. */
class CoordinatorThreadTest {

    @Test
    void a_pause_of_a_minute_is_over_when_the_longest_is_and_a_short_one_stays_short() throws Exception {
        try (CoordinatorThread thread = new CoordinatorThread(Duration.ofMillis(300))) {
            ScheduledFuture<String> long_ = thread.schedule(() -> "tried", 1, TimeUnit.MINUTES);
            assertThat(long_.getDelay(TimeUnit.MILLISECONDS)).isBetween(0L, 300L);
            assertThat(thread.schedule(() -> {}, 20, TimeUnit.MILLISECONDS).getDelay(TimeUnit.MILLISECONDS))
                    .isLessThanOrEqualTo(20);
            assertThat(long_.get(10, TimeUnit.SECONDS)).isEqualTo("tried");
        }
    }
}
