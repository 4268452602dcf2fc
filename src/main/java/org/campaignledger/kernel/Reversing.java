package org.campaignledger.kernel;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A record is reversed, at most once (rule 21). Posts the negative of what stood, on the record's own business date, and
 * gives its natural keys back.
 *
 * @param <R> the kind of record
 */
public interface Reversing<R extends Recorded> extends LedgerEvent {

    /** As it stood. */
    R before();

    /** The correction by which it was reversed. */
    CorrectionMark correction();

    /** The record that survives, where two were found to be the same. */
    @Nullable
    String mergedInto();

    /** Id of the record. */
    default String id() {
        return before().id();
    }

    @Override
    default List<Posting> postings() {
        return before().postings().stream().filter(posting -> posting.amount() != 0).map(Posting::negated).toList();
    }

    @Override
    default Reference reference() {
        return before().reference();
    }

    @Override
    default List<Claim> freed() {
        return before().claims();
    }

    @Override
    default Optional<CorrectionMark> corrects() {
        return Optional.of(correction());
    }
}
