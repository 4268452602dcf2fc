package org.campaignledger.propagandist.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * The record of a propagandist was amended.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record PropagandistCorrected(
        PropagandistRecruited before, PropagandistRecruited after,
        CorrectionMark correction) implements PropagandistEvent, Amending<PropagandistRecruited> {

    @Override
    public String id() {
        return before.id();
    }
}
