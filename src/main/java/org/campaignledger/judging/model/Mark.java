package org.campaignledger.judging.model;

import java.math.BigInteger;

/**
 * What became of one judge's score in a ranking.
 *
 * @param scored      the score
 * @param use         what it was used for
 * @param numerator   the judge's total, shifted where judges are normalised, over {@code denominator}
 * @param denominator the same for all scores of the entry
 */
public record Mark(Scored scored, Use use, BigInteger numerator, BigInteger denominator) {

    /** What becomes of a score. */
    public enum Use {

        /** It is part of the mean. */
        COUNTED,
        /** It was dropped as the lowest of five or more. */
        LOWEST,
        /** It was dropped as the highest of five or more. */
        HIGHEST,
        /** Its judge has recused. */
        RECUSED;

        /** The name in a ranking's form, such as {@code counted}. */
        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The judge's total. */
    public Fraction total() {
        return Fraction.of(numerator, denominator);
    }
}
