package org.campaignledger.correction.duplicates;

import java.util.Map;
import java.util.Set;

import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.duplicates.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * What the list of likely duplicates is asked for.
 *
 * @param kind      records of this kind alone
 * @param unit      pairs of which one at least is of this unit, its sub-units included
 * @param minScore  pairs of this score or above, 0 to 100
 * @param dismissed true for those of which somebody has said that they are two, instead of the others
 * @param limit     pairs at most
 * @param after     cursor of the page before
 * @param waitFor   wait until the list reflects this position
 */
record DuplicateParameters(
        @Nullable String kind, @Nullable String unit, @Nullable Integer minScore, @Nullable Boolean dismissed,
        @Nullable Integer limit, @Nullable String after, @Nullable Long waitFor) {

    private static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;
    private static final String CURSOR = "\\d{1,3}-\\d{1,18}-\\d{1,18}";

    /** Refuses with everything that is wrong: 422. */
    DuplicateParameters checked(Set<String> kinds) {
        Checks checks = new Checks();
        checks.that(kind == null || kinds.contains(kind), "kind", "unknown-kind", Map.of("allowed", kinds));
        checks.that(minScore == null || minScore >= 0 && minScore <= Likeness.MOST, "minScore", "out-of-range",
                Map.of("min", 0, "max", Likeness.MOST));
        checks.that(rows() >= 1 && rows() <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.that(after == null || after.matches(CURSOR), "after", "bad-cursor");
        checks.refuseIfAny();
        return this;
    }

    int rows() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    boolean isDismissed() {
        return Boolean.TRUE.equals(dismissed);
    }
}
