package org.campaignledger.platform.processing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import javax.sql.DataSource;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes a projection's rows anew beside the live ones while commands go on: copies of its empty tables are filled from
 * the ledger's beginning, and when they have caught up they take the place of the live ones in one transaction. The old
 * rows serve until then; whatever fails or is cancelled leaves them as they are. Any instance tells how a rebuild stands and
 * can stop it ({@link RebuildTable}).
 */
@Component
public class Rebuilder {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    /** Each that runs needs three connections, and commands go on: all at once they would leave none for anybody else. */
    private static final int AT_ONCE = 2;
    /** Between its last word and its giving up the turn; longer, and somebody else has it. */
    private static final long ENDING_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LOOK_MILLIS = 20;
    private static final String GONE = "the instance that ran it is gone; the old rows serve on";

    private final Processors processors;
    private final LedgerStore store;
    private final RebuildTable rebuilds;
    private final RebuildWork work;
    private final DataSource dataSource;
    private final Clock clock;
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    /** The last ones of this instance. */
    private final Map<String, RebuildRun> here = new ConcurrentHashMap<>();

    /** Rebuilds of the projections that these processors work on. */
    Rebuilder(Processors processors, LedgerStore store, RebuildTable rebuilds, RebuildWork work,
            DataSource dataSource, Clock clock) {
        this.processors = processors;
        this.store = store;
        this.rebuilds = rebuilds;
        this.work = work;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Begins to rebuild a projection, in the background; behind those that this instance has begun already, if these are two.
     *
     * @throws Refused 404 if there is no such projection, 409 {@code rebuild-running} if it is being rebuilt, wherever
     */
    public Rebuild start(String name) {
        Projection projection = projection(name);
        long target = store.head();
        RebuildRun run = new RebuildRun(name, turn(name), clock.instant());
        run.target = target;
        boolean begun = false;
        try {
            rebuilds.begin(run);
            begun = true;
        } finally {
            if (!begun) {
                run.turn.close();
            }
        }
        here.put(name, run);
        Thread.ofPlatform().daemon().name("rebuild-" + name).start(() -> run(projection, run));
        return run.status();
    }

    /** A rebuild that has said its last word still has its turn for a moment. */
    private Turn turn(String name) {
        long since = System.nanoTime();
        Optional<Turn> turn = Turn.of(name, dataSource);
        while (turn.isEmpty() && System.nanoTime() - since < ENDING_NANOS
                && rebuilds.find(name).filter(RebuildTable.Kept::isRunning).isEmpty()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            turn = Turn.of(name, dataSource);
        }
        return turn.orElseThrow(() -> Refused.conflict("rebuild-running", null));
    }

    /** How the last rebuild of a projection stands, on whichever instance it runs or ran; empty if there was none. */
    public Optional<Rebuild> status(String name) {
        Projection projection = projection(name);
        return rebuilds.find(name).flatMap(kept -> kept.isSilent() && ofHere(kept).isEmpty()
                ? silent(projection, kept)
                : Optional.of(kept)).map(kept -> ofHere(kept).map(RebuildRun::status).orElse(kept.rebuild()));
    }

    /** One that this instance runs, of which it knows more than it has told. */
    private Optional<RebuildRun> ofHere(RebuildTable.Kept kept) {
        return Optional.ofNullable(here.get(kept.rebuild().projection()))
                .filter(run -> kept.isRunning() && run.id.equals(kept.run()));
    }

    /** Silent and without its turn, it has lost its instance; whoever only stands still keeps the turn. */
    private Optional<RebuildTable.Kept> silent(Projection projection, RebuildTable.Kept kept) {
        try (Turn turn = Turn.of(projection.name(), dataSource).orElse(null)) {
            if (turn != null) {
                work.clear(projection, kept, GONE);
            }
        }
        return rebuilds.find(projection.name());
    }

    /**
     * Asks a running rebuild to stop, on whichever instance it runs: it does so within a second, or behind the batch that it
     * has in hand.
     *
     * @throws Refused 409 {@code no-rebuild-running} if none is running
     */
    public Rebuild cancel(String name) {
        if (status(name).filter(rebuild -> rebuild.state() == Rebuild.State.RUNNING).isEmpty()) {
            throw Refused.conflict("no-rebuild-running", null);
        }
        rebuilds.find(name).ifPresent(kept -> {
            rebuilds.askToStop(kept);
            ofHere(kept).ifPresent(run -> run.cancelled.set(true));
        });
        return status(name).orElseThrow();
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
        RebuildPulse pulse = new RebuildPulse(run, rebuilds);
        boolean itsTurn = false;
        try {
            while (!itsTurn) {
                RebuildWork.stopIfCancelled(run); // also one that still waits behind others
                itsTurn = running.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            work.rebuild(projection, run);
            how = Rebuild.State.DONE;
            LOG.info("Projection {} was rebuilt up to {}", run.name, run.position);
        } catch (RebuildWork.Cancelled stopped) {
            how = Rebuild.State.CANCELLED;
            work.dropQuietly(projection, run);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            why = "interrupted";
        } catch (RuntimeException failure) {
            LOG.error("Rebuilding {} failed; the old rows serve on", run.name, failure);
            why = failure.toString();
            work.dropQuietly(projection, run);
        } finally {
            if (itsTurn) {
                running.release();
            }
            projection.forget(Tables.REBUILD);
            pulse.close();
            end(run, how, why);
        }
    }

    /** Where it can't be noted, others find it silent; this instance knows better. */
    private void end(RebuildRun run, Rebuild.State how, @Nullable String why) {
        Instant now = clock.instant();
        try {
            rebuilds.end(run, how, why, now);
        } catch (DataAccessException away) {
            LOG.warn("The end of the rebuild of {} can't be noted: {}", run.name, away.toString());
        }
        run.end(how, why, now);
        run.turn.close();
    }
}
