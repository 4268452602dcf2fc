package org.campaignledger.judging.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * An entry is awarded, on the strength of a line of the ranking (rule 17).
 *
 * @param id         the award
 * @param campaign   the campaign
 * @param category   the category
 * @param entry      the entry
 * @param unit       the unit or sub-unit for which it was submitted
 * @param level      one of the campaign's levels
 * @param rank       the entry's rank
 * @param score      its score, rounded half up to 4 decimals
 * @param ranking    digest of the ranking
 * @param closedAt   position of the closing that made it
 * @param occurredOn the day; in a campaign whose window has ended, the window's last day
 */
public record AwardGranted(
        String id, String campaign, String category, String entry, String unit, String level, int rank,
        BigDecimal score, String ranking, long closedAt, LocalDate occurredOn) implements JudgingEvent {

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.AWARDED, unit, category, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, occurredOn);
    }

    /** The award's own id: by it the award is found, for good. */
    @Override
    public List<Claim> claims() {
        return List.of(claim(id));
    }

    /** The key under which an award is found. */
    public static Claim claim(String id) {
        return new Claim("award", id);
    }
}
