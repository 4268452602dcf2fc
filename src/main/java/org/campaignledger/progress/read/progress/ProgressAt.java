package org.campaignledger.progress.read.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.checkpoint.Checkpoints;
import org.campaignledger.progress.checkpoint.LedgerFold;
import org.campaignledger.progress.live.LiveProgress;
import org.campaignledger.progress.live.Now;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Progress at any point in time. What memory holds is answered from memory; an earlier position is the balance at the
 * mark before it and the few events from there.
 */
@Component
public class ProgressAt {

    private final LiveProgress live;
    private final Checkpoints checkpoints;
    private final LedgerFold ledger;
    private final LedgerStore store;
    private final LedgerClock clock;

    /** Progress of this ledger's campaigns. */
    public ProgressAt(LiveProgress live, Checkpoints checkpoints, LedgerFold ledger, LedgerStore store,
            LedgerClock clock) {
        this.live = live;
        this.checkpoints = checkpoints;
        this.ledger = ledger;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The progress of a campaign at the point in time asked for.
     *
     * @throws Refused 404 if the campaign was not open by then; 422 for an unknown unit or a position beyond the head;
     *                 503 {@code not-fresh-yet} if memory has not come as far, or has nothing yet
     */
    public Progress of(String campaign, Asked asked) {
        PointInTime point = PointInTime.of(asked.position(), asked.at(), asked.on(), store);
        Long position = point.position();
        if (position == null) {
            return live.read(campaign, now -> fromMemory(now, now.position(), now.recordedAt(), asked))
                    .orElseThrow(live::unknown);
        }
        mustHaveReached(position);
        CampaignState state = live.campaignAt(campaign, position).orElseThrow(live::unknown);
        return unchangedSince(campaign, position, asked).orElseGet(() -> folded(campaign, position, state, asked));
    }

    /**
     * Makes something of a campaign.
     *
     * @param <T> what is made
     */
    @FunctionalInterface
    public interface Making<T> {

        /** Of the campaign and its balance as they stood at a position; neither must leave it. */
        T of(CampaignState state, Balance balance, long position);
    }

    /**
     * What is made of a campaign and its balance, at a position or, where none is asked for, as of now.
     *
     * @throws Refused 404 if the campaign was not open by then; 503 {@code not-fresh-yet} if memory has not come as far, or
     *                 has nothing yet
     */
    public <T> T held(String campaign, @Nullable Long position, Making<T> making) {
        if (position == null) {
            return live.read(campaign, now -> making.of(now.state(), now.balance(), now.position()))
                    .orElseThrow(live::unknown);
        }
        mustHaveReached(position);
        CampaignState state = live.campaignAt(campaign, position).orElseThrow(live::unknown);
        return making.of(state, balanceAt(campaign, position), position);
    }

    /** The progress of every campaign that was open at a position, by its id in order. */
    SortedMap<String, Progress> allAt(long position) {
        SortedMap<String, Progress> all = new TreeMap<>();
        Asked asked = new Asked(position, null, null, null);
        SortedMap<String, Balance> balances = balancesAt(position);
        Instant recordedAt = recordedAt(position).orElseThrow(() -> Freshness.notYet(position));
        balances.forEach((campaign, balance) -> all.put(campaign, made(position, recordedAt,
                live.campaignAt(campaign, position).orElseThrow(), balance, asked)));
        return all;
    }

    /** The balance of every campaign that was open at a position, by its id in order. */
    SortedMap<String, Balance> balancesAt(long position) {
        mustHaveReached(position);
        return balancesAt(live.campaigns().stream().filter(campaign -> live.campaignAt(campaign, position).isPresent())
                .toList(), position);
    }

    private Balance balanceAt(String campaign, long position) {
        return Objects.requireNonNull(balancesAt(List.of(campaign), position).get(campaign));
    }

    /** From what is kept of each; what came after it is read from the ledger once for all. */
    private SortedMap<String, Balance> balancesAt(List<String> campaigns, long position) {
        Map<String, Checkpoints.KeptBalance> kept = new HashMap<>();
        campaigns.forEach(campaign -> kept.put(campaign, checkpoints.upTo(campaign, position)));
        long from = kept.values().stream().mapToLong(Checkpoints.KeptBalance::upTo).min().orElse(position);
        ledger.read(from, position, (next, at, change) -> {
            String campaign = change.campaign();
            Checkpoints.KeptBalance of = campaign == null ? null : kept.get(campaign);
            if (of != null && next > of.upTo()) {
                change.postings().forEach(of.balance()::add);
            }
        });
        SortedMap<String, Balance> balances = new TreeMap<>();
        kept.forEach((campaign, of) -> balances.put(campaign, of.balance()));
        return balances;
    }

    private void mustHaveReached(long position) {
        if (!live.await(position, Freshness.LONGEST_WAIT)) {
            throw Freshness.notYet(position);
        }
    }

    private Progress fromMemory(Now now, long position, Instant recordedAt, Asked asked) {
        boolean isNow = asked.position() == null && asked.at() == null;
        LocalDate today = today(now.state(), asked, isNow ? clock.now() : recordedAt);
        return ProgressMaker.make(now.state(), now.balance(), new Moment(position, recordedAt, today, asked.on()),
                asked.unit());
    }

    /** The date of the point in time asked for, in the campaign's zone (API, "Today"). */
    private static LocalDate today(CampaignState state, Asked asked, Instant otherwise) {
        LocalDate on = asked.on();
        Instant at = asked.at();
        return on != null ? on : (at == null ? otherwise : at).atZone(state.zone()).toLocalDate();
    }

    /** From memory, if nothing about the campaign has changed since that position. */
    private Optional<Progress> unchangedSince(String campaign, long position, Asked asked) {
        if (!live.read(campaign, now -> now.changedAt() <= position).orElse(false)) {
            return Optional.empty();
        }
        return recordedAt(position).flatMap(recordedAt -> live.read(campaign, now -> now.changedAt() <= position
                ? Optional.of(fromMemory(now, position, recordedAt, asked))
                : Optional.<Progress>empty()).flatMap(progress -> progress));
    }

    private Progress folded(String campaign, long position, CampaignState state, Asked asked) {
        Balance balance = balanceAt(campaign, position);
        Instant recordedAt = recordedAt(position).orElseThrow(() -> Freshness.notYet(position));
        return made(position, recordedAt, state, balance, asked);
    }

    private static Progress made(long position, Instant recordedAt, CampaignState state, Balance balance, Asked asked) {
        return ProgressMaker.make(state, balance, new Moment(position, recordedAt, today(state, asked, recordedAt),
                asked.on()), asked.unit());
    }

    private Optional<Instant> recordedAt(long position) {
        return store.at(position).map(RecordedEvent::recordedAt);
    }
}
