package org.campaignledger.correction.duplicates;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.campaignledger.platform.duplicates.ComparedRecords;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps the lists of likely duplicates up to date: some minutes after the ledger has moved on, or at once for whoever
 * waits. Any number of instances may do so: a list that another has just made is left alone.
 */
@Component
class WhenRecordsChangeLikelyDuplicatesAreListed implements SmartLifecycle {

    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final List<ComparedRecords> kinds;
    private final CampaignRulesSource rules;
    private final LedgerStore store;
    private final ProjectionPositions positions;
    private final DuplicateTables tables;
    private final Listing listing;
    private final Duration interval;
    private final Map<DuplicateTables.Part, Long> wanted = new ConcurrentHashMap<>();
    private final Repeating work = new Repeating("likely-duplicates", GLANCE, this::look);

    WhenRecordsChangeLikelyDuplicatesAreListed(List<ComparedRecords> kinds, CampaignRulesSource rules,
            LedgerStore store, ProjectionPositions positions, DuplicateTables tables, Listing listing,
            @Value("${ledger.duplicates-interval:5m}") Duration interval) {
        this.kinds = List.copyOf(kinds);
        this.rules = rules;
        this.store = store;
        this.positions = positions;
        this.tables = tables;
        this.listing = listing;
        this.interval = interval;
    }

    /** Somebody waits for the lists of a campaign to be as far as this position, which has been written. */
    void want(String campaign, List<String> ofKinds, long position) {
        ofKinds.forEach(kind -> wanted.merge(new DuplicateTables.Part(campaign, kind), position, Math::max));
    }

    private boolean look() {
        Map<DuplicateTables.Part, DuplicateTables.Standing> standings = tables.standings(interval);
        long head = store.head();
        @Nullable
        RuntimeException trouble = null;
        for (String campaign : rules.campaigns()) {
            for (ComparedRecords kind : kinds) {
                try {
                    look(campaign, kind, standings, head);
                } catch (RuntimeException later) {
                    trouble = later; // the others' lists do not wait for it
                }
            }
        }
        if (trouble != null) {
            throw trouble;
        }
        return false;
    }

    private void look(String campaign, ComparedRecords kind,
            Map<DuplicateTables.Part, DuplicateTables.Standing> standings, long head) {
        DuplicateTables.Part part = new DuplicateTables.Part(campaign, kind.kind());
        DuplicateTables.Standing standing = standings.get(part);
        Long waitedFor = wanted.remove(part);
        if (waitedFor != null && (standing == null || standing.position() < waitedFor)) {
            positions.await(kind.kind(), waitedFor, Freshness.LONGEST_WAIT);
            listing.upToDate(campaign, kind);
        } else if (standing == null || standing.position() < head && !standing.fresh()) {
            listing.upToDate(campaign, kind);
        }
    }

    @Override
    public void start() {
        work.start();
    }

    @Override
    public void stop() {
        work.stop();
    }

    @Override
    public boolean isRunning() {
        return work.isRunning();
    }

    /** After what a command needs, before the web server. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 4_000;
    }
}
