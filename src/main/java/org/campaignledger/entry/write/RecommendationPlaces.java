package org.campaignledger.entry.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.CategoryRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Rule 13: a unit recommends at most what the category allows. Each recommendation takes one of that many places as a
 * natural key, so that two at once can't both take the last; sub-units share their unit's.
 */
@Component
class RecommendationPlaces {

    private final LedgerStore store;

    RecommendationPlaces(LedgerStore store) {
        this.store = store;
    }

    /**
     * A free place for an entry of a unit; absent where the category sets no limit.
     *
     * @throws Refused 422 {@code recommendation-limit}
     */
    Entry.@Nullable Place free(CampaignRules rules, String campaign, String category, String unit) {
        CategoryRules known = Objects.requireNonNull(rules.categories().get(category), category);
        Integer limit = known.recommendLimit();
        if (limit == null) {
            return null;
        }
        String reporting = Objects.requireNonNull(rules.units().get(unit), unit).reporting();
        List<Entry.Place> places = IntStream.rangeClosed(1, limit)
                .mapToObj(number -> new Entry.Place(reporting, number)).toList();
        Map<Claim, ClaimHolder> taken = store.holdersOf(places.stream()
                .map(place -> place.claim(campaign, category)).toList());
        return places.stream().filter(place -> !taken.containsKey(place.claim(campaign, category))).findFirst()
                .orElseThrow(() -> Refused.because(new Violation("", "recommendation-limit",
                        Map.of("max", limit, "unit", reporting))));
    }
}
