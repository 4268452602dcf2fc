package org.campaignledger.entry.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;
import org.campaignledger.kernel.PersonalData;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * A work was changed by its submitter's side before anyone had accepted it. Posts nothing: it was submitted once.
 *
 * @param before     the entry as it stood
 * @param after      what is submitted from here on
 * @param occurredOn the day of the change
 */
public record EntryAmended(Entry before, Content after, LocalDate occurredOn) implements EntryEvent {

    @Override
    public String id() {
        return before.id();
    }

    @Override
    public List<Posting> postings() {
        return List.of();
    }

    @Override
    public Reference reference() {
        return before.reference(occurredOn);
    }

    @Override
    public List<Claim> claims() {
        List<Claim> held = held();
        return taken().stream().filter(claim -> !held.contains(claim)).toList();
    }

    @Override
    public List<Claim> freed() {
        List<Claim> kept = taken();
        return held().stream().filter(claim -> !kept.contains(claim)).toList();
    }

    private List<Claim> held() {
        return before.content().claims(before.campaign(), before.category());
    }

    private List<Claim> taken() {
        return after.claims(before.campaign(), before.category());
    }

    @Override
    public List<PersonalData> persons() {
        return after.persons();
    }
}
