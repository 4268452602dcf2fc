package org.campaignledger.progress.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.processing.Projection;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.progress.balance.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the balances of all campaigns at every {@link #INTERVAL}th position. Whatever it is handed, what it keeps is
 * the fold of the whole ledger up to there: events that it was not handed (they wait behind one that was set aside, or
 * another instance took them in) it reads itself, and one that it is handed late, when a set-aside event is tried
 * again, makes it keep everything from there on anew.
 */
@Component
public class ProgressProjection implements Projection {

    /** The projection's name. */
    public static final String NAME = "progress";

    /** Every so many positions; reading and folding as many events is what time travel costs at most. */
    public static final int INTERVAL = 2_048;

    private final Checkpoints checkpoints;
    private final LedgerFold ledger;
    private final ProjectionPositions positions;
    private final Map<Tables, MarkingFold> folds = new ConcurrentHashMap<>();

    /** The projection of this ledger. */
    public ProgressProjection(Checkpoints checkpoints, LedgerFold ledger, ProjectionPositions positions) {
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.positions = positions;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> tables() {
        return List.of(Checkpoints.GENERATION, Checkpoints.MARK, Checkpoints.CHECKPOINT, Checkpoints.CAMPAIGN_EVENT);
    }

    @Override
    public void apply(List<LedgerEntry> entries, Tables tables) {
        @Nullable
        MarkingFold remembered = folds.remove(tables);
        Instant generation = checkpoints.lock(tables);
        if (remembered != null && !remembered.generation().equals(generation)) {
            remembered = null;
        }
        MarkingFold fold = advanced(remembered, entries, tables);
        checkpoints.keep(fold.drain(), tables);
        folds.put(tables, fold);
    }

    private MarkingFold advanced(@Nullable MarkingFold remembered, List<LedgerEntry> entries, Tables tables) {
        long first = entries.getFirst().position();
        long newestMark = checkpoints.newestMark(Long.MAX_VALUE, tables).map(Checkpoints.Place::position).orElse(0L);
        if (first <= standsAt(remembered, newestMark, tables)) {
            checkpoints.dropFrom(first, tables);
            MarkingFold anew = loaded(first - 1, tables);
            takeIn(entries, anew);
            fill(anew, newestMark);
            return anew;
        }
        boolean farBehind = remembered == null || first - remembered.position() > INTERVAL;
        MarkingFold fold = remembered == null || farBehind ? loaded(first - 1, tables) : remembered;
        takeIn(entries, fold);
        return fold;
    }

    /** Up to where the rows, or a fold of them that some instance has in memory, may reach. */
    private long standsAt(@Nullable MarkingFold remembered, long newestMark, Tables tables) {
        long inMemory = remembered == null ? 0 : remembered.position();
        long elsewhere = tables.equals(Tables.LIVE) ? positions.positionOf(NAME) : 0;
        return Math.max(newestMark, Math.max(inMemory, elsewhere));
    }

    private MarkingFold loaded(long position, Tables tables) {
        return new MarkingFold(checkpoints.newestUpTo(position, tables), INTERVAL);
    }

    private void takeIn(List<LedgerEntry> entries, MarkingFold fold) {
        for (LedgerEntry entry : entries) {
            fill(fold, entry.position() - 1);
            fold.take(entry.position(), entry.recordedAt(), Change.of(entry.event()));
        }
    }

    private void fill(MarkingFold fold, long to) {
        if (fold.position() < to) {
            ledger.read(fold.position(), to, fold::take);
        }
    }

    @Override
    public void forget(Tables tables) {
        folds.remove(tables);
    }
}
