package org.campaignledger.entry.events;

import org.campaignledger.kernel.LedgerEvent;

/** What happened to a work of the collection, or to who answers for its category. */
public sealed interface EntryEvent extends LedgerEvent
        permits EntrySubmitted, EntryAmended, EntryAccepted, EntryRejected, EntryRecommended, EntryWithdrawn,
        EntryDisqualified, EntryCorrected, EntryReversed, ContactNamed {

    /** Id of the entry, or of the contact. */
    String id();
}
