package org.campaignledger.subscription.desk;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.jspecify.annotations.Nullable;

/** One is told only of what one may see: a REPORTER of its own unit, and nobody of what their role does not ask. */
final class ASubscriptionKeepsToItsScope {

    private ASubscriptionKeepsToItsScope() {}

    /**
     * Everything that is wrong with it.
     *
     * @throws Refused 403 {@code foreign-unit}, whatever else is wrong
     */
    static void check(Actor actor, Kind kind, Terms terms, CampaignRules rules, Checks checks) {
        checks.that(kind.roles().contains(actor.role()), "kind", "not-told-to-this-role");
        @Nullable
        String unit = terms.unit();
        if (unit != null && rules.units().containsKey(unit) && actor.role() == Role.REPORTER && !rules.isWithin(unit,
                actor.scope())) {
            throw Refused.forbidden("foreign-unit");
        }
        checks.that(unit == null || rules.units().containsKey(unit), "unit", "unknown-unit");
        checks.that(unit == null || actor.role() != Role.HOST, "unit", "not-taken-here");
        String metric = terms.metric();
        checks.that(metric == null || Metric.of(metric).isPresent(), "metric", "unknown-metric");
    }

    /** The unit whose plan a REPORTER watches when it names none: its own. */
    static @Nullable String unit(Actor actor, Terms terms) {
        return terms.unit() == null && actor.role() == Role.REPORTER ? actor.scope() : terms.unit();
    }
}
