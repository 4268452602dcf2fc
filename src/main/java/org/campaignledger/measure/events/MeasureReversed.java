package org.campaignledger.measure.events;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Reversing;
import org.jspecify.annotations.Nullable;

/**
 * The record of a measure was reversed.
 *
 * @param before     as it stood
 * @param correction the correction by which it was reversed
 * @param mergedInto the record that survives, where two were found to be the same
 */
public record MeasureReversed(
        MeasureFiled before, CorrectionMark correction,
        @Nullable String mergedInto) implements MeasureEvent, Reversing<MeasureFiled> {

    @Override
    public String id() {
        return before.id();
    }
}
