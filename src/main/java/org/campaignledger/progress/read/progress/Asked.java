package org.campaignledger.progress.read.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is asked of progress, as it came to the door.
 *
 * @param position as of this position; excludes {@code at}
 * @param at       as of this instant
 * @param on       only what occurred on this day or before
 * @param unit     only this unit or sub-unit in {@code units}
 */
public record Asked(
        @Nullable Long position, @Nullable Instant at, @Nullable LocalDate on, @Nullable String unit) {

    /** Progress as it stands, of all units. */
    public static final Asked NOW = new Asked(null, null, null, null);
}
