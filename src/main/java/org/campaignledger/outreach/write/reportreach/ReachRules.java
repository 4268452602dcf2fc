package org.campaignledger.outreach.write.reportreach;

import java.time.LocalDate;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.outreach.events.ReachReported;
import org.campaignledger.platform.rules.AFigureIsPlausible;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.ItOccurredInsideTheWindow;
import org.campaignledger.platform.rules.RecordRules;
import org.jspecify.annotations.Nullable;

/** What may be recorded of reach. */
final class ReachRules {

    private ReachRules() {}

    /** Rules 2, 4, 8, 9 and 10; that periods do not overlap is a claim of the event on each of its days. */
    static ReachReported decide(ReportReach command, Actor actor, CampaignRules rules, LocalDate today) {
        ReachReported reported = command.reported();
        Checks checks = new Checks();
        RecordRules.check(rules, actor, reported.unit(), "to", reported.to(), today, checks);
        period(rules, reported.from(), reported.to(), today, checks);
        figures(rules, reported.direct(), reported.secondary(), checks);
        checks.refuseIfAny();
        return reported;
    }

    /** Rule 10: the period lies inside the window; its last day is judged with the record's business date. */
    static void period(CampaignRules rules, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today,
            Checks checks) {
        if (from != null) {
            ItOccurredInsideTheWindow.check(rules, "from", from, today).ifPresent(checks::add);
        }
        checks.that(from == null || to == null || !to.isBefore(from), "to", "period-reversed");
    }

    /** Rule 9 for both figures; absent ones are passed over. */
    static void figures(CampaignRules rules, @Nullable Long direct, @Nullable Long secondary, Checks checks) {
        if (direct != null) {
            AFigureIsPlausible.check("direct", direct, rules.bounds().directPerReport()).ifPresent(checks::add);
        }
        if (secondary != null) {
            AFigureIsPlausible.check("secondary", secondary, rules.bounds().secondaryPerReport())
                    .ifPresent(checks::add);
        }
    }
}
