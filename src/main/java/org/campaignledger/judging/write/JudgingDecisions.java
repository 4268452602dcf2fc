package org.campaignledger.judging.write;

import org.campaignledger.judging.events.JudgingOpened;
import org.campaignledger.judging.events.ScoringEnded;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.APhaseIsOpen;
import org.campaignledger.platform.rules.CampaignRules;

/** What may be done with the judging of a category, by whom and when (rule 2). */
final class JudgingDecisions {

    private JudgingDecisions() {}

    /** Once, by a host of the category, while works are judged. */
    static JudgingOpened open(JudgingCommand.OpenJudging command, Judging judging, Actor actor, CampaignRules rules) {
        byItsHost(actor, rules, command.category());
        JudgingStages.mustNotHaveBegun(judging);
        phase(rules, "JUDGE");
        return new JudgingOpened(command.campaign(), command.category(), command.terms());
    }

    /** By a host of the category, while works are judged and scores are taken or have not been yet. */
    static void mayDraw(Judging judging, Actor actor, CampaignRules rules, String category) {
        byItsHost(actor, rules, category);
        JudgingStages.mustNotHaveEnded(judging);
        phase(rules, "JUDGE");
    }

    /** By a host of the category, while scores are taken. */
    static ScoringEnded end(JudgingCommand.EndScoring command, Judging judging, Actor actor, CampaignRules rules) {
        byItsHost(actor, rules, command.category());
        JudgingStages.mustBeScoring(judging);
        phase(rules, "JUDGE", "SUMMARISE");
        return new ScoringEnded(command.campaign(), command.category());
    }

    /**
     * By a host of the category, or by the ledger itself where a host has ended scoring and the rest has not followed:
     * that was allowed when it was asked for.
     */
    static void mayClose(Judging judging, Actor actor, CampaignRules rules, String category) {
        if (actor.role() != Role.SYSTEM) {
            byItsHost(actor, rules, category);
            phase(rules, "JUDGE", "SUMMARISE");
        }
        JudgingStages.mustHaveEnded(judging);
    }

    private static void byItsHost(Actor actor, CampaignRules rules, String category) {
        AHostRunsItsOwnCategory.check(actor, category);
        if (!rules.categories().containsKey(category)) {
            throw Refused.notFound();
        }
    }

    private static void phase(CampaignRules rules, String... phases) {
        Checks checks = new Checks();
        APhaseIsOpen.check(rules, phases).ifPresent(checks::add);
        checks.refuseIfAny();
    }
}
