package org.campaignledger.kernel;

import java.util.List;
import java.util.Optional;

/**
 * A fact in the ledger. Every event type is a record that says itself what it posts: it does not compile without.
 * All its answers are pure functions of the record, so that anyone can derive them again from the stored bytes.
 */
public interface LedgerEvent {

    /** What this event does to the figures; empty if nothing. */
    List<Posting> postings();

    /** What this event is about. */
    Reference reference();

    /** The natural keys that this event takes for its record; an append fails whole if one is taken already. */
    default List<Claim> claims() {
        return List.of();
    }

    /** The natural keys that this event gives back; those of other records are left alone. */
    default List<Claim> freed() {
        return List.of();
    }

    /**
     * The attachments that this event holds, each named by the SHA-256 of its bytes in 64 lower-case hexadecimal digits:
     * what would be too long for an event, kept beside it, carried by every export, and sealed by its digest.
     */
    default List<String> attachments() {
        return List.of();
    }

    /** The people of whom this event holds personal data: all that there is to reveal, and to erase. */
    default List<PersonalData> persons() {
        return List.of();
    }

    /** What this event corrects, and by which correction; empty for an event that corrects nothing (rule 18). */
    default Optional<CorrectionMark> corrects() {
        return Optional.empty();
    }
}
