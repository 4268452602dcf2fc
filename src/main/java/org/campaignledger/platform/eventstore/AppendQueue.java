package org.campaignledger.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits to be written by an instance, and the one thread that takes all of it that is there and has it written
 * together. No caller ever holds a connection, and whoever gives up while still waiting is never written.
 */
final class AppendQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppendQueue.class);

    private final Settings settings;
    private final WriterMetrics metrics;
    private final Consumer<List<Pending>> writeTogether;
    private final BlockingQueue<Pending> queue;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * How much is taken and how long is waited.
     *
     * @param queueCapacity   appends that may wait; more are refused with 503
     * @param maxBatch        appends written in one transaction at most
     * @param timeoutMillis   how long a caller waits for its outcome
     * @param resolveMillis   how long the outcome of a broken commit is looked for before it is called unknown
     */
    record Settings(int queueCapacity, int maxBatch, long timeoutMillis, long resolveMillis) {

        static final Settings DEFAULT = new Settings(4_096, 512, 15_000, 5_000);
    }

    /**
     * Begins to take what is given to it.
     *
     * @param writeTogether answers every append that it is handed, by success or failure
     */
    AppendQueue(Settings settings, WriterMetrics metrics, Consumer<List<Pending>> writeTogether) {
        this.settings = settings;
        this.metrics = metrics;
        this.writeTogether = writeTogether;
        this.queue = new ArrayBlockingQueue<>(settings.queueCapacity());
        metrics.queueDepth(queue);
        this.thread = Thread.ofPlatform().name("ledger-writer").daemon(true).start(this::run);
    }

    AppendReceipt append(Append append) {
        Pending pending = new Pending(append);
        if (closing) {
            throw new AppendFailure.Unavailable("the instance is shutting down");
        }
        if (!queue.offer(pending)) {
            metrics.refusedByFullQueue();
            throw new AppendFailure.Unavailable("too many appends are waiting");
        }
        return pending.await(settings.timeoutMillis());
    }

    private void run() {
        List<Pending> waiting = new ArrayList<>();
        while (!closing || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                waiting.clear();
                waiting.add(first);
                queue.drainTo(waiting, settings.maxBatch() - 1);
                List<Pending> taken = waiting.stream().filter(Pending::take).toList();
                List<Pending> plain = taken.stream().filter(one -> one.append().sideWrites().isEmpty()).toList();
                if (!plain.isEmpty()) {
                    writeTogether.accept(plain);
                }
                // A side write can fail for reasons of its own, so it gets a transaction of its own.
                taken.stream().filter(one -> !one.append().sideWrites().isEmpty())
                        .forEach(one -> writeTogether.accept(List.of(one)));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException | Error unexpected) {
                LOG.error("The ledger's writer met something unexpected and goes on", unexpected);
            }
        }
        List<Pending> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(one -> one.fail(new AppendFailure.Unavailable("the instance is shutting down")));
    }

    /** A moment's rest before an outcome is looked up again. */
    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finishes what is waiting, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(settings.timeoutMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
