package org.campaignledger.judging.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.campaignledger.judging.events.Terms;
import org.jspecify.annotations.Nullable;

/**
 * How far the judges of a category agree, over the totals of judges who have not recused, before any normalisation. For
 * the host, after close. The formulas are written down in {@code docs/judging.md}.
 *
 * @param alpha  Krippendorff's alpha for interval data: 1 is full agreement, 0 what chance would give; absent where there
 *               is no entry with two totals, or all totals are the same
 * @param judges each judge, by account
 */
public record Agreement(@Nullable Fraction alpha, List<OfJudge> judges) {

    /** A judge who lies farther than so many points of 100 from the others stands out. */
    public static final Fraction STANDS_OUT_BEYOND = Fraction.of(10, 1);

    /** On fewer shared entries than this nobody stands out. */
    public static final int STANDS_OUT_FROM = 5;

    /**
     * One judge.
     *
     * @param judge     the account
     * @param scores    how many totals the judge has given
     * @param mean      their mean
     * @param spread    their standard deviation, 4 decimals; that of a sample, 0 for one total
     * @param compared  on how many of the entries another judge has given a total too
     * @param deviation the mean, over those entries, of the judge's total less the mean of the others' totals; absent
     *                  where there are none
     * @param standsOut whether it lies beyond {@link #STANDS_OUT_BEYOND} on at least {@link #STANDS_OUT_FROM} entries
     */
    public record OfJudge(
            String judge, int scores, Fraction mean, BigDecimal spread, int compared, @Nullable Fraction deviation,
            boolean standsOut) {}

    /** The figures of these panels. */
    public static Agreement of(Terms terms, Collection<Panel> panels) {
        Figures figures = new Figures(terms);
        panels.forEach(figures::add);
        return figures.agreement();
    }

    /** Sums panels up one by one, so that no more is held than what is told of each judge. */
    public static final class Figures {

        private final Scale scale;
        private final Map<String, Sums> judges = new TreeMap<>();
        private final Alpha alpha = new Alpha();

        /** Of nothing yet. */
        public Figures(Terms terms) {
            this.scale = new Scale(terms.rubric());
        }

        /** One more panel. */
        public void add(Panel panel) {
            List<BigInteger> totals = new ArrayList<>();
            List<String> by = new ArrayList<>();
            for (Scored scored : panel.scores()) {
                if (!scored.recused()) {
                    totals.add(scale.total(scored.points()));
                    by.add(scored.judge());
                }
            }
            BigInteger sum = totals.stream().reduce(BigInteger.ZERO, BigInteger::add);
            for (int i = 0; i < totals.size(); i++) {
                judges.computeIfAbsent(by.get(i), judge -> new Sums()).add(totals.get(i), sum, totals.size());
            }
            alpha.add(totals, sum);
        }

        /** The figures of all of them. */
        public Agreement agreement() {
            List<OfJudge> told = new ArrayList<>();
            judges.forEach((judge, sums) -> told.add(sums.told(judge, scale.denominator())));
            return new Agreement(alpha.value(), List.copyOf(told));
        }
    }

    /** What is summed up of one judge; totals are whole numbers over the scale's denominator. */
    private static final class Sums {

        private int number;
        private BigInteger sum = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;
        /** Differences from the others, by the number of the others that they are still to be divided by. */
        private final Map<Integer, BigInteger> differences = new TreeMap<>();
        private int compared;

        private void add(BigInteger total, BigInteger ofAll, int all) {
            number++;
            sum = sum.add(total);
            squares = squares.add(total.multiply(total));
            if (all > 1) {
                compared++;
                BigInteger others = BigInteger.valueOf(all - 1L);
                differences.merge(all - 1, total.multiply(others).subtract(ofAll.subtract(total)), BigInteger::add);
            }
        }

        private OfJudge told(String judge, BigInteger denominator) {
            Fraction deviation = deviation(denominator);
            boolean standsOut = deviation != null && compared >= STANDS_OUT_FROM
                    && deviation.magnitude().compareTo(STANDS_OUT_BEYOND) > 0;
            return new OfJudge(judge, number,
                    Fraction.of(sum, denominator.multiply(BigInteger.valueOf(number))), spread(denominator), compared,
                    deviation, standsOut);
        }

        private @Nullable Fraction deviation(BigInteger denominator) {
            if (compared == 0) {
                return null;
            }
            Fraction all = Fraction.ZERO;
            for (Map.Entry<Integer, BigInteger> part : differences.entrySet()) {
                all = all.plus(Fraction.of(part.getValue(),
                        denominator.multiply(BigInteger.valueOf(part.getKey()))));
            }
            return all.dividedBy(Fraction.of(compared, 1));
        }

        private BigDecimal spread(BigInteger denominator) {
            BigInteger n = BigInteger.valueOf(number);
            BigInteger below = n.multiply(BigInteger.valueOf(Math.max(1, number - 1))).multiply(denominator)
                    .multiply(denominator);
            BigInteger above = n.multiply(squares).subtract(sum.multiply(sum));
            return new BigDecimal(above).divide(new BigDecimal(below), MathContext.DECIMAL128)
                    .sqrt(MathContext.DECIMAL128).setScale(Fraction.SHOWN_DECIMALS, RoundingMode.HALF_UP);
        }
    }

    /** Krippendorff's alpha: 1 less the differences within entries over the differences among all totals. */
    private static final class Alpha {

        private long number;
        private BigInteger sum = BigInteger.ZERO;
        private BigInteger squares = BigInteger.ZERO;
        /** Squared differences within entries, by the number that they are still to be divided by. */
        private final Map<Integer, BigInteger> within = new TreeMap<>();

        private void add(List<BigInteger> totals, BigInteger ofEntry) {
            if (totals.size() < 2) {
                return;
            }
            BigInteger own = totals.stream().map(total -> total.multiply(total)).reduce(BigInteger.ZERO,
                    BigInteger::add);
            number += totals.size();
            sum = sum.add(ofEntry);
            squares = squares.add(own);
            within.merge(totals.size() - 1, differences(totals.size(), ofEntry, own), BigInteger::add);
        }

        /** The sum of squared differences over all ordered pairs. */
        private static BigInteger differences(long number, BigInteger sum, BigInteger squares) {
            return BigInteger.valueOf(number).multiply(squares).subtract(sum.multiply(sum)).shiftLeft(1);
        }

        private @Nullable Fraction value() {
            BigInteger among = differences(number, sum, squares);
            if (among.signum() == 0) {
                return null;
            }
            Fraction observed = Fraction.ZERO;
            for (Map.Entry<Integer, BigInteger> part : within.entrySet()) {
                observed = observed.plus(Fraction.of(part.getValue(), BigInteger.valueOf(part.getKey())));
            }
            return Fraction.of(1, 1).minus(observed.times(Fraction.of(BigInteger.valueOf(number - 1), among)));
        }
    }
}
