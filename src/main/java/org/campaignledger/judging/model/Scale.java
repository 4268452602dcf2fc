package org.campaignledger.judging.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

import org.campaignledger.judging.events.Criterion;

/**
 * A rubric made into whole numbers: a judge's total 100·Σw(s/max)/Σw is Σ(factor·s) over one denominator that all totals
 * of the rubric share, so that a million of them are added and compared without a single division.
 */
final class Scale {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final BigInteger[] factors;
    private final BigInteger denominator;
    /** The factors again, where no total can leave the range of a long; otherwise empty. */
    private final long[] small;

    Scale(List<Criterion> rubric) {
        BigInteger[] weights = wholeWeights(rubric);
        BigInteger maxima = BigInteger.ONE;
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            maxima = lcm(maxima, BigInteger.valueOf(rubric.get(i).max()));
            sum = sum.add(weights[i]);
        }
        BigInteger whole = maxima.multiply(sum);
        BigInteger common = whole;
        factors = new BigInteger[weights.length];
        for (int i = 0; i < weights.length; i++) {
            factors[i] = HUNDRED.multiply(weights[i]).multiply(maxima)
                    .divide(BigInteger.valueOf(rubric.get(i).max()));
            common = common.gcd(factors[i]);
        }
        for (int i = 0; i < factors.length; i++) {
            factors[i] = factors[i].divide(common);
        }
        denominator = whole.divide(common);
        // No total is above 100, nor any part of one.
        boolean fits = denominator.multiply(HUNDRED).bitLength() < Long.SIZE;
        small = new long[fits ? factors.length : 0];
        for (int i = 0; i < small.length; i++) {
            small[i] = factors[i].longValueExact();
        }
    }

    private static BigInteger[] wholeWeights(List<Criterion> rubric) {
        int decimals = rubric.stream().mapToInt(criterion -> criterion.weight().scale()).max().orElse(0);
        return rubric.stream().map(Criterion::weight)
                .map(weight -> weight.multiply(BigDecimal.ONE.movePointRight(Math.max(0, decimals)))
                        .toBigIntegerExact())
                .toArray(BigInteger[]::new);
    }

    static BigInteger lcm(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }

    /** What all totals are divided by. */
    BigInteger denominator() {
        return denominator;
    }

    /** A total, times {@link #denominator}. */
    BigInteger total(int[] points) {
        if (small.length > 0) {
            long total = 0;
            for (int i = 0; i < small.length; i++) {
                total += small[i] * points[i];
            }
            return BigInteger.valueOf(total);
        }
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < factors.length; i++) {
            total = total.add(factors[i].multiply(BigInteger.valueOf(points[i])));
        }
        return total;
    }
}
