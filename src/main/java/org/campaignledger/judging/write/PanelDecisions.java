package org.campaignledger.judging.write;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.campaignledger.judging.events.JudgeRecused;
import org.campaignledger.judging.events.JudgesAssigned;
import org.campaignledger.judging.events.PanelEvent;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.events.Seat;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.Judging;
import org.campaignledger.judging.model.Jury;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.APhaseIsOpen;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.jspecify.annotations.Nullable;

/** What may be done about an entry's jury, and by it. */
final class PanelDecisions {

    private PanelDecisions() {}

    /**
     * What a decision depends on.
     *
     * @param actor   who asks
     * @param rules   of the campaign
     * @param judging of the category
     * @param entry   the entry
     * @param jury    its jury
     */
    record Facts(Actor actor, CampaignRules rules, Judging judging, Candidate entry, Jury jury) {}

    /** Rules 2, 13 and 14: by a host of the category, a judge of another unit who has not recused. */
    static JudgesAssigned assign(PanelCommand.AssignJudge command, Facts facts, JudgeDirectory directory) {
        AHostRunsItsOwnCategory.check(facts.actor(), facts.entry().category());
        JudgingStages.mustNotHaveEnded(facts.judging());
        Checks checks = new Checks();
        APhaseIsOpen.check(facts.rules(), "JUDGE").ifPresent(checks::add);
        checks.that(facts.entry().isJudged(), "", "entry-not-recommended");
        JudgeDirectory.Judge judge = directory.judges().stream()
                .filter(known -> known.account().equals(command.judge())).findFirst().orElse(null);
        checks.that(judge != null, "judge", "unknown-judge");
        if (judge != null) {
            AJudgeNeverScoresTheirOwnUnit.check(facts.rules(), "judge", facts.entry().unit(), judge.unit())
                    .ifPresent(checks::add);
        }
        Jury.Place place = facts.jury().of(command.judge());
        checks.that(place == null || !place.recused(), "judge", "judge-has-recused");
        checks.refuseIfAny();
        if (place != null) {
            throw Refused.conflict("judge-already-assigned", null);
        }
        return new JudgesAssigned(facts.entry().id(), facts.entry().campaign(), facts.entry().category(),
                List.of(new Seat(command.judge(), Objects.requireNonNull(judge).unit())), null);
    }

    /** By a judge of the entry, as long as scores are taken or have not been yet. */
    static JudgeRecused recuse(PanelCommand.Recuse command, Facts facts) {
        Jury.Place place = place(facts);
        JudgingStages.mustNotHaveEnded(facts.judging());
        Checks checks = new Checks();
        APhaseIsOpen.check(facts.rules(), "JUDGE").ifPresent(checks::add);
        checks.refuseIfAny();
        if (place.recused()) {
            throw Refused.conflict("judge-has-recused", null);
        }
        PanelCommand.Words words = command.words();
        return new JudgeRecused(facts.entry().id(), facts.entry().campaign(), facts.entry().category(),
                facts.actor().account(), words == null ? null : words.subject(),
                words == null ? null : words.sealed());
    }

    /** Rules 2, 13 and 14: by a judge of the entry, of another unit, who has not recused, while scores are taken. */
    static PanelEvent score(PanelCommand.GiveScore command, Facts facts) {
        Jury.Place place = place(facts);
        JudgingStages.mustBeScoring(facts.judging());
        if (place.recused()) {
            throw Refused.conflict("judge-has-recused", null);
        }
        Checks checks = new Checks();
        APhaseIsOpen.check(facts.rules(), "JUDGE").ifPresent(checks::add);
        checks.that(facts.entry().isJudged(), "", "entry-not-recommended");
        AJudgeNeverScoresTheirOwnUnit.check(facts.rules(), "", facts.entry().unit(), facts.actor().scope())
                .ifPresent(checks::add);
        pointsFit(command.points(), Objects.requireNonNull(facts.judging().terms()), checks);
        checks.refuseIfAny();
        Candidate entry = facts.entry();
        String judge = facts.actor().account();
        PanelCommand.Words words = command.words();
        @Nullable
        String subject = words == null ? null : words.subject();
        @Nullable
        String sealed = words == null ? null : words.sealed();
        Map<String, Integer> points = new TreeMap<>(command.points());
        return place.points() == null
                ? new ScoreGiven(entry.id(), entry.campaign(), entry.category(), judge, points, subject, sealed)
                : new ScoreRevised(entry.id(), entry.campaign(), entry.category(), judge, points, subject, sealed);
    }

    /** Points for each criterion of the rubric and for no other, from 0 to its most. */
    static void pointsFit(Map<String, Integer> points, Terms terms, Checks checks) {
        terms.rubric().forEach(criterion -> {
            String field = "scores." + criterion.criterion();
            Integer given = points.get(criterion.criterion());
            if (checks.required(given, field) && given != null) {
                checks.that(given >= 0 && given <= criterion.max(), field, "out-of-range",
                        Map.of("min", 0, "max", criterion.max()));
            }
        });
        Set<String> others = new java.util.TreeSet<>(points.keySet());
        terms.rubric().forEach(criterion -> others.remove(criterion.criterion()));
        others.forEach(other -> checks.that(false, "scores." + other, "unknown-criterion"));
    }

    /** The actor's own place; an entry that is not assigned to a judge is none for them. */
    private static Jury.Place place(Facts facts) {
        if (facts.actor().role() != Role.JUDGE) {
            throw Refused.forbidden("wrong-role");
        }
        Jury.Place place = facts.jury().of(facts.actor().account());
        if (place == null) {
            throw Refused.notFound();
        }
        return place;
    }
}
