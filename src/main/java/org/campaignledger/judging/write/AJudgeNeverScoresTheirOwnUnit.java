package org.campaignledger.judging.write;

import java.util.Optional;

import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** Rule 14: a judge never scores an entry of their own unit; a unit includes its sub-units, and these are part of it. */
final class AJudgeNeverScoresTheirOwnUnit {

    private AJudgeNeverScoresTheirOwnUnit() {}

    /** Empty if a judge of this unit may score an entry of that one. */
    static Optional<Violation> check(CampaignRules rules, String field, String entrysUnit,
            @Nullable String judgesUnit) {
        return conflict(rules, entrysUnit, judgesUnit)
                ? Optional.of(Violation.of(field, "own-unit"))
                : Optional.empty();
    }

    /** Whether the one is the other, a part of it, or the other a part of the one. */
    static boolean conflict(CampaignRules rules, String entrysUnit, @Nullable String judgesUnit) {
        return judgesUnit != null
                && (rules.isWithin(entrysUnit, judgesUnit) || rules.isWithin(judgesUnit, entrysUnit));
    }
}
