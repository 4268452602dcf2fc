package org.campaignledger.platform.correction;

/** What is asked for; all of it needs four eyes (rules 19 and 22). */
public enum CorrectionAction {

    /** The record is taken back whole. */
    REVERSE(true),
    /** Fields of the record get other values. */
    AMEND(true),
    /** The record is the same as another, which survives. */
    MERGE(true),
    /** A target, allocations or plausible bounds become others. */
    REVISE(false),
    /** A further ADMIN account is opened. */
    OPEN_ACCOUNT(false);

    private final boolean ofRecords;

    CorrectionAction(boolean ofRecords) {
        this.ofRecords = ofRecords;
    }

    /** Whether it is asked for by {@code POST /corrections}; the others have doors of their own. */
    public boolean isOfRecords() {
        return ofRecords;
    }
}
