package org.campaignledger.platform.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.campaignledger.kernel.Violation;

/** Rule 4: what is recorded occurred inside the campaign's window, and not in the future. */
public final class ItOccurredInsideTheWindow {

    private ItOccurredInsideTheWindow() {}

    /**
     * Empty if the day is one on which it may have occurred.
     *
     * @param field the field that holds the day
     * @param today in the campaign's zone
     */
    public static Optional<Violation> check(CampaignRules rules, String field, LocalDate day, LocalDate today) {
        if (day.isBefore(rules.from()) || day.isAfter(rules.to())) {
            return Optional.of(new Violation(field, "outside-window", Map.of("from", rules.from(), "to", rules.to())));
        }
        return day.isAfter(today)
                ? Optional.of(Violation.of(field, "in-the-future", "today", today))
                : Optional.empty();
    }
}
