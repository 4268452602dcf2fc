package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.campaignledger.kernel.Claim;
import org.postgresql.PGStatement;
import org.springframework.dao.DataAccessResourceFailureException;

/** The ledger's store on PostgreSQL: appends by group commit, reads by position, by aggregate and by instant. */
public final class PostgresLedgerStore implements LedgerStore, AutoCloseable {

    private static final String COLUMNS = "position, event_id, aggregate_type, aggregate_id, sequence, type, revision,"
            + " recorded_at, payload, metadata, salt";
    private static final String AFTER = "select " + COLUMNS
            + " from ledger_event where position > ? and position <= ? order by position";
    private static final int FETCH_SIZE = 2_000;

    private final DataSource readers;
    private final DataSource writers;
    private final GroupCommitWriter writer;

    /**
     * Starts the writer.
     *
     * @param readers a pool for reading
     * @param writers connections for the writer alone, so that slow readers never hold up an append
     */
    public PostgresLedgerStore(DataSource readers, DataSource writers, LedgerClock clock, MeterRegistry registry) {
        this(readers, writers, clock, registry, AppendQueue.Settings.DEFAULT);
    }

    PostgresLedgerStore(DataSource readers, DataSource writers, LedgerClock clock, MeterRegistry registry,
            AppendQueue.Settings settings) {
        this.readers = readers;
        this.writers = writers;
        this.writer = new GroupCommitWriter(writers, clock, settings, new WriterMetrics(registry));
    }

    @Override
    public AppendReceipt append(Append append) {
        append.mustBeWithinBounds();
        return writer.append(append);
    }

    @Override
    public void restore(List<KeptEvent> events) {
        try (Connection connection = writers.getConnection()) {
            connection.setAutoCommit(false);
            try {
                new BatchSql(connection).lock();
                mustFollow(head(), events);
                RestoreSql sql = new RestoreSql(connection);
                sql.events(events);
                sql.claims(events);
                connection.commit();
            } finally {
                SqlFailures.rollbackQuietly(connection);
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the archive's events can't be written", failure);
        }
    }

    static void mustFollow(long head, List<KeptEvent> events) {
        long next = head + 1;
        for (KeptEvent kept : events) {
            if (kept.event().position() != next++) {
                throw new IllegalArgumentException("position " + kept.event().position() + " after " + head);
            }
        }
    }

    @Override
    public long head() {
        return query("select max(position) from ledger_event", statement -> {}, row -> row.getLong(1)).getFirst();
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return query("select " + COLUMNS + " from ledger_event where position = ?",
                statement -> statement.setLong(1, position), PostgresLedgerStore::event).stream().findFirst();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return query("select " + COLUMNS + " from ledger_event where position = any(?) order by position",
                statement -> statement.setArray(1,
                        statement.getConnection().createArrayOf("bigint", positions.toArray(Long[]::new))),
                PostgresLedgerStore::event);
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return query(AFTER, statement -> {
            statement.setLong(1, position);
            statement.setLong(2, position + limit);
        }, PostgresLedgerStore::event);
    }

    @Override
    public void stream(long after, long to, Consumer<RecordedEvent> consumer) {
        try (Connection connection = readers.getConnection()) {
            connection.setAutoCommit(false); // a cursor needs a transaction
            mayBeSlow(connection);
            try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
                // Binary from the first fetch on: as text, every payload would travel twice as long, in hex.
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setFetchSize(FETCH_SIZE);
                statement.setLong(1, after);
                statement.setLong(2, to);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        consumer.accept(event(rows));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the ledger can't be read", failure);
        }
    }

    /** Between two rows there may be a client with a thin line; a reader keeps nobody from writing. */
    private static void mayBeSlow(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local idle_in_transaction_session_timeout = 0");
        }
    }

    @Override
    public List<RecordedEvent> readAggregate(String aggregateId, long fromSequence) {
        return query("select " + COLUMNS
                + " from ledger_event where aggregate_id = ? and sequence >= ? order by sequence", statement -> {
                    statement.setString(1, aggregateId);
                    statement.setLong(2, fromSequence);
                }, PostgresLedgerStore::event);
    }

    @Override
    public Map<String, List<RecordedEvent>> readAggregates(Collection<String> aggregateIds) {
        return query("select " + COLUMNS
                + " from ledger_event where aggregate_id = any(?) order by aggregate_id, sequence",
                statement -> statement.setArray(1,
                        statement.getConnection().createArrayOf("text", aggregateIds.toArray(String[]::new))),
                PostgresLedgerStore::event).stream().collect(Collectors.groupingBy(RecordedEvent::aggregateId));
    }

    @Override
    public long lastSequence(String aggregateId) {
        return query("select coalesce(max(sequence), -1) from ledger_event where aggregate_id = ?",
                statement -> statement.setString(1, aggregateId), row -> row.getLong(1)).getFirst();
    }

    @Override
    public Map<Claim, ClaimHolder> holdersOf(Collection<Claim> claims) {
        return Query.holdersOf(readers, claims);
    }

    @Override
    public Optional<IdempotentAnswer> answerFor(String scope) {
        return Query.answerFor(readers, scope);
    }

    /** Finishes what is waiting, then stops the writer and closes its connections. */
    @Override
    public void close() {
        writer.close();
        if (writers instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4),
                row.getLong(5), row.getString(6), row.getInt(7), row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getBytes(9), row.getBytes(10), row.getBytes(11));
    }

    private <T> List<T> query(String sql, Query.Binder binder, Query.Row<T> mapper) {
        return Query.run(readers, sql, binder, mapper);
    }
}
