package org.campaignledger.outreach.events;

import org.campaignledger.kernel.LedgerEvent;

/** What happened to an outreach event or a reach report. */
public sealed interface OutreachEvent extends LedgerEvent
        permits EventHeld, EventCorrected, EventReversed, ReachReported, ReachReportCorrected, ReachReportReversed {

    /** Id of the record. */
    String id();
}
