package org.campaignledger.measure.events;

import org.campaignledger.kernel.LedgerEvent;

/** What happened to the record of a measure. */
public sealed interface MeasureEvent extends LedgerEvent permits MeasureFiled, MeasureCorrected, MeasureReversed {

    /** Id of the record. */
    String id();
}
