package org.campaignledger.progress.live;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.balance.Books;
import org.campaignledger.progress.balance.Change;
import org.campaignledger.progress.checkpoint.Standing;
import org.campaignledger.progress.timeline.CampaignState;
import org.campaignledger.progress.timeline.CampaignTimeline;

/** The fold of the ledger up to a position, for all campaigns. Not thread-safe: {@link LiveProgress} guards it. */
final class LiveState {

    private final Books books;
    private final Map<String, CampaignTimeline> timelines = new HashMap<>();
    private final Map<String, Long> changedAt = new HashMap<>();
    private final Instant generation;
    private final long from;
    private long position;
    private Instant recordedAt;

    LiveState(Standing standing) {
        this.books = new Books(standing.balances());
        this.generation = standing.generation();
        this.from = standing.position();
        this.position = standing.position();
        this.recordedAt = standing.recordedAt();
        standing.campaignEvents().forEach(kept -> add(kept.position(), kept.event()));
    }

    /** Takes in the next event; those that are in already are passed over, since a reopened stream may repeat some. */
    void take(long next, Instant at, Change change) {
        if (next <= position) {
            return;
        }
        if (next != position + 1) {
            throw new IllegalStateException("event " + next + " does not follow " + position);
        }
        position = next;
        recordedAt = at;
        CampaignEvent event = change.campaignEvent();
        if (event != null) {
            add(next, event);
        }
        String campaign = change.campaign();
        if (campaign != null && (event != null || books.take(change))) {
            changedAt.put(campaign, next);
        }
    }

    private void add(long at, CampaignEvent event) {
        timelines.computeIfAbsent(event.campaign(), campaign -> new CampaignTimeline()).add(at, event);
    }

    long position() {
        return position;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant generation() {
        return generation;
    }

    /** The position from which on the campaign's figures are what they are now. */
    long changedAt(String campaign) {
        return changedAt.getOrDefault(campaign, from);
    }

    Balance balance(String campaign) {
        return books.of(campaign);
    }

    Optional<CampaignState> campaign(String campaign) {
        CampaignTimeline timeline = timelines.get(campaign);
        return timeline == null ? Optional.empty() : timeline.now();
    }

    Optional<CampaignState> campaignAt(String campaign, long at) {
        CampaignTimeline timeline = timelines.get(campaign);
        return timeline == null ? Optional.empty() : timeline.at(at);
    }

    int campaignCount() {
        return timelines.size();
    }

    /** Ids of all campaigns that were ever opened. */
    Set<String> campaigns() {
        Set<String> open = new TreeSet<>();
        timelines.forEach((campaign, timeline) -> timeline.now().ifPresent(state -> open.add(campaign)));
        return open;
    }
}
