package org.campaignledger.entry.write;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.campaignledger.entry.events.Content;
import org.campaignledger.entry.events.EntrySubmitted;
import org.jspecify.annotations.Nullable;

/** What can be asked of an entry. Personal data are encrypted at the door already: a command may travel and be logged. */
sealed interface EntryCommand {

    /** Id of the entry. */
    String id();

    /**
     * A work is to be submitted.
     *
     * @param wrappedKey the submitter's own key under the master key, base64; absent where nobody's data are held
     */
    record SubmitEntry(
            @TargetAggregateIdentifier String id, String campaign, String category, String unit,
            EntrySubmitted.Via via, Content content, @Nullable String receipt,
            @Nullable String wrappedKey) implements EntryCommand {}

    /**
     * What was submitted is to become something else.
     *
     * @param from       what it was when that was decided
     * @param wrappedKey of a person of whom nothing was held before, base64
     */
    record AmendEntry(
            @TargetAggregateIdentifier String id, Content from, Content content,
            @Nullable String wrappedKey) implements EntryCommand {}

    /** It is to be taken back. */
    record WithdrawEntry(@TargetAggregateIdentifier String id, @Nullable String reason) implements EntryCommand {}

    /** It is to be found eligible. */
    record AcceptEntry(@TargetAggregateIdentifier String id, @Nullable String reason) implements EntryCommand {}

    /** It is to be found not eligible. */
    record RejectEntry(@TargetAggregateIdentifier String id, String reason) implements EntryCommand {}

    /** Its unit is to recommend it. */
    record RecommendEntry(@TargetAggregateIdentifier String id) implements EntryCommand {}

    /** It is to be taken out after it had been accepted. */
    record DisqualifyEntry(@TargetAggregateIdentifier String id, String reason) implements EntryCommand {}
}
