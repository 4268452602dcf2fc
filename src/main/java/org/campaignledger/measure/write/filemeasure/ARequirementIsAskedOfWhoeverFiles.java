package org.campaignledger.measure.write.filemeasure;

import java.util.Map;

import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** A requirement is one of the campaign's, and asked of whoever files: some of units, some of hosts. */
final class ARequirementIsAskedOfWhoeverFiles {

    private static final String FIELD = "requirement";

    private ARequirementIsAskedOfWhoeverFiles() {}

    /** Adds {@code unknown-requirement}, or {@code requirement-of-hosts} or {@code requirement-of-units}. */
    static void check(CampaignRules rules, @Nullable String requirement, @Nullable String unit,
            @Nullable String category, Checks checks) {
        if (requirement == null) {
            return;
        }
        CampaignRules.Requirement asked = rules.requirements().get(requirement);
        if (asked == null) {
            checks.that(false, FIELD, "unknown-requirement",
                    Map.of("allowed", String.join(", ", rules.requirements().keySet())));
            return;
        }
        if (unit != null && category == null) {
            checks.that(!asked.ofCategory(), FIELD, "requirement-of-hosts");
        }
        if (category != null && unit == null) {
            checks.that(asked.ofCategory(), FIELD, "requirement-of-units");
        }
    }
}
