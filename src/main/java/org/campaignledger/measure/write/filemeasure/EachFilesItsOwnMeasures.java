package org.campaignledger.measure.write.filemeasure;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.AReporterRecordsForItsOwnUnit;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** Rule 8 for measures: a reporter files for its own unit or a part of it, a host for its own category. */
final class EachFilesItsOwnMeasures {

    private EachFilesItsOwnMeasures() {}

    /**
     * Passes silently for one's own, and for what does not exist or is absent: that is reported with the rest.
     *
     * @throws Refused 403 for a foreign unit or category, or for another role
     */
    static void check(CampaignRules rules, Actor actor, @Nullable String unit, @Nullable String category) {
        switch (actor.role()) {
            case REPORTER -> {
                if (unit != null) {
                    AReporterRecordsForItsOwnUnit.check(rules, actor, unit);
                } else if (category != null && rules.categories().containsKey(category)) {
                    throw Refused.forbidden("foreign-category");
                }
            }
            case HOST -> {
                if (category != null && rules.categories().containsKey(category) && !category.equals(actor.scope())) {
                    throw Refused.forbidden("foreign-category");
                }
                if (category == null && unit != null && rules.units().containsKey(unit)) {
                    throw Refused.forbidden("foreign-unit");
                }
            }
            default -> throw Refused.forbidden("wrong-role");
        }
    }
}
