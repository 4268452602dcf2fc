package org.campaignledger.platform.processing;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.Unreadable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a batch into a projection's live tables, within the transaction of the processor's token: passes over what was
 * seen before, sets aside what can't be taken in together with what waits behind it, and notes how far it came.
 */
final class ProjectionWriter {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionWriter.class);

    private final Projection projection;
    private final JdbcClient jdbc;
    private final DeadLetters deadLetters;
    private final TransactionTemplate savepoint;
    private volatile long committed;

    ProjectionWriter(Projection projection, JdbcClient jdbc, DeadLetters deadLetters,
            PlatformTransactionManager transactions) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.deadLetters = deadLetters;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Answers the position up to which the projection now stands.
     *
     * @throws IllegalStateException the database has lost what this instance had committed: the processor is to begin
     *                               again from its stored token
     */
    long write(List<LedgerEntry> batch) {
        long last = batch.getLast().position();
        long standsAt = place();
        long expected = committed;
        if (standsAt < expected) {
            committed = 0;
            projection.forget(Tables.LIVE);
            throw new IllegalStateException("projection " + projection.name() + " stands at " + standsAt + " after "
                    + expected + ": the database has lost its last batches");
        }
        List<LedgerEntry> fresh = batch.stream().filter(entry -> entry.position() > standsAt)
                .filter(entry -> entry.event() instanceof Unreadable || projection.concerns(entry.event())).toList();
        if (!fresh.isEmpty()) {
            takeInAll(fresh);
        }
        moveTo(Math.max(standsAt, last));
        return Math.max(standsAt, last);
    }

    /** What {@link #committed} was last told; 0 before. */
    long committed() {
        return committed;
    }

    /** Called when what {@link #write} wrote is committed. */
    void committed(long position) {
        committed = position;
    }

    /**
     * Where the projection stands; its row is locked from here on. The commit does not wait for the disk: rows, place and
     * token of a projection are lost together, if at all, and made again from the ledger, whose own commits would have to
     * queue behind these otherwise.
     */
    private long place() {
        return locked().orElseGet(() -> {
            jdbc.sql("insert into projection (name, position) values (?, 0) on conflict (name) do nothing")
                    .param(projection.name()).update();
            return locked().orElseThrow();
        });
    }

    private Optional<Long> locked() {
        return jdbc.sql("""
            select position, set_config('synchronous_commit', 'off', true) from projection where name = ? for update""")
                .param(projection.name()).query((row, number) -> row.getLong(1)).optional();
    }

    /** Behind the rows, not before them: a projection may ask for its place, and is told where it stood. */
    private void moveTo(long position) {
        jdbc.sql("update projection set position = ?, updated_at = now() where name = ?")
                .params(position, projection.name()).update();
    }

    private void takeInAll(List<LedgerEntry> fresh) {
        Set<String> stuck = new HashSet<>(deadLetters.stuckSequences(projection.name()));
        List<LedgerEntry> free = fresh.stream().filter(entry -> !stuck.contains(projection.sequenceOf(entry))).toList();
        fresh.stream().filter(entry -> stuck.contains(projection.sequenceOf(entry)))
                .forEach(entry -> setAside(entry, "waits-behind"));
        takeIn(free, stuck);
    }

    private void takeIn(List<LedgerEntry> free, Set<String> stuck) {
        if (free.isEmpty()) {
            return;
        }
        try {
            savepoint.executeWithoutResult(status -> apply(projection, free, Tables.LIVE));
        } catch (RuntimeException oneOfThem) {
            projection.forget(Tables.LIVE);
            rethrowIfNotItsFault(oneOfThem);
            oneByOne(free, stuck);
        }
    }

    private void oneByOne(List<LedgerEntry> entries, Set<String> stuck) {
        for (LedgerEntry entry : entries) {
            if (stuck.contains(projection.sequenceOf(entry))) {
                setAside(entry, "waits-behind");
                continue;
            }
            try {
                savepoint.executeWithoutResult(status -> apply(projection, List.of(entry), Tables.LIVE));
            } catch (RuntimeException poison) {
                projection.forget(Tables.LIVE);
                rethrowIfNotItsFault(poison);
                LOG.warn("Projection {} sets event {} aside: {}", projection.name(), entry.position(),
                        poison.toString());
                stuck.add(projection.sequenceOf(entry));
                setAside(entry, poison.toString());
            }
        }
    }

    /** What can't be read is never handed to a projection: which it would concern nobody can tell. */
    static void apply(Projection projection, List<LedgerEntry> entries, Tables tables) {
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof Unreadable unreadable) {
                throw unreadable.cause();
            }
        }
        projection.apply(entries, tables);
    }

    private void setAside(LedgerEntry entry, String cause) {
        deadLetters.setAside(projection.name(), projection.sequenceOf(entry), entry.position(), cause);
    }

    /** A database that is gone says nothing about the event: the batch is tried again when it is back. */
    static void rethrowIfNotItsFault(RuntimeException failure) {
        if (failure instanceof DataAccessResourceFailureException || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException || failure instanceof TransactionException) {
            throw failure;
        }
    }
}
