package org.campaignledger.platform.processing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The thread on which Axon's coordinators look after their projections. After each failure a coordinator doubles its pause,
 * up to a minute, and nothing of its builder bounds that: after an outage projections would stand still for up to a minute
 * more while everything else goes on. So no pause is longer here than it may be.
 */
final class CoordinatorThread extends ScheduledThreadPoolExecutor {

    private final long longestMillis;

    /**
     * A thread.
     *
     * @param longest the longest pause
     */
    CoordinatorThread(Duration longest) {
        super(1, Thread.ofPlatform().daemon().name("processor-coordinator-", 0).factory());
        this.longestMillis = longest.toMillis();
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, bounded(delay, unit), TimeUnit.MILLISECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return super.schedule(callable, bounded(delay, unit), TimeUnit.MILLISECONDS);
    }

    private long bounded(long delay, TimeUnit unit) {
        return Math.min(unit.toMillis(delay), longestMillis);
    }
}
