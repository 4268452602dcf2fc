package org.campaignledger.platform.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One version of a record in its register.
 *
 * @param id         the record
 * @param position   the position at which the record was made
 * @param campaign   its campaign
 * @param unit       the unit or sub-unit it is of; absent for what is of a category
 * @param occurredOn its business date
 * @param recordedAt the instant at which it was recorded
 * @param state      {@code RECORDED}, after corrections {@code AMENDED}, {@code REVERSED} or {@code MERGED}
 * @param fields     what else is shown of it, by name at the door; numbers, texts, or maps of them
 * @param search     the text in which {@code ?text=} looks
 */
public record RegisterRow(
        String id, long position, String campaign, @Nullable String unit, LocalDate occurredOn, Instant recordedAt,
        String state,
        Map<String, ? extends @Nullable Object> fields, String search) {

    /** The state of a record as first written. */
    public static final String RECORDED = "RECORDED";

    /** The state of a record of which fields were amended. */
    public static final String AMENDED = "AMENDED";

    /** The state of a record that was taken back. */
    public static final String REVERSED = "REVERSED";

    /** The state of a record that was taken back because another is the same. */
    public static final String MERGED = "MERGED";
}
