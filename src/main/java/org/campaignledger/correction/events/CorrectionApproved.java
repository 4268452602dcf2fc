package org.campaignledger.correction.events;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A correction takes effect; the events behind it in the same append say how.
 *
 * @param id              the correction
 * @param campaign        its campaign; absent for accounts
 * @param unit            the unit or sub-unit of all its records, where they have one in common
 * @param record          the record that it is about, where it is about one
 * @param reviewedVersion the version whose effect the reviewer has seen
 * @param reason          in the words of who decided, where they gave some
 * @param effect          the effect that was seen, where it is another than was asked for
 */
public record CorrectionApproved(
        String id, @Nullable String campaign, @Nullable String unit, @Nullable String record, long reviewedVersion,
        @Nullable String reason, @Nullable Map<String, Object> effect) implements CorrectionEvent {}
