package org.campaignledger.judging.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * By what a category is judged: with the scores, all that a ranking depends on (rules 16 and 17). Fixed at opening.
 *
 * @param rubric    the criteria, 1 to 20, in their order
 * @param minScores an entry with fewer scores is unranked, 1 to 50; counted before any is dropped
 * @param tieBreak  the criteria by which ties break, in this order; may be empty
 * @param method    how totals become a score, with its version, such as {@link #TRIMMED_MEAN_1}
 * @param normalise how judges are brought together; absent where they are not
 */
public record Terms(
        List<Criterion> rubric, int minScores, List<String> tieBreak, String method, @Nullable Normalise normalise) {

    /** Rule 16: the mean of the totals; from five up, without one lowest and one highest. */
    public static final String TRIMMED_MEAN_1 = "trimmed-mean-1";
}
