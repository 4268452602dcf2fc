package org.campaignledger.trail.read;

import java.time.Instant;
import java.util.Map;

import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What the trail is asked for.
 *
 * @param type     short name of an event
 * @param unit     a unit, its sub-units included
 * @param category a category
 * @param actor    user name
 * @param recordId a record
 * @param from     recorded at this instant or later
 * @param to       recorded at this instant or before
 * @param text     a part of what stands in the event
 * @param limit    rows at most
 * @param after    cursor of the page before
 * @param waitFor  wait until the trail reflects this position
 */
record TrailParameters(
        @Nullable String type, @Nullable String unit, @Nullable String category, @Nullable String actor,
        @Nullable String recordId, @Nullable Instant from, @Nullable Instant to, @Nullable String text,
        @Nullable Integer limit, @Nullable String after, @Nullable Long waitFor) {

    static final int MAX_LIMIT = 500;
    private static final int DEFAULT_LIMIT = 50;

    /** Refuses with everything that is wrong: 422. */
    TrailParameters checked() {
        Checks checks = new Checks();
        checks.that(rows() >= 1 && rows() <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.that(after == null || after.matches("\\d{1,18}"), "after", "bad-cursor");
        checks.that(from == null || to == null || !to.isBefore(from), "to", "period-reversed");
        checks.refuseIfAny();
        return this;
    }

    int rows() {
        return limit == null ? DEFAULT_LIMIT : limit;
    }
}
