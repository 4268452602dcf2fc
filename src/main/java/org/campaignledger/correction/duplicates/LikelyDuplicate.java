package org.campaignledger.correction.duplicates;

import java.util.Comparator;

import org.campaignledger.platform.duplicates.Compared;
import org.campaignledger.platform.duplicates.Likeness;

/**
 * Two records that are likely to be one.
 *
 * @param earlier  the one that was recorded first
 * @param later    the one that was recorded after it
 * @param likeness how likely, and why
 */
record LikelyDuplicate(Compared earlier, Compared later, Likeness likeness) {

    /** The most likely first; of equally likely ones, those with the newest record. No two pairs are equal. */
    static final Comparator<LikelyDuplicate> BY_RANK = Comparator
            .comparingInt((LikelyDuplicate pair) -> -pair.likeness().score())
            .thenComparingLong(pair -> -pair.later().position())
            .thenComparingLong(pair -> -pair.earlier().position());
}
