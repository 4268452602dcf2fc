package org.campaignledger.judging.model;

import org.campaignledger.entry.events.ContactNamed;
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

/**
 * An entry as far as judging depends on it.
 *
 * @param id       the entry
 * @param campaign its campaign
 * @param category its category
 * @param unit     the unit or sub-unit that it is of
 * @param state    how far it has come
 */
public record Candidate(String id, String campaign, String category, String unit, Entry.State state) {

    /** The entry after one more event; what is told of others leaves it as it is. */
    public static @Nullable Candidate evolve(@Nullable Candidate before, EntryEvent event) {
        return switch (event) {
            case EntrySubmitted submitted -> new Candidate(submitted.id(), submitted.campaign(),
                    submitted.category(), submitted.unit(), Entry.State.SUBMITTED);
            case EntryAmended amended -> before;
            case EntryAccepted accepted -> in(before, Entry.State.ACCEPTED);
            case EntryRecommended recommended -> in(before, Entry.State.RECOMMENDED);
            case EntryRejected rejected -> in(before, Entry.State.REJECTED);
            case EntryWithdrawn withdrawn -> in(before, Entry.State.WITHDRAWN);
            case EntryDisqualified disqualified -> in(before, Entry.State.DISQUALIFIED);
            case EntryCorrected corrected -> of(corrected.after());
            case EntryReversed reversed -> in(before, Entry.State.REVERSED);
            case ContactNamed contact -> before;
        };
    }

    /** The entry as an event names it after itself; absent where it names none, or changes nothing of this. */
    public static @Nullable Candidate named(EntryEvent event) {
        return switch (event) {
            case EntrySubmitted submitted -> evolve(null, submitted);
            case EntryAccepted accepted -> new Candidate(accepted.id(), accepted.campaign(), accepted.category(),
                    accepted.unit(), Entry.State.ACCEPTED);
            case EntryRecommended recommended -> new Candidate(recommended.id(), recommended.campaign(),
                    recommended.category(), recommended.unit(), Entry.State.RECOMMENDED);
            case EntryRejected rejected -> evolve(of(rejected.before()), rejected);
            case EntryWithdrawn withdrawn -> evolve(of(withdrawn.before()), withdrawn);
            case EntryDisqualified disqualified -> evolve(of(disqualified.before()), disqualified);
            case EntryCorrected corrected -> of(corrected.after());
            case EntryReversed reversed -> evolve(of(reversed.before()), reversed);
            case EntryAmended amended -> null;
            case ContactNamed contact -> null;
        };
    }

    private static Candidate of(Entry entry) {
        return new Candidate(entry.id(), entry.campaign(), entry.category(), entry.unit(), entry.state());
    }

    private static @Nullable Candidate in(@Nullable Candidate before, Entry.State state) {
        return before == null
                ? null
                : new Candidate(before.id, before.campaign, before.category, before.unit, state);
    }

    /** Only recommended entries are judged (rule 13). */
    public boolean isJudged() {
        return state == Entry.State.RECOMMENDED;
    }
}
