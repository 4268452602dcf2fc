package org.campaignledger.correction.write;

import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.correction.Standing;
import org.campaignledger.platform.rules.AReporterRecordsForItsOwnUnit;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** A reporter asks for corrections of records within its scope, and to nowhere beyond it; an admin for any. */
final class AReporterCorrectsItsOwnRecords {

    private AReporterCorrectsItsOwnRecords() {}

    /**
     * Passes if all records may be corrected by the actor.
     *
     * @param changes the changes, whose unit must be within the scope as well
     * @throws Refused 404 for a record outside the scope, 403 for a foreign unit or another role
     */
    static void check(Actor actor, List<Standing> records, @Nullable Standing survivor, Map<String, Object> changes,
            @Nullable CampaignRules rules) {
        if (actor.role() == Role.ADMIN) {
            return;
        }
        if (actor.role() != Role.REPORTER || rules == null) {
            throw Refused.forbidden("wrong-role");
        }
        records.forEach(record -> mustBeWithin(actor, record, rules));
        if (survivor != null) {
            mustBeWithin(actor, survivor, rules);
        }
        if (changes.get("unit") instanceof String unit) {
            AReporterRecordsForItsOwnUnit.check(rules, actor, unit);
        }
    }

    private static void mustBeWithin(Actor actor, Standing record, CampaignRules rules) {
        String unit = record.unit();
        if (unit == null || !rules.isWithin(unit, actor.scope())) {
            throw Refused.notFound();
        }
    }
}
