package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of an instance: takes what is waiting and writes it in one transaction, so that many commands share
 * one fsync. Any number of instances may write to one database; an advisory lock keeps them in one order.
 *
 * <p>No caller ever holds a connection, a conflict costs only the append that caused it, and nobody is told an outcome
 * that is not known.
 */
final class GroupCommitWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);
    private static final String COMMITTED = "select event_id from ledger_event where position = ?";

    private final DataSource dataSource;
    private final LedgerClock clock;
    private final Settings settings;
    private final WriterMetrics metrics;
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

    /** What a transaction did; what is not in it was rolled back. */
    private record Written(BatchDecision decision, Instant recordedAt) {}

    GroupCommitWriter(DataSource dataSource, LedgerClock clock, Settings settings, WriterMetrics metrics) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.settings = settings;
        this.metrics = metrics;
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
                writeTogether(plain);
                // A side write can fail for reasons of its own, so it gets a transaction of its own.
                taken.stream().filter(one -> !one.append().sideWrites().isEmpty())
                        .forEach(one -> writeTogether(List.of(one)));
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

    private void writeTogether(List<Pending> batch) {
        if (batch.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        Written written = null;
        boolean committing = false;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                written = writeUncommitted(connection, batch);
                committing = true;
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                rollbackQuietly(connection);
                throw failure;
            }
        } catch (SQLException | RuntimeException failure) {
            if (committing && written != null && !written.decision().accepted().isEmpty()) {
                resolve(batch, written, failure);
            } else {
                nothingWritten(batch, failure);
            }
            return;
        }
        answer(written);
        metrics.batch(written.decision().accepted().size(), System.nanoTime() - began);
    }

    private Written writeUncommitted(Connection connection, List<Pending> batch) throws SQLException {
        BatchSql sql = new BatchSql(connection);
        sql.lock();
        BatchDecision.Looked looked = sql.look(batch);
        BatchDecision decision = new BatchDecision(looked);
        batch.forEach(decision::decide);
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant recordedAt = now.isBefore(looked.lastRecordedAt()) ? looked.lastRecordedAt() : now;
        if (!decision.accepted().isEmpty()) {
            sql.write(decision.accepted(), recordedAt);
        }
        return new Written(decision, recordedAt);
    }

    private void answer(Written written) {
        for (BatchDecision.Accepted one : written.decision().accepted()) {
            one.pending().succeed(new AppendReceipt(one.firstPosition(), one.lastPosition(), written.recordedAt()));
        }
        written.decision().refused().forEach((pending, failure) -> {
            metrics.refused(failure);
            pending.fail(failure);
        });
    }

    /** Before the commit: nothing can have been written. One bad append must not fail its neighbours. */
    private void nothingWritten(List<Pending> batch, Exception failure) {
        boolean dataIsToBlame = failure instanceof SQLException sql && isAboutData(sql)
                || failure instanceof RuntimeException;
        if (dataIsToBlame && batch.size() > 1) {
            batch.forEach(one -> writeTogether(List.of(one)));
            return;
        }
        if (dataIsToBlame) {
            LOG.error("An append was rejected by the database", failure);
            batch.forEach(one -> one.fail(new AppendFailure.Rejected("the database rejects it")));
            return;
        }
        LOG.warn("The store is unavailable: {}", failure.getMessage());
        metrics.unavailable();
        batch.forEach(one -> one.fail(new AppendFailure.Unavailable("the database can't be reached")));
    }

    /** SQLState classes that speak of the statement and its values, not of the connection or the server. */
    private static boolean isAboutData(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")
                || state.startsWith("54") || state.startsWith("P0"));
    }

    /**
     * The connection was lost at the commit. Under the writers' lock the old transaction has ended one way or the
     * other, and since a batch is one transaction, its first event tells for all.
     */
    private void resolve(List<Pending> batch, Written written, Exception failure) {
        LOG.warn("The outcome of a commit is being looked up: {}", failure.getMessage());
        BatchDecision.Accepted first = written.decision().accepted().getFirst();
        UUID expected = first.pending().append().events().getFirst().eventId();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.resolveMillis());
        do {
            try {
                if (isCommitted(first.firstPosition(), expected)) {
                    answer(written);
                } else {
                    batch.forEach(one -> one.fail(new AppendFailure.Unavailable("the commit failed")));
                }
                return;
            } catch (SQLException | RuntimeException stillDown) {
                pause();
            }
        } while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted());
        metrics.unknown(batch.size());
        for (Pending one : batch) {
            one.fail(written.decision().refused().containsKey(one)
                    ? new AppendFailure.Unavailable("the database can't be reached")
                    : new AppendFailure.OutcomeUnknown(one.append().events().getFirst().eventId()));
        }
    }

    private boolean isCommitted(long position, UUID expected) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new BatchSql(connection).lock();
                try (PreparedStatement statement = connection.prepareStatement(COMMITTED)) {
                    statement.setLong(1, position);
                    try (ResultSet row = statement.executeQuery()) {
                        return row.next() && expected.equals(row.getObject(1, UUID.class));
                    }
                }
            } finally {
                rollbackQuietly(connection);
            }
        }
    }

    private static void rollbackQuietly(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            LOG.debug("Rolled back by losing the connection", gone);
        }
    }

    private static void pause() {
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
