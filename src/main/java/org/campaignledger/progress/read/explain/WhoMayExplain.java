package org.campaignledger.progress.read.explain;

import java.util.Optional;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;

/**
 * Whose figures one may see down to the records: ADMIN and AUDITOR everyone's; a REPORTER those of its unit with its
 * sub-units (of a sub-unit, its own alone); a HOST those of its category. Nobody else: above all no JUDGE, for whom
 * postings would tell who submitted what (rule 15).
 */
final class WhoMayExplain {

    private WhoMayExplain() {}

    /**
     * Refuses whoever may not.
     *
     * @throws Refused 403 {@code wrong-role} if the role is not enough for what is asked; 404 if it is outside the scope
     */
    static void check(Actor actor, CampaignState state, @Nullable String unit, @Nullable String category) {
        switch (actor.role()) {
            case ADMIN, AUDITOR -> {
            }
            case REPORTER -> mustBeGivenAndOwn(unit, isWithin(actor, state, unit));
            case HOST -> mustBeGivenAndOwn(category, category != null && category.equals(actor.scope()));
            case PUBLIC, JUDGE, SYSTEM -> throw Refused.forbidden("wrong-role");
        }
    }

    private static void mustBeGivenAndOwn(@Nullable String scope, boolean own) {
        if (scope == null) {
            throw Refused.forbidden("wrong-role");
        }
        if (!own) {
            throw Refused.notFound();
        }
    }

    private static boolean isWithin(Actor actor, CampaignState state, @Nullable String unit) {
        String own = actor.scope();
        return unit != null && own != null
                && (unit.equals(own) || state.reportingUnitOf(unit).equals(Optional.of(own)));
    }
}
