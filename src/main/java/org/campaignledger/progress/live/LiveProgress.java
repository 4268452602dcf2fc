package org.campaignledger.progress.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.progress.checkpoint.Checkpoints;
import org.campaignledger.progress.checkpoint.LedgerFold;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The balances of all campaigns as of now, on every instance: made from the newest checkpoints and the events since,
 * kept up by {@link Follower}. Readers and the follower take turns under one lock; each holds it for microseconds.
 */
@Component
public class LiveProgress {

    private final Checkpoints checkpoints;
    private final LedgerFold ledger;
    private final LedgerStore store;
    private final LiveGauges gauges;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile @Nullable LiveState state;
    private volatile long position;
    private volatile long reloads;

    /** Live progress of this ledger; empty until {@link #load} was called. */
    public LiveProgress(Checkpoints checkpoints, LedgerFold ledger, LedgerStore store, MeterRegistry registry) {
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.store = store;
        this.gauges = new LiveGauges(registry);
    }

    /** The position up to which the ledger is taken in; 0 before the first load. */
    public long position() {
        return position;
    }

    /**
     * How a question about a campaign that is not known is refused: 404; or 503 {@code not-fresh-yet} for as long as nothing
     * was loaded, since then nobody knows which campaigns there are.
     */
    public Refused unknown() {
        return state == null
                ? Freshness.notYet(1)
                : Refused.notFound();
    }

    /** Waits until a position is taken in, or the time is up; answers whether it is. */
    public boolean await(long reached, Duration atMost) {
        if (position >= reached) {
            return true;
        }
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (position < reached && left > 0) {
                left = moved.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
        return position >= reached;
    }

    /**
     * Reads a campaign as it stands; empty if it was not opened. One that is not known yet may have been opened a moment
     * ago: nobody is told that it is not there before what is written is taken in. What is handed over must not leave the
     * reader.
     */
    public <T> Optional<T> read(String campaign, Function<Now, T> reader) {
        Optional<T> found = readNow(campaign, reader);
        return found.isPresent() || state == null || !await(store.head(), Freshness.LONGEST_WAIT)
                ? found
                : readNow(campaign, reader);
    }

    private <T> Optional<T> readNow(String campaign, Function<Now, T> reader) {
        lock.lock();
        try {
            LiveState now = state;
            return now == null
                    ? Optional.empty()
                    : now.campaign(campaign).map(open -> reader.apply(new Now(now.position(), now.recordedAt(),
                            new Version(reloads, now.changedAt(campaign)), open, now.balance(campaign))));
        } finally {
            lock.unlock();
        }
    }

    /** How a campaign stood at a position that was taken in; empty if it was not open by then. */
    public Optional<CampaignState> campaignAt(String campaign, long at) {
        lock.lock();
        try {
            LiveState now = state;
            return now == null ? Optional.empty() : now.campaignAt(campaign, at);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Something that differs whenever a campaign's figures may.
     *
     * @param reloads   how often everything was made anew
     * @param changedAt position of its last change
     */
    public record Version(long reloads, long changedAt) {}

    /** The version of a campaign's figures. */
    public Version version(String campaign) {
        lock.lock();
        try {
            LiveState now = state;
            return new Version(reloads, now == null ? 0 : now.changedAt(campaign));
        } finally {
            lock.unlock();
        }
    }

    /** Makes everything anew: from the newest checkpoints and all events since. Readers see the old until then. */
    void load() {
        LiveState fresh = new LiveState(checkpoints.newest());
        ledger.read(fresh.position(), store.head(), fresh::take);
        lock.lock();
        try {
            state = fresh;
            reloads++;
            moved(fresh);
        } finally {
            lock.unlock();
        }
        gauges.show(campaigns(), this);
    }

    /** Takes in further events: the taker is called with the state, under the lock. */
    void advance(Consumer<LiveState> taker) {
        boolean newCampaign;
        lock.lock();
        try {
            LiveState now = state;
            if (now == null) {
                throw new IllegalStateException("nothing is loaded");
            }
            int before = now.campaignCount();
            taker.accept(now);
            moved(now);
            newCampaign = now.campaignCount() != before;
        } finally {
            lock.unlock();
        }
        if (newCampaign) {
            // Outside the lock: a scrape holds the registry while it waits for a gauge, and so for this lock.
            gauges.show(campaigns(), this);
        }
    }

    private void moved(LiveState now) {
        position = now.position();
        moved.signalAll();
    }

    /** Whether the rows from which it was made have been made anew, so that it may be wrong. */
    boolean isOutdated() {
        LiveState now = state;
        return now == null || !now.generation().equals(checkpoints.generation()) || store.head() < position;
    }

    /** Ids of the campaigns that are known by now. */
    public Set<String> campaigns() {
        lock.lock();
        try {
            LiveState now = state;
            return now == null ? Set.of() : now.campaigns();
        } finally {
            lock.unlock();
        }
    }
}
