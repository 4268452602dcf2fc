package org.campaignledger.platform.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parameters that every register takes (API, "Queries" and "Points in time").
 *
 * @param unit     a unit, its sub-units included
 * @param from     occurred on this day or later
 * @param to       occurred on this day or before
 * @param text     a part of names, titles, places
 * @param state    such as {@code RECORDED}, {@code AMENDED}, {@code REVERSED} or {@code MERGED}
 * @param limit    rows at most
 * @param after    cursor of the page before
 * @param position as of this position
 * @param at       as of this instant
 * @param on       only what occurred on this day or before
 * @param waitFor  wait until the register reflects this position
 */
public record RegisterParameters(
        @Nullable String unit, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String text,
        @Nullable String state, @Nullable Integer limit, @Nullable String after, @Nullable Long position,
        @Nullable Instant at,
        @Nullable LocalDate on, @Nullable Long waitFor) {

    RegisterFilter filter(Map<String, String> fields, List<String> blind) {
        return RegisterFilter.of(unit, from, to, text, state, fields, blind, limit, after);
    }
}
