package org.campaignledger.platform.correction;

import org.jspecify.annotations.Nullable;

/**
 * Something that can be corrected, as it stands now.
 *
 * @param kind          path name of its register, such as {@code events}, or {@code targets}, {@code accounts} …
 * @param id            its id
 * @param campaign      its campaign; absent for accounts
 * @param unit          the unit or sub-unit it is of, where it is of one
 * @param aggregateType simple name of the aggregate that holds it
 * @param aggregateId   id of that aggregate
 * @param lastSequence  sequence of that aggregate's last event, -1 if there is none
 * @param version       greater whenever it has moved on: what a reviewer has seen is named by it
 * @param position      position at which it was recorded; absent for what is revised and not recorded
 * @param endedAt       position at which it was reversed; absent while it counts
 * @param state         the owning slice's own form of it
 */
public record Standing(
        String kind, String id, @Nullable String campaign, @Nullable String unit, String aggregateType,
        String aggregateId, long lastSequence, long version, @Nullable Long position, @Nullable Long endedAt,
        Object state) {}
