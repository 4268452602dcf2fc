package org.campaignledger.platform.ops;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that goes on beside everything else, on a thread of its own, for as long as the instance runs. What fails is tried
 * again, ever more slowly.
 */
public final class Repeating {

    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration TELL_AGAIN = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration interval;
    private final BooleanSupplier pass;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition stopped = lock.newCondition();
    private volatile boolean running;
    private String lastTrouble = "";
    private long toldAtNanos;
    private @Nullable Thread thread;

    /**
     * Work of this name.
     *
     * @param interval how long it rests when there is nothing more to do
     * @param pass     a piece of it; answers whether there is more to do at once
     */
    public Repeating(String name, Duration interval, BooleanSupplier pass) {
        this.name = name;
        this.interval = interval;
        this.pass = pass;
    }

    /** Begins. */
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Whether it has begun and was not stopped. */
    public boolean isRunning() {
        return running;
    }

    private void run() {
        Duration pause = interval;
        while (running) {
            try {
                pause = pass.getAsBoolean() ? Duration.ZERO : interval;
                lastTrouble = "";
            } catch (Exception trouble) {
                tell(trouble);
                pause = longer(pause);
            }
            rest(pause);
        }
    }

    /** Whole where it is new, then once in a while: work that stands still must not do so silently. */
    private void tell(Exception trouble) {
        boolean isNew = !trouble.toString().equals(lastTrouble);
        if (running && (isNew || System.nanoTime() - toldAtNanos > TELL_AGAIN.toNanos())) {
            LOG.warn("{} has failed and is tried again: {}", name, trouble.toString(), isNew ? trouble : null);
            lastTrouble = trouble.toString();
            toldAtNanos = System.nanoTime();
        }
    }

    private Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        if (twice.compareTo(interval) < 0) {
            return interval;
        }
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Rests for so long, or until it is stopped. Answers whether it goes on. */
    public boolean rest(Duration pause) {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (running && left > 0) {
                left = stopped.awaitNanos(left);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
        return running;
    }

    /** Lets the piece under way end, within some seconds. */
    public void stop() {
        running = false;
        lock.lock();
        try {
            stopped.signalAll();
        } finally {
            lock.unlock();
        }
        Thread working = thread;
        if (working != null && working != Thread.currentThread()) {
            try {
                working.join(STOP_PATIENCE);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
