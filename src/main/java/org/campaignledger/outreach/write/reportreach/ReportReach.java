package org.campaignledger.outreach.write.reportreach;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.outreach.events.ReachReported;

/** Reach is to be recorded, with all values in normal form. */
public record ReportReach(@TargetAggregateIdentifier String id, ReachReported reported) {

    /** The campaign it is of. */
    public String campaign() {
        return reported.campaign();
    }
}
