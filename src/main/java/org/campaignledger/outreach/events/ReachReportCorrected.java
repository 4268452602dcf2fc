package org.campaignledger.outreach.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * A reach report was amended.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record ReachReportCorrected(
        ReachReported before, ReachReported after,
        CorrectionMark correction) implements OutreachEvent, Amending<ReachReported> {

    @Override
    public String id() {
        return before.id();
    }
}
