package org.campaignledger.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** Whoever stops leaves the command bus in order, and is not kept by one that does not answer. */
class LeavesTheBusTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    private final AtomicInteger left = new AtomicInteger();

    private LeavesTheBus leaving(CompletableFuture<Void> done) {
        LeavesTheBus leaving = new LeavesTheBus(() -> {
            left.incrementAndGet();
            return done;
        }, SHORT);
        leaving.start();
        return leaving;
    }

    @Test
    void it_leaves_once_and_waits_for_the_commands_in_hand() throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        LeavesTheBus leaving = new LeavesTheBus(() -> {
            left.incrementAndGet();
            return done;
        }, Duration.ofSeconds(20));
        leaving.start();
        Thread stopping = Thread.ofPlatform().start(leaving::stop);
        stopping.join(200);
        assertThat(stopping.isAlive()).as("waits").isTrue();
        done.complete(null);
        stopping.join(10_000);
        assertThat(stopping.isAlive()).isFalse();
        assertThat(left).hasValue(1);
        assertThat(leaving.isRunning()).isFalse();
    }

    @Test
    void a_bus_that_fails_or_stays_silent_does_not_keep_it() {
        leaving(CompletableFuture.failedFuture(new IllegalStateException("gone"))).stop();
        leaving(new CompletableFuture<>()).stop();
        assertThat(left).hasValue(2);
    }

    /** What stops first has the greater phase. */
    @Test
    void behind_the_door_and_before_what_commands_need() {
        int phase = leaving(CompletableFuture.completedFuture(null)).getPhase();
        assertThat(phase).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE)
                .isGreaterThan(SmartLifecycle.DEFAULT_PHASE - 4_096);
    }
}
