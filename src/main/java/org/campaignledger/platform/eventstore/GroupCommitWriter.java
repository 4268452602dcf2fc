package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private final AppendQueue.Settings settings;
    private final WriterMetrics metrics;
    private final AppendQueue queue;

    GroupCommitWriter(DataSource dataSource, LedgerClock clock, AppendQueue.Settings settings, WriterMetrics metrics) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.settings = settings;
        this.metrics = metrics;
        this.queue = new AppendQueue(settings, metrics, this::writeTogether);
    }

    AppendReceipt append(Append append) {
        return queue.append(append);
    }

    private void writeTogether(List<Pending> batch) {
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
                SqlFailures.rollbackQuietly(connection);
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
        written.answer(metrics);
        metrics.batch(written.decision().accepted().size(), System.nanoTime() - began);
    }

    private Written writeUncommitted(Connection connection, List<Pending> batch) throws SQLException {
        BatchSql sql = new BatchSql(connection);
        BatchDecision.Looked looked = sql.lockAndLook(Touched.by(batch));
        BatchDecision decision = new BatchDecision(looked);
        batch.forEach(decision::decide);
        Instant recordedAt = looked.recordedAt(clock);
        if (!decision.accepted().isEmpty()) {
            sql.write(decision, recordedAt);
        }
        return new Written(decision, recordedAt);
    }

    /** Before the commit: nothing can have been written. One bad append must not fail its neighbours. */
    private void nothingWritten(List<Pending> batch, Exception failure) {
        boolean dataIsToBlame = SqlFailures.isAboutData(failure);
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
                    written.answer(metrics);
                } else {
                    batch.forEach(one -> one.fail(new AppendFailure.Unavailable("the commit failed")));
                }
                return;
            } catch (SQLException | RuntimeException stillDown) {
                AppendQueue.pause();
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
                SqlFailures.rollbackQuietly(connection);
            }
        }
    }

    /** Finishes what is waiting, then stops. */
    @Override
    public void close() {
        queue.close();
    }
}
