package org.campaignledger.measure.write.filemeasure;

import java.time.LocalDate;
import java.util.Map;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * Rule 4 for measures: done inside the campaign's window and not in the future. The window ends with the last phase, the
 * summing-up, to which the hosts' summaries belong; where an ADMIN has extended a phase beyond the window, its last day
 * is the last.
 */
final class AMeasureIsOfTheCampaignsDays {

    private static final String FIELD = "on";

    private AMeasureIsOfTheCampaignsDays() {}

    /** Adds {@code outside-window} or {@code in-the-future}. */
    static void check(CampaignRules rules, @Nullable LocalDate on, LocalDate today, Checks checks) {
        if (on == null) {
            return;
        }
        LocalDate last = rules.phases().values().stream().map(CampaignRules.Phase::to).reduce(rules.to(),
                (one, other) -> one.isAfter(other) ? one : other);
        if (on.isBefore(rules.from()) || on.isAfter(last)) {
            checks.add(new Violation(FIELD, "outside-window", Map.of("from", rules.from(), "to", last)));
        } else if (on.isAfter(today)) {
            checks.add(Violation.of(FIELD, "in-the-future", "today", today));
        }
    }
}
