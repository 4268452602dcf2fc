package org.campaignledger.entry.events;

import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.Reversing;
import org.jspecify.annotations.Nullable;

/**
 * An entry was reversed by a correction.
 *
 * @param before     as it stood
 * @param correction the correction by which it was reversed
 * @param mergedInto the entry that survives, where two were found to be the same
 */
public record EntryReversed(
        Entry before, CorrectionMark correction,
        @Nullable String mergedInto) implements EntryEvent, Reversing<Entry> {

    @Override
    public String id() {
        return before.id();
    }

    @Override
    public List<Claim> freed() {
        return before.given();
    }
}
