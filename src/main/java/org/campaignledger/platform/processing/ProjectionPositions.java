package org.campaignledger.platform.processing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.LedgerTail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the projections have come, on whichever instance, and waiting until one has come far enough. */
@Component
public class ProjectionPositions {

    private static final Duration POLL = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final LedgerStore store;
    private final Runnable hurry;
    private final Map<String, Long> here = new ConcurrentHashMap<>();
    private final Map<String, Behind> behind = new ConcurrentHashMap<>();
    private final HeadTimes heads = new HeadTimes();
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();

    private record Behind(long position, long sinceNanos) {}

    /** Positions in this database. */
    @Autowired
    public ProjectionPositions(JdbcClient jdbc, LedgerStore store, LedgerTail tail) {
        this(jdbc, store, tail::hurry, System::nanoTime);
    }

    ProjectionPositions(JdbcClient jdbc, LedgerStore store, Runnable hurry, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.hurry = hurry;
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Called when this instance has committed a batch. */
    void reached(String name, long position) {
        here.merge(name, position, Math::max);
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The position up to which the projection stands, as committed. */
    public long positionOf(String name) {
        return jdbc.sql("select position from projection where name = ?").param(name).query(Long.class).optional()
                .orElse(0L);
    }

    /**
     * Waits until the projection stands at a position or beyond.
     *
     * @return whether it does; false after the time is up
     */
    public boolean await(String name, long position, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            // Another instance may be the one that works on it; and what this one has reached the database may have lost.
            long committed = positionOf(name);
            here.put(name, committed);
            long left = deadline - System.nanoTime();
            if (committed >= position || left <= 0) {
                return committed >= position;
            }
            hurry.run();
            pause(Math.min(left, POLL.toNanos()), name, position);
        }
    }

    private void pause(long nanos, String name, long position) {
        lock.lock();
        try {
            if (here.getOrDefault(name, 0L) < position) {
                long left = moved.awaitNanos(nanos);
                assert left <= nanos;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Ledger events that the projection has not taken in. */
    public long lagEvents(String name) {
        return Math.max(0, store.head() - positionOf(name));
    }

    /**
     * For how many seconds what the projection has not taken in has been waiting, as seen by this instance: since the ledger
     * first passed the position at which it stands, however much it has moved meanwhile; 0 if it is not behind.
     */
    public double lagSeconds(String name) {
        long position = positionOf(name);
        long head = store.head();
        long now = nanoTime.getAsLong();
        heads.seen(head, now);
        return head <= position ? 0 : (now - heads.passed(position, now)) / 1e9;
    }

    /** For how many seconds the projection has been behind without moving, as seen by this instance; 0 if it is not. */
    public double standsStillSeconds(String name) {
        long position = positionOf(name);
        if (store.head() <= position) {
            behind.remove(name);
            return 0;
        }
        long now = nanoTime.getAsLong();
        Behind noted = behind.compute(name, (key, before) -> before == null || before.position() != position
                ? new Behind(position, now)
                : before);
        return Math.max(0, now - noted.sinceNanos()) / 1e9;
    }
}
