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

    private static final long UNIT = 10_000;
    /** Numbers of fewer bits are multiplied by {@link #UNIT}, or doubled, within a long. */
    private static final int SMALL = 48;
    /** The product of two numbers of no more bits is one. */
    private static final int HALF = 31;

    /** Nothing. */
    public static final Fraction ZERO = of(0, 1);

    /** Any two numbers, the second not 0, brought into lowest terms. */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() < Long.SIZE - 1 && denominator.bitLength() < Long.SIZE - 1) {
            return of(numerator.longValue(), denominator.longValue());
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }

    /** The same of whole numbers that are at hand. */
    public static Fraction of(long numerator, long denominator) {
        long common = denominator < 0 ? -gcd(numerator, denominator) : gcd(numerator, denominator);
        return new Fraction(BigInteger.valueOf(numerator / common), BigInteger.valueOf(denominator / common));
    }

    private static long gcd(long one, long other) {
        long a = Math.abs(one);
        long b = Math.abs(other);
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
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

    /** The same of numbers that need not be in lowest terms. */
    static BigDecimal shown(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() < SMALL && denominator.bitLength() < SMALL) {
            long whole = Math.abs(numerator.longValue()) * UNIT;
            long below = denominator.longValue();
            long shown = whole / below + (whole % below * 2 >= below ? 1 : 0);
            return BigDecimal.valueOf(numerator.signum() < 0 ? -shown : shown, SHOWN_DECIMALS);
        }
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), SHOWN_DECIMALS, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        if (isHalf() && other.isHalf()) {
            return Long.compare(numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    private boolean isHalf() {
        return numerator.bitLength() <= HALF && denominator.bitLength() <= HALF;
    }

    /** Such as {@code 345/4}; a whole number without the stroke. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
