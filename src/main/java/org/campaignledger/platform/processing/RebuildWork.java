package org.campaignledger.platform.processing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a rebuild does: makes the tables beside the live ones, fills them from the ledger's beginning, and swaps them. */
@Component
class RebuildWork {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildWork.class);
    private static final int BATCH = 5_000;
    private static final long REBUILD_LOCK = 0x72656275696cL;

    private final LedgerStore store;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final DeadLetters deadLetters;
    private final RebuildTable rebuilds;
    private final TablesBeside beside;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;

    RebuildWork(LedgerStore store, EventCodec codec, JdbcClient jdbc, DeadLetters deadLetters, RebuildTable rebuilds,
            PlatformTransactionManager transactions, Clock clock) {
        this.store = store;
        this.codec = codec;
        this.jdbc = jdbc;
        this.deadLetters = deadLetters;
        this.rebuilds = rebuilds;
        this.beside = new TablesBeside(jdbc);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Thrown through the reading of the ledger to end it. */
    static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    /**
     * Does all of it; the live tables are the new ones when it returns.
     *
     * @throws Cancelled             somebody asked it to stop
     * @throws IllegalStateException it was taken for dead, and another may be under way
     */
    void rebuild(Projection projection, RebuildRun run) {
        stopIfCancelled(run);
        prepare(projection, run);
        fill(projection, run);
        stopIfCancelled(run);
        swap(projection, run);
    }

    private void prepare(Projection projection, RebuildRun run) {
        transaction.executeWithoutResult(status -> {
            mustCount(rebuilds.countsAlone(run), run);
            beside.make(projection);
        });
    }

    private static void mustCount(boolean counts, RebuildRun run) {
        if (!counts) {
            throw new IllegalStateException("the rebuild of " + run.name
                    + " was taken for dead, and goes on no longer");
        }
    }

    /** Reads up to the head until what is left is little, since the rest is read while the live tables are locked. */
    private void fill(Projection projection, RebuildRun run) {
        long head = store.head();
        while (run.position < head) {
            run.target = head;
            List<LedgerEntry> batch = new ArrayList<>(BATCH);
            store.stream(run.position, head, recorded -> {
                batch.add(codec.decodeOrUnreadable(recorded));
                if (batch.size() == BATCH) {
                    take(projection, run, batch);
                }
            });
            take(projection, run, batch);
            head = store.head();
            if (head - run.position < BATCH) {
                return;
            }
        }
    }

    private void take(Projection projection, RebuildRun run, List<LedgerEntry> batch) {
        stopIfCancelled(run);
        if (!batch.isEmpty()) {
            List<LedgerEntry> entries = List.copyOf(batch);
            apply(projection, run, entries);
            run.position = entries.getLast().position();
            batch.clear();
        }
    }

    /**
     * Ends a rebuild that is not wanted any more.
     *
     * @throws Cancelled somebody asked it to stop
     */
    static void stopIfCancelled(RebuildRun run) {
        mustCount(!run.lost.get(), run);
        if (run.cancelled.get()) {
            throw new Cancelled();
        }
    }

    /** In transactions of its own, or as a part of one that is under way. */
    private void apply(Projection projection, RebuildRun run, List<LedgerEntry> entries) {
        List<LedgerEntry> free = entries.stream().filter(entry -> !waitsBehind(projection, run, entry)).toList();
        if (free.isEmpty()) {
            return;
        }
        try {
            part.executeWithoutResult(status -> {
                mustCount(rebuilds.counts(run), run);
                ProjectionWriter.apply(projection, free, Tables.REBUILD);
            });
        } catch (RuntimeException oneOfThem) {
            projection.forget(Tables.REBUILD);
            ProjectionWriter.rethrowIfNotItsFault(oneOfThem);
            transaction.executeWithoutResult(status -> {
                mustCount(rebuilds.counts(run), run);
                free.forEach(entry -> applyAlone(projection, run, entry));
            });
        }
    }

    private static boolean waitsBehind(Projection projection, RebuildRun run, LedgerEntry entry) {
        List<RebuildRun.Aside> stuck = run.aside.get(projection.sequenceOf(entry));
        return stuck != null && stuck.add(new RebuildRun.Aside(entry.position(), "waits-behind"));
    }

    private void applyAlone(Projection projection, RebuildRun run, LedgerEntry entry) {
        if (waitsBehind(projection, run, entry)) {
            return;
        }
        try {
            part.executeWithoutResult(status -> ProjectionWriter.apply(projection, List.of(entry), Tables.REBUILD));
        } catch (RuntimeException poison) {
            projection.forget(Tables.REBUILD);
            ProjectionWriter.rethrowIfNotItsFault(poison);
            run.aside.put(projection.sequenceOf(entry),
                    new ArrayList<>(List.of(new RebuildRun.Aside(entry.position(), poison.toString()))));
        }
    }

    /**
     * Under an exclusive lock on the live tables the processor stands still at a committed position; the new rows are
     * brought exactly there and take over. A batch that the processor has in hand meets the new tables by their names.
     */
    private void swap(Projection projection, RebuildRun run) {
        transaction.executeWithoutResult(status -> {
            mustCount(rebuilds.counts(run), run); // before the tables: another that has begun holds this row first
            jdbc.sql("select pg_advisory_xact_lock(?)").param(REBUILD_LOCK).query().listOfRows();
            jdbc.sql("insert into projection (name, position) values (?, 0) on conflict (name) do nothing")
                    .param(projection.name()).update();
            long live = jdbc.sql("select position from projection where name = ? for update")
                    .param(projection.name()).query(Long.class).single();
            for (String table : projection.tables()) {
                jdbc.sql("lock table " + table + " in access exclusive mode").update();
            }
            List<LedgerEntry> rest = new ArrayList<>();
            if (run.position < live) {
                store.stream(run.position, live, recorded -> rest.add(codec.decodeOrUnreadable(recorded)));
            }
            if (!rest.isEmpty()) {
                apply(projection, run, rest);
                run.position = live;
            }
            if (run.position > live) {
                jdbc.sql("update projection set position = ?, updated_at = now() where name = ?")
                        .params(run.position, projection.name()).update();
            }
            beside.takeOver(projection);
            deadLetters.removeAll(projection.name());
            run.aside.forEach((sequence, letters) -> letters.forEach(letter -> deadLetters.setAside(
                    projection.name(), sequence, letter.position(), letter.cause())));
            // With the tables: whoever reads that it is done finds the new rows.
            mustCount(rebuilds.end(run, Rebuild.State.DONE, null, clock.instant()), run);
        });
        projection.forget(Tables.LIVE);
    }

    /** Only its own: another rebuild may be filling tables of the same names. */
    void dropQuietly(Projection projection, RebuildRun run) {
        try {
            transaction.executeWithoutResult(status -> {
                if (rebuilds.countsAlone(run)) {
                    beside.drop(projection);
                }
            });
        } catch (RuntimeException left) {
            LOG.warn("Tables of the rebuild of {} are left behind and go with the next one", projection.name(), left);
        }
    }

    /** What a rebuild left that is gone with its instance: noted, and its tables dropped. The caller has the turn. */
    void clear(Projection projection, RebuildTable.Kept kept, String why) {
        transaction.executeWithoutResult(status -> {
            if (rebuilds.lost(kept, why)) {
                beside.drop(projection);
            }
        });
    }
}
