package org.campaignledger.exchange.report;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * National figures are for everyone who is signed in; a report of one unit is for its REPORTER, one of a category for its
 * HOST, both for ADMIN and AUDITOR, and neither for a JUDGE.
 */
final class AReportKeepsToItsReadersScope {

    private AReportKeepsToItsReadersScope() {}

    /**
     * Passes silently for what the reader may see, and for what does not exist: that is told apart elsewhere.
     *
     * @throws Refused 403 {@code foreign-unit}, {@code foreign-category} or {@code wrong-role}
     */
    static void check(CampaignRules rules, Actor actor, @Nullable String unit, @Nullable String category) {
        switch (actor.role()) {
            case ADMIN, AUDITOR -> {
                // All of it.
            }
            case REPORTER -> {
                if (category != null) {
                    throw Refused.forbidden("foreign-category");
                }
                if (unit != null && !rules.isWithin(unit, actor.scope())) {
                    throw Refused.forbidden("foreign-unit");
                }
            }
            case HOST -> {
                if (unit != null) {
                    throw Refused.forbidden("foreign-unit");
                }
                if (category != null && !category.equals(actor.scope())) {
                    throw Refused.forbidden("foreign-category");
                }
            }
            default -> {
                if (unit != null || category != null) {
                    throw Refused.forbidden("wrong-role");
                }
            }
        }
    }
}
