package org.campaignledger.judging.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of a ranking.
 *
 * @param rank  from 1; shared by entries that no criterion tells apart; absent for an unranked entry
 * @param entry the entry's id
 * @param score the mean of the totals that count; absent for an unranked entry
 * @param means of each criterion, in points, in the order of the rubric, over the judges whose totals count; empty for
 *              an unranked entry
 * @param marks every judge's score, ordered by the judge's account
 */
public record Line(
        @Nullable Integer rank, String entry, @Nullable Fraction score, List<Fraction> means, List<Mark> marks) {

    /** Why an entry has no rank: fewer scores than {@code minScores} (rule 16). */
    public static final String TOO_FEW_SCORES = "too-few-scores";

    Line ranked(int at) {
        return new Line(at, entry, score, means, marks);
    }

    /** Whether it has a rank. */
    public boolean isRanked() {
        return score != null;
    }
}
