package org.campaignledger.mobilization.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * The record of a grass-roots union was amended.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record MobilizationCorrected(
        UnitMobilized before, UnitMobilized after,
        CorrectionMark correction) implements MobilizationEvent, Amending<UnitMobilized> {

    @Override
    public String id() {
        return before.id();
    }
}
