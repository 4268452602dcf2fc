package org.campaignledger.platform.rules;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;

/** Rule 8: a reporter records only for its own unit or sub-unit; a unit's reporter acts for its sub-units too. */
public final class AReporterRecordsForItsOwnUnit {

    private AReporterRecordsForItsOwnUnit() {}

    /**
     * Passes silently for the own unit, and for a unit that does not exist: that is reported with the other violations.
     *
     * @throws Refused 403 for a foreign unit, or for another role
     */
    public static void check(CampaignRules rules, Actor actor, String unit) {
        if (actor.role() != Role.REPORTER) {
            throw Refused.forbidden("wrong-role");
        }
        if (rules.units().containsKey(unit) && !rules.isWithin(unit, actor.scope())) {
            throw Refused.forbidden("foreign-unit");
        }
    }
}
