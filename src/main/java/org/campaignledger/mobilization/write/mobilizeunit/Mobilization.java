package org.campaignledger.mobilization.write.mobilizeunit;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.mobilization.events.UnitMobilized;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.RecordRules;

/** What may be recorded of a grass-roots union. */
final class Mobilization {

    private Mobilization() {}

    /** Rules 2, 4 and 8; that it counts once (rule 6) is a claim of the event. */
    static UnitMobilized decide(MobilizeUnit command, Actor actor, CampaignRules rules, LocalDate today) {
        Checks checks = new Checks();
        RecordRules.check(rules, actor, command.unit(), "occurredOn", command.occurredOn(), today, checks);
        checks.refuseIfAny();
        return new UnitMobilized(command.id(), command.campaign(), command.unit(), command.organization(),
                command.employees(), command.occurredOn());
    }
}
