package org.campaignledger.propagandist.write.recruitpropagandist;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.RecordRules;
import org.campaignledger.propagandist.events.PropagandistRecruited;

/** What may be recorded of a propagandist. */
final class Propagandist {

    private Propagandist() {}

    /** Rules 2, 4, 6 and 8; that a person counts once is a claim of the event, that one can be told apart is not. */
    static PropagandistRecruited decide(RecruitPropagandist command, Actor actor, CampaignRules rules,
            LocalDate today) {
        Checks checks = new Checks();
        RecordRules.check(rules, actor, command.unit(), "occurredOn", command.occurredOn(), today, checks);
        checks.that(command.idKey() != null || command.phoneKey() != null, "person", "person-not-identified");
        checks.refuseIfAny();
        return new PropagandistRecruited(command.id(), command.campaign(), command.unit(), command.subject(),
                command.person(), command.idKey(), command.phoneKey(), command.employer(), command.occurredOn());
    }
}
