package org.campaignledger.platform.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What ends one version of a record and begins the next. What is absent stays as it was.
 *
 * @param id         the record
 * @param position   from here on
 * @param changedAt  the instant at which that was recorded
 * @param unit       the unit or sub-unit
 * @param occurredOn the business date
 * @param state      the state
 * @param correction the correction by which it came about
 * @param fields     fields that become others, by name
 * @param whole      whether these are all its fields: those that are not named are gone
 * @param search     the text in which {@code ?text=} looks
 */
public record RegisterChange(
        String id, long position, Instant changedAt, @Nullable String unit, @Nullable LocalDate occurredOn,
        String state, @Nullable String correction, Map<String, ? extends @Nullable Object> fields, boolean whole,
        @Nullable String search) {}
