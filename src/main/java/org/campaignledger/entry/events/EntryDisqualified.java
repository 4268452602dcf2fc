package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * A work that had been accepted was found to break the rules. Posts the negatives of all that it counted for (rule 13).
 *
 * @param before     the entry as it stood
 * @param reason     why
 * @param occurredOn the day; until then it did take part
 */
public record EntryDisqualified(Entry before, String reason, LocalDate occurredOn) implements EntryEvent {

    @Override
    public String id() {
        return before.id();
    }

    @Override
    public List<Posting> postings() {
        return before.leaving(occurredOn);
    }

    @Override
    public Reference reference() {
        return before.reference(occurredOn);
    }

    /** Its place among the recommendations is free again; its bytes stay taken, so that it does not come back. */
    @Override
    public List<Claim> freed() {
        Entry.Place place = before.recommendation();
        return place == null ? List.of() : List.of(place.claim(before.campaign(), before.category()));
    }
}
