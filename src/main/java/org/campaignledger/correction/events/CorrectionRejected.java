package org.campaignledger.correction.events;

import org.jspecify.annotations.Nullable;

/**
 * A correction was refused by whoever reviewed it; nothing changes.
 *
 * @param id       the correction
 * @param campaign its campaign; absent for accounts
 * @param unit     the unit or sub-unit of all its records, where they have one in common
 * @param record   the record that it is about, where it is about one
 * @param reason   in the words of who decided, where they gave some
 */
public record CorrectionRejected(
        String id, @Nullable String campaign, @Nullable String unit,
        @Nullable String record, @Nullable String reason) implements CorrectionEvent {}
