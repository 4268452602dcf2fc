package org.campaignledger.platform.works;

import java.util.List;

/**
 * Finds works that records name and of which nothing is known, as after a restore; implemented by every slice whose records
 * name a work.
 */
public interface NamedWorks {

    /**
     * A work that records name.
     *
     * @param sha256      its digest
     * @param positions   of the events that were the first of their records to name it, ascending; at least one
     * @param isForgotten whether it was its submitters' own, and their personal data were erased: what rule 23 has
     *                    destroyed and must not come back
     */
    record Named(String sha256, List<Long> positions, boolean isForgotten) {}

    /** The position up to which it knows what is named. */
    long knownUpTo();

    /**
     * Works without a row, in the order of their digests.
     *
     * @param after digest after which to begin; empty for the first
     * @param most  how many at most, 1 or more
     */
    List<Named> unknown(String after, int most);
}
