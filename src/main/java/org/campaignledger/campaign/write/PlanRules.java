package org.campaignledger.campaign.write;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Checks;

/**
 * What the points of a plan must keep, where a definition gives one: they stand for good, and every pace is counted from
 * them. They are cumulative, so that none is below an earlier one, and lie in the phase over which the plan is spread.
 */
final class PlanRules {

    private static final String MOBILISE = "MOBILISE";

    private PlanRules() {}

    static void check(Definition definition, Checks checks) {
        Optional<Definition.Phase> mobilise = definition.phases().stream()
                .filter(phase -> phase.id().equals(MOBILISE)).findFirst();
        for (int i = 0; i < definition.targets().size(); i++) {
            List<Definition.PlanPoint> plan = definition.targets().get(i).plan();
            if (plan != null) {
                points(plan, "targets[" + i + "].plan", mobilise, checks);
            }
        }
    }

    private static void points(List<Definition.PlanPoint> plan, String field, Optional<Definition.Phase> mobilise,
            Checks checks) {
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < plan.size(); i++) {
            Definition.PlanPoint point = plan.get(i);
            String on = field + "[" + i + "].on";
            String amount = field + "[" + i + "].amount";
            checks.count(point.amount(), amount, true);
            checks.that(days.add(point.on()), on, "duplicate-plan-point");
            mobilise.ifPresent(phase -> checks.that(!point.on().isBefore(phase.from()) && !point.on().isAfter(phase
                    .to()), on, "plan-outside-phase", Map.of("from", phase.from(), "to", phase.to())));
            checks.that(plan.stream().noneMatch(earlier -> earlier.on().isBefore(point.on())
                    && earlier.amount() > point.amount()), amount, "plan-falls");
        }
    }
}
