package org.campaignledger.kernel;

import org.jspecify.annotations.Nullable;

/** A record as it was first written, or as it stands after amendments: what reversals take back. */
public interface Recorded extends LedgerEvent {

    /** Id of the record. */
    String id();

    /** Its campaign. */
    String campaign();

    /** The unit or sub-unit it is of; absent for what is of a category or of the campaign as a whole. */
    @Nullable
    String unit();
}
