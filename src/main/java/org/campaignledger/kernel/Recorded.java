package org.campaignledger.kernel;

/** A record as it was first written, or as it stands after amendments: what reversals take back. */
public interface Recorded extends LedgerEvent {

    /** Id of the record. */
    String id();

    /** Its campaign. */
    String campaign();

    /** The unit or sub-unit it is of. */
    String unit();
}
