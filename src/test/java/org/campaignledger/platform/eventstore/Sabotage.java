package org.campaignledger.platform.eventstore;

/** The ways in which {@link MemoryStore} can be made to break the contract. */
enum Sabotage {
    NONE, LEAVES_GAPS, NUMBERS_FROM_0, LETS_TIME_RUN_BACKWARDS, KEEPS_MICROSECONDS, REUSES_A_SALT, REWRITES_PAYLOADS, ACKNOWLEDGES_WITHOUT_WRITING, WRITES_HALF_OF_AN_APPEND, FAILS_THE_WHOLE_BATCH, CHECKS_SEQUENCES_BEFORE_THE_BATCH, CHECKS_CONDITIONS_BEFORE_THE_BATCH, CHECKS_CLAIMS_BEFORE_THE_BATCH, KEEPS_CLAIMS_OF_THE_DROPPED, FORGETS_ANSWERS_WITHIN_A_BATCH, TELLS_A_TWIN_THAT_ITS_CLAIM_IS_TAKEN, ANSWERS_WITH_POSITION_0, KEEPS_SIDE_ROWS_OF_THE_DROPPED, TAKES_EVENTS_OF_ANY_SIZE, GOES_BY_THE_SECOND,
    /** A key once taken stays so. */
    NEVER_FREES,
    /** Whoever says so gives back what another holds. */
    FREES_FOR_ANYONE,
    /** What an archive's events give back stays taken. */
    NEVER_FREES_IN_A_RESTORE,
    /** Whoever holds a key that was moved is told of by the position of the move. */
    FORGETS_THE_RECORDING,
    /** Stands between two events of an append as if there were nothing to it. */
    TEARS_APPENDS_APART,
    /** What an archive held is written back, and can be claimed again. */
    FORGETS_RESTORED_CLAIMS
}
