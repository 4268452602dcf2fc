package org.campaignledger.correction.duplicates;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.ComparedRecords;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the list of likely duplicates of one kind in one campaign: reads the records in one snapshot, compares them with
 * nothing held in the database but the turn, and replaces the list in one transaction.
 */
@Component
class Listing {

    private static final Logger LOG = LoggerFactory.getLogger(Listing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DuplicateTables tables;
    private final CampaignRulesSource rules;
    private final ProjectionPositions positions;
    private final TransactionTemplate turn;
    private final TransactionTemplate snapshot;

    Listing(DuplicateTables tables, CampaignRulesSource rules, ProjectionPositions positions,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.rules = rules;
        this.positions = positions;
        this.turn = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    private record Read(long position, List<Compared> records) {}

    /**
     * Makes the list anew, whether anything has changed or not; waits for another who is at it.
     *
     * @throws Refused 503 {@code busy} if the other takes too long
     */
    Run anew(String campaign, ComparedRecords kind) {
        DuplicateTables.Part part = new DuplicateTables.Part(campaign, kind.kind());
        try {
            return Objects.requireNonNull(turn.execute(status -> {
                tables.take(part, true, PATIENCE);
                return list(part, kind, read(campaign, kind));
            }));
        } catch (CannotAcquireLockException stillAtIt) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
    }

    /** Brings the list up to date, with as little as it takes; nothing is done while another is at it. */
    void upToDate(String campaign, ComparedRecords kind) {
        DuplicateTables.Part part = new DuplicateTables.Part(campaign, kind.kind());
        turn.executeWithoutResult(status -> {
            if (!tables.take(part, false, PATIENCE)) {
                return;
            }
            Optional<Run> last = Optional.ofNullable(tables.runs(campaign).get(kind.kind()));
            long reached = positions.positionOf(kind.kind());
            if (last.isPresent() && !kind.changedSince(campaign, last.get().position())) {
                forgetWhatIsGone(part, kind);
                tables.stillHolds(part, reached);
            } else {
                list(part, kind, read(campaign, kind));
            }
        });
    }

    private Read read(String campaign, ComparedRecords kind) {
        CampaignRules known = rules.rules(campaign);
        return Objects.requireNonNull(snapshot.execute(status -> {
            long position = positions.positionOf(kind.kind());
            return new Read(position, kind.inForce(known));
        }));
    }

    private Run list(DuplicateTables.Part part, ComparedRecords kind, Read read) {
        Comparison.Found found = Comparison.of(read.records(), kind::likeness);
        forgetWhatIsGone(part, kind);
        tables.replace(part, read.position(), found);
        if (found.cutBlocks() > 0 || found.cutShort()) {
            LOG.info("Likely duplicates among {} of campaign {}: {} groups were cut{}", part.kind(), part.campaign(),
                    found.cutBlocks(), found.cutShort() ? ", and the least likely left out" : "");
        }
        return new Run(part.kind(), read.position(), found.records(), found.compared(), found.pairs().size(),
                found.cutBlocks(), found.cutShort());
    }

    /**
     * Records that were taken back, and people who were erased: that someone of the same name works in the same place
     * would still tell who they were. What was said of such a pair goes with it.
     */
    private void forgetWhatIsGone(DuplicateTables.Part part, ComparedRecords kind) {
        Set<String> gone = new HashSet<>(tables.named(part));
        gone.removeAll(kind.shown(part.campaign(), gone).keySet());
        tables.forget(part, gone);
    }
}
