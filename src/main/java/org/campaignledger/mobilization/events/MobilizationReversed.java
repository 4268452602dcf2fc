package org.campaignledger.mobilization.events;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Reversing;
import org.jspecify.annotations.Nullable;

/**
 * The record of a grass-roots union was reversed.
 *
 * @param before     as it stood
 * @param correction the correction by which it was reversed
 * @param mergedInto the record that survives, where two were found to be the same
 */
public record MobilizationReversed(
        UnitMobilized before, CorrectionMark correction,
        @Nullable String mergedInto) implements MobilizationEvent, Reversing<UnitMobilized> {

    @Override
    public String id() {
        return before.id();
    }
}
