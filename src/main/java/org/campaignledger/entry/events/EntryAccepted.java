package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A host found a work eligible.
 *
 * @param id         the entry
 * @param campaign   the campaign
 * @param category   the category
 * @param unit       the unit or sub-unit for which it was submitted
 * @param reason     a remark, where one was made
 * @param occurredOn the day
 */
public record EntryAccepted(
        String id, String campaign, String category, String unit, @Nullable String reason,
        LocalDate occurredOn) implements EntryEvent {

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.ACCEPTED, unit, category, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, occurredOn);
    }
}
