package org.campaignledger.judging.events;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * An entry that has a rank takes part no more: disqualified, withdrawn or reversed. The ranking stays as it was made; the
 * entry no longer counts as judged (rule 13).
 *
 * @param entry      the entry
 * @param campaign   the campaign
 * @param category   the category
 * @param unit       the unit or sub-unit for which it was counted
 * @param occurredOn the day on which it was counted
 */
public record JudgedEntryLeft(
        String entry, String campaign, String category, String unit, LocalDate occurredOn) implements JudgingEvent {

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.JUDGED, unit, category, -1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, entry, occurredOn);
    }
}
