package org.campaignledger.judging.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number, in lowest terms.
 *
 * @param numerator   of any sign
 * @param denominator above 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** So many decimals are shown (rule 16). */
    public static final int SHOWN_DECIMALS = 4;

    /** Nothing. */
    public static final Fraction ZERO = of(0, 1);

    /** Any two numbers, the second not 0, brought into lowest terms. */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }

    /** The same of whole numbers that are at hand. */
    public static Fraction of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The sum. */
    public Fraction plus(Fraction other) {
        return of(numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference. */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    /** The product. */
    public Fraction times(Fraction other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient; the other is not 0. */
    public Fraction dividedBy(Fraction other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The distance from 0. */
    public Fraction magnitude() {
        return new Fraction(numerator.abs(), denominator);
    }

    /** Rounded half up to {@link #SHOWN_DECIMALS}: away from 0 where it lies in the middle. */
    public BigDecimal shown() {
        return shown(numerator, denominator);
    }

    static BigDecimal shown(BigInteger numerator, BigInteger denominator) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), SHOWN_DECIMALS, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Such as {@code 345/4}; a whole number without the stroke. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
