package org.campaignledger.correction.events;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/** What happened to a correction. It posts nothing itself: its effect does, in the slice of what is corrected. */
public sealed interface CorrectionEvent extends LedgerEvent
        permits CorrectionRequested, CorrectionApproved, CorrectionRejected, CorrectionWithdrawn, CorrectionExpired {

    /** Id of the correction. */
    String id();

    /** Its campaign; absent for accounts. */
    @Nullable
    String campaign();

    /** The unit or sub-unit of all its records, where they have one in common. */
    @Nullable
    String unit();

    /** The record that it is about, where it is about one. */
    @Nullable
    String record();

    @Override
    default List<Posting> postings() {
        return List.of();
    }

    /** That of the record: its trail tells its whole life. */
    @Override
    default Reference reference() {
        String record = record();
        return new Reference(campaign(), unit(), null, record == null ? id() : record, null);
    }
}
