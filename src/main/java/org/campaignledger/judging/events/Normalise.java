package org.campaignledger.judging.events;

/**
 * How the totals of judges who are stricter or milder than the others are brought together; declared at opening.
 *
 * @param kind      how
 * @param minScores only a judge with at least so many totals is shifted, from 2 up: the mean of fewer says little
 */
public record Normalise(Kind kind, int minScores) {

    /** The ways there are. */
    public enum Kind {
        /** Every total of a judge is shifted by the mean of all totals less the mean of the judge's own. */
        MEAN_SHIFT
    }
}
