package org.campaignledger.kernel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record is amended. Posts the difference, moves the record's natural keys (rule 6), and keeps both forms, so that
 * anyone can see what was struck through and what replaced it.
 *
 * @param <R> the kind of record
 */
public interface Amending<R extends Recorded> extends LedgerEvent {

    /** As it stood. */
    R before();

    /** As it stands from here on; the same record. */
    R after();

    /** The correction by which it was amended. */
    CorrectionMark correction();

    /** Id of the record. */
    default String id() {
        return before().id();
    }

    @Override
    default List<Posting> postings() {
        return Posting.difference(before().postings(), after().postings());
    }

    @Override
    default Reference reference() {
        return after().reference();
    }

    /** With another unit all are taken anew: who may be told of the record is decided by the unit of their holder. */
    @Override
    default List<Claim> claims() {
        List<Claim> held = Objects.equals(before().unit(), after().unit()) ? before().claims() : List.of();
        return after().claims().stream().filter(claim -> !held.contains(claim)).toList();
    }

    @Override
    default List<Claim> freed() {
        List<Claim> kept = Objects.equals(before().unit(), after().unit()) ? after().claims() : List.of();
        return before().claims().stream().filter(claim -> !kept.contains(claim)).toList();
    }

    @Override
    default List<PersonalData> persons() {
        return after().persons();
    }

    @Override
    default Optional<CorrectionMark> corrects() {
        return Optional.of(correction());
    }
}
