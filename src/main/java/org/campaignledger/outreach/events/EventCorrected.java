package org.campaignledger.outreach.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * The record of an outreach event was amended.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record EventCorrected(
        EventHeld before, EventHeld after, CorrectionMark correction) implements OutreachEvent, Amending<EventHeld> {

    @Override
    public String id() {
        return before.id();
    }
}
