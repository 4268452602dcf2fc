package org.campaignledger.outreach.events;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Reversing;
import org.jspecify.annotations.Nullable;

/**
 * The record of an outreach event was reversed.
 *
 * @param before     as it stood
 * @param correction the correction by which it was reversed
 * @param mergedInto the record that survives, where two were found to be the same
 */
public record EventReversed(
        EventHeld before, CorrectionMark correction,
        @Nullable String mergedInto) implements OutreachEvent, Reversing<EventHeld> {

    @Override
    public String id() {
        return before.id();
    }
}
