package org.campaignledger.mobilization.events;

import org.campaignledger.kernel.LedgerEvent;

/** What happened to the record of a grass-roots union. */
public sealed interface MobilizationEvent extends LedgerEvent
        permits UnitMobilized, MobilizationCorrected, MobilizationReversed {

    /** Id of the record. */
    String id();
}
