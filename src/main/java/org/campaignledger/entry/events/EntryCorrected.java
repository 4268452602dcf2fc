package org.campaignledger.entry.events;

import org.campaignledger.kernel.Amending;
import org.campaignledger.kernel.CorrectionMark;

/**
 * An entry was amended by a correction.
 *
 * @param before     as it stood
 * @param after      as it stands from here on
 * @param correction the correction by which it was amended
 */
public record EntryCorrected(
        Entry before, Entry after, CorrectionMark correction) implements EntryEvent, Amending<Entry> {

    @Override
    public String id() {
        return before.id();
    }
}
