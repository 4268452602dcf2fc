package org.campaignledger.platform.records;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What a register is asked for.
 *
 * @param unit  a unit (its sub-units included) or a sub-unit
 * @param from  occurred on this day or later
 * @param to    occurred on this day or before
 * @param text  a part of names, titles, places
 * @param state such as {@code RECORDED} or {@code REVERSED}
 * @param fields further fields and the values that they must have; names are the program's own, never the client's
 * @param blind what is looked for beside the text, all of it, where the register keeps texts encrypted
 * @param limit rows at most, 1 to {@value #MAX_LIMIT}
 * @param after cursor of the page before
 */
public record RegisterFilter(
        @Nullable String unit, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String text,
        @Nullable String state, Map<String, String> fields, List<String> blind,
        int limit, @Nullable String after) {

    /** Rows in a page at most. */
    public static final int MAX_LIMIT = 500;

    /** Rows in a page, unless asked otherwise. */
    public static final int DEFAULT_LIMIT = 50;

    /**
     * A filter from parameters as they came.
     *
     * @throws org.campaignledger.kernel.Refused 422 with everything that is wrong
     */
    public static RegisterFilter of(@Nullable String unit, @Nullable LocalDate from, @Nullable LocalDate to,
            @Nullable String text, @Nullable String state, Map<String, String> fields, List<String> blind,
            @Nullable Integer limit,
            @Nullable String after) {
        int rows = limit == null ? DEFAULT_LIMIT : limit;
        Checks checks = new Checks();
        checks.that(rows >= 1 && rows <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.that(after == null || after.matches("\\d{1,18}"), "after", "bad-cursor");
        checks.that(from == null || to == null || !to.isBefore(from), "to", "period-reversed");
        checks.refuseIfAny();
        return new RegisterFilter(unit, from, to, text, state, fields, blind, rows, after);
    }

    /** Adds a field to be looked for, where a value was given for it. */
    public static void add(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }

    /** The position before which the page begins. */
    long before() {
        return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    }
}
