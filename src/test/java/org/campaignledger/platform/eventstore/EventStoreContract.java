package org.campaignledger.platform.eventstore;

/**
 * What every engine of the ledger keeps to. An engine's test implements this and is done; the parts say what it is
 * about. That they find what they look for is shown by {@link ABrokenEventStoreContractTest}.
 */
public interface EventStoreContract
        extends
        EventStoreContractForPositions,
        EventStoreContractForReaders,
        EventStoreContractForWholeAppends,
        EventStoreContractForConflicts,
        EventStoreContractForConditions,
        EventStoreContractForClaims,
        EventStoreContractForFreedClaims,
        EventStoreContractForAnswers,
        EventStoreContractForSideRows,
        EventStoreContractForRestoring,
        EventStoreContractForRestoringClaims,
        EventStoreContractForContention {}
