package org.campaignledger.outreach.write.holdevent;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.outreach.events.EventHeld;

/** An outreach event is to be recorded, with all values in normal form. */
public record HoldEvent(@TargetAggregateIdentifier String id, EventHeld held) {

    /** The campaign it is of. */
    public String campaign() {
        return held.campaign();
    }
}
