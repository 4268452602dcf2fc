package org.campaignledger.platform.processing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import javax.sql.DataSource;

import org.campaignledger.kernel.Refused;
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

/**
 * Makes a projection's rows anew beside the live ones while commands go on: copies of its empty tables are filled from
 * the ledger's beginning, and when they have caught up they take the place of the live ones in one transaction. The old
 * rows serve until then; whatever fails or is cancelled leaves them as they are.
 */
@Component
public class Rebuilder {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final int BATCH = 5_000;
    private static final long REBUILD_LOCK = 0x72656275696cL;
    /** Each that runs needs three connections, and commands go on: all at once they would leave none for anybody else. */
    private static final int AT_ONCE = 2;

    private final Processors processors;
    private final LedgerStore store;
    private final EventCodec codec;
    private final JdbcClient jdbc;
    private final DeadLetters deadLetters;
    private final DataSource dataSource;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate part;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final Map<String, RebuildRun> runs = new ConcurrentHashMap<>();

    /** Rebuilds of the projections that these processors work on. */
    public Rebuilder(Processors processors, LedgerStore store, EventCodec codec, JdbcClient jdbc,
            DeadLetters deadLetters, DataSource dataSource, PlatformTransactionManager transactions, Clock clock) {
        this.clock = clock;
        this.processors = processors;
        this.store = store;
        this.codec = codec;
        this.jdbc = jdbc;
        this.deadLetters = deadLetters;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Thrown through the reading of the ledger to end it. */
    private static final class Cancelled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Cancelled() {
            super("cancelled", null, false, false);
        }
    }

    /**
     * Begins to rebuild a projection, in the background; behind those that an instance has begun already, if these are two.
     *
     * @throws Refused 404 if there is no such projection, 409 {@code rebuild-running} if it is being rebuilt
     */
    public Rebuild start(String name) {
        Projection projection = projection(name);
        long target = store.head();
        RebuildRun run = new RebuildRun(name, Turn.of(name, dataSource)
                .orElseThrow(() -> Refused.conflict("rebuild-running", null)), clock.instant());
        run.target = target;
        runs.put(name, run);
        Thread.ofPlatform().daemon().name("rebuild-" + name).start(() -> run(projection, run));
        return run.status();
    }

    /** How the last rebuild of a projection on this instance stands; empty if there was none. */
    public Optional<Rebuild> status(String name) {
        projection(name);
        return Optional.ofNullable(runs.get(name)).map(RebuildRun::status);
    }

    /**
     * Asks a running rebuild to stop.
     *
     * @throws Refused 409 {@code no-rebuild-running} if none is running
     */
    public Rebuild cancel(String name) {
        projection(name);
        RebuildRun run = runs.get(name);
        if (run == null || run.state != Rebuild.State.RUNNING) {
            throw Refused.conflict("no-rebuild-running", null);
        }
        run.cancelled.set(true);
        return run.status();
    }

    private Projection projection(String name) {
        Projection projection = processors.projections().get(name);
        if (projection == null) {
            throw Refused.notFound();
        }
        return projection;
    }

    private void run(Projection projection, RebuildRun run) {
        Rebuild.State how = Rebuild.State.FAILED;
        String why = null;
        running.acquireUninterruptibly();
        try {
            stopIfCancelled(run);
            prepare(projection);
            fill(projection, run);
            stopIfCancelled(run);
            swap(projection, run);
            how = Rebuild.State.DONE;
            LOG.info("Projection {} was rebuilt up to {}", run.name, run.position);
        } catch (Cancelled stopped) {
            how = Rebuild.State.CANCELLED;
            dropQuietly(projection);
        } catch (RuntimeException failure) {
            LOG.error("Rebuilding {} failed; the old rows serve on", run.name, failure);
            why = failure.toString();
            dropQuietly(projection);
        } finally {
            running.release();
            projection.forget(Tables.REBUILD);
            run.turn.close();
            run.end(how, why, clock.instant());
        }
    }

    private void prepare(Projection projection) {
        transaction.executeWithoutResult(status -> {
            drop(projection);
            for (String table : projection.tables()) {
                jdbc.sql("create table " + Tables.REBUILD.of(table) + " (like " + table + " including all)").update();
            }
        });
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

    private static void stopIfCancelled(RebuildRun run) {
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
            part.executeWithoutResult(status -> ProjectionWriter.apply(projection, free, Tables.REBUILD));
        } catch (RuntimeException oneOfThem) {
            projection.forget(Tables.REBUILD);
            ProjectionWriter.rethrowIfNotItsFault(oneOfThem);
            transaction.executeWithoutResult(status -> free.forEach(entry -> applyAlone(projection, run, entry)));
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
            for (String table : projection.tables()) {
                takeOver(table);
            }
            deadLetters.removeAll(projection.name());
            run.aside.forEach((sequence, letters) -> letters.forEach(letter -> deadLetters.setAside(
                    projection.name(), sequence, letter.position(), letter.cause())));
        });
        projection.forget(Tables.LIVE);
    }

    /** The new table gets the old one's names, those of its indexes included, so that the next rebuild finds them. */
    private void takeOver(String table) {
        String fresh = Tables.REBUILD.of(table);
        List<String> indexes = indexes(table);
        jdbc.sql("drop table " + table).update();
        jdbc.sql("alter table " + fresh + " rename to " + table).update();
        List<String> made = indexes(table);
        for (int i = 0; i < Math.min(indexes.size(), made.size()); i++) {
            if (!made.get(i).equals(indexes.get(i)) && !made.contains(indexes.get(i))) {
                jdbc.sql("alter index " + made.get(i) + " rename to " + indexes.get(i)).update();
            }
        }
    }

    private List<String> indexes(String table) {
        return jdbc.sql("""
            select indexname from pg_indexes where schemaname = 'public' and tablename = ?
            order by regexp_replace(indexdef, '^.* USING ', ''), indexname""")
                .param(table).query(String.class).list();
    }

    private void drop(Projection projection) {
        projection.tables().forEach(table -> jdbc.sql("drop table if exists " + Tables.REBUILD.of(table)).update());
    }

    private void dropQuietly(Projection projection) {
        try {
            transaction.executeWithoutResult(status -> drop(projection));
        } catch (RuntimeException left) {
            LOG.warn("Tables of the rebuild of {} are left behind and go with the next one", projection.name(), left);
        }
    }
}
