package org.campaignledger.measure.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * The record of a measure was amended.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record MeasureCorrected(
        MeasureFiled before, MeasureFiled after,
        CorrectionMark correction) implements MeasureEvent, Amending<MeasureFiled> {

    @Override
    public String id() {
        return before.id();
    }
}
