package org.campaignledger.correction.events;

import org.jspecify.annotations.Nullable;

/**
 * Who asked for a correction no longer does.
 *
 * @param id       the correction
 * @param campaign its campaign; absent for accounts
 * @param unit     the unit or sub-unit of all its records, where they have one in common
 * @param record   the record that it is about, where it is about one
 */
public record CorrectionWithdrawn(
        String id, @Nullable String campaign, @Nullable String unit,
        @Nullable String record) implements CorrectionEvent {}
