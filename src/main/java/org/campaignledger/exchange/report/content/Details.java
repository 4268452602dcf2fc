package org.campaignledger.exchange.report.content;

import org.campaignledger.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Whose awards, measures and corrections a report tells: those of what it is about, within the scope of who asks. A judge
 * is told none: how works fare, and whose they are, stays out of a judge's sight (rule 15).
 *
 * @param seen        whether there are any details
 * @param unit        only of this unit and its parts
 * @param category    only of this category
 * @param corrections whether corrections are told
 */
record Details(boolean seen, @Nullable String unit, @Nullable String category, boolean corrections) {

    static Details of(Actor actor, Asked asked) {
        return switch (actor.role()) {
            case ADMIN, AUDITOR -> new Details(true, asked.unit(), asked.category(), true);
            case REPORTER -> new Details(true, asked.unit() == null ? actor.scope() : asked.unit(), null, true);
            case HOST -> new Details(true, null, actor.scope(), true);
            case JUDGE, PUBLIC, SYSTEM -> new Details(false, null, null, false);
        };
    }

    /** Whether it tells of many units and categories. */
    boolean all() {
        return seen && unit == null && category == null;
    }
}
