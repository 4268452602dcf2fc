package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A unit recommended a work for judging (rule 13).
 *
 * @param id         the entry
 * @param campaign   the campaign
 * @param category   the category
 * @param unit       the unit or sub-unit for which it was submitted
 * @param place      the place among the unit's recommendations that it takes, where these are limited
 * @param occurredOn the day
 */
public record EntryRecommended(
        String id, String campaign, String category, String unit, Entry.@Nullable Place place,
        LocalDate occurredOn) implements EntryEvent {

    @Override
    public List<Posting> postings() {
        return List.of(new Posting(Metric.RECOMMENDED, unit, category, 1, occurredOn));
    }

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, category, id, occurredOn);
    }

    @Override
    public List<Claim> claims() {
        return place == null ? List.of() : List.of(place.claim(campaign, category));
    }
}
