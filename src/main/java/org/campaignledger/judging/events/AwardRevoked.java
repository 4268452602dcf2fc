package org.campaignledger.judging.events;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * An award is taken back. Posts the negative of what it counted for.
 *
 * @param award      the award as it was granted
 * @param cause      what it is taken back for
 * @param reason     in words
 * @param occurredOn the day on which it counts no more: that of the decision or the disqualification; where a correction
 *                   says that it should never have been granted, the day of the grant
 */
public record AwardRevoked(
        AwardGranted award, Cause cause, String reason, LocalDate occurredOn) implements JudgingEvent {

    /** What an award is taken back for. */
    public enum Cause {
        /** Somebody decided so. */
        DECISION,
        /** The ranking on which it rests was reversed. */
        RANKING_REVERSED,
        /** Its entry takes part no more (rule 21). */
        ENTRY_LEFT
    }

    @Override
    public String campaign() {
        return award.campaign();
    }

    @Override
    public String category() {
        return award.category();
    }

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.AWARDED, award.unit(), award.category(), -1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(award.campaign(), award.unit(), award.category(), award.id(), occurredOn);
    }
}
