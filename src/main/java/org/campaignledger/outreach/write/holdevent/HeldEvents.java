package org.campaignledger.outreach.write.holdevent;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.rules.AFigureIsPlausible;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.RecordRules;

/** What may be recorded of an outreach event. */
final class HeldEvents {

    private HeldEvents() {}

    /** Rules 2, 4, 8 and 9; that the same is not recorded twice (rule 7) is a claim of the event. */
    static EventHeld decide(HoldEvent command, Actor actor, CampaignRules rules, LocalDate today) {
        EventHeld held = command.held();
        Checks checks = new Checks();
        RecordRules.check(rules, actor, held.unit(), "occurredOn", held.occurredOn(), today, checks);
        AFigureIsPlausible.check("contacts", held.contacts(), rules.bounds().contactsPerEvent()).ifPresent(checks::add);
        checks.refuseIfAny();
        return held;
    }
}
