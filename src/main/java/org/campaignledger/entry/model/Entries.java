package org.campaignledger.entry.model;

import java.util.Objects;

import org.campaignledger.entry.events.ContactNamed;
import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryAccepted;
import org.campaignledger.entry.events.EntryAmended;
import org.campaignledger.entry.events.EntryCorrected;
import org.campaignledger.entry.events.EntryDisqualified;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.events.EntryRecommended;
import org.campaignledger.entry.events.EntryRejected;
import org.campaignledger.entry.events.EntryReversed;
import org.campaignledger.entry.events.EntrySubmitted;
import org.campaignledger.entry.events.EntryWithdrawn;
import org.jspecify.annotations.Nullable;

/** Makes entries of their events. */
public final class Entries {

    private Entries() {}

    /** The entry after one more event; before the first there is none. */
    public static Entry evolve(@Nullable Entry before, EntryEvent event) {
        return switch (event) {
            case EntrySubmitted submitted -> new Entry(submitted.id(), submitted.campaign(), submitted.category(),
                    submitted.unit(), Entry.State.SUBMITTED, submitted.content(), submitted.receipt(),
                    submitted.occurredOn(), null, null, null);
            case EntryAmended amended -> with(known(before), amended.after());
            case EntryAccepted accepted -> {
                Entry entry = known(before);
                yield new Entry(entry.id(), entry.campaign(), entry.category(), entry.unit(), Entry.State.ACCEPTED,
                        entry.content(), entry.receipt(), entry.submittedOn(), accepted.occurredOn(), null, null);
            }
            case EntryRecommended recommended -> {
                Entry entry = known(before);
                yield new Entry(entry.id(), entry.campaign(), entry.category(), entry.unit(),
                        Entry.State.RECOMMENDED, entry.content(), entry.receipt(), entry.submittedOn(),
                        entry.acceptedOn(), recommended.occurredOn(), recommended.place());
            }
            case EntryRejected rejected -> in(known(before), Entry.State.REJECTED);
            case EntryWithdrawn withdrawn -> in(known(before), Entry.State.WITHDRAWN);
            case EntryDisqualified disqualified -> in(known(before), Entry.State.DISQUALIFIED);
            case EntryReversed reversed -> in(known(before), Entry.State.REVERSED);
            case EntryCorrected corrected -> corrected.after();
            case ContactNamed contact -> throw new IllegalStateException("a contact is no entry");
        };
    }

    private static Entry known(@Nullable Entry entry) {
        return Objects.requireNonNull(entry, "an entry begins with EntrySubmitted");
    }

    /** The same with other content. */
    public static Entry with(Entry entry, Content content) {
        return new Entry(entry.id(), entry.campaign(), entry.category(), entry.unit(), entry.state(), content,
                entry.receipt(), entry.submittedOn(), entry.acceptedOn(), entry.recommendedOn(),
                entry.recommendation());
    }

    /** The same in a state in which it takes part no more: it holds no place any longer. */
    private static Entry in(Entry entry, Entry.State state) {
        return new Entry(entry.id(), entry.campaign(), entry.category(), entry.unit(), state, entry.content(),
                entry.receipt(), entry.submittedOn(), entry.acceptedOn(), entry.recommendedOn(), null);
    }
}
