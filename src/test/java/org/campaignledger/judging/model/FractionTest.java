package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fractions are the same whether their numbers fit into a long or not. */
class FractionTest {

    private final Random random = new Random(11);

    private BigInteger number(int bits) {
        BigInteger number = new BigInteger(random.nextInt(bits) + 1, random);
        return random.nextBoolean() ? number : number.negate();
    }

    private BigInteger positive(int bits) {
        return new BigInteger(random.nextInt(bits) + 1, random).add(BigInteger.ONE);
    }

    @Test
    void ofNumbersOfAnySizeTheyAreInLowestTermsRoundedAndCompared() {
        for (int i = 0; i < 20_000; i++) {
            BigInteger over = number(70);
            BigInteger under = positive(70);
            Fraction fraction = Fraction.of(over, under);
            BigInteger common = over.gcd(under);
            assertThat(fraction.numerator()).isEqualTo(over.divide(common));
            assertThat(fraction.denominator()).isEqualTo(under.divide(common));
            assertThat(Fraction.of(over.negate(), under.negate())).isEqualTo(fraction);
            assertThat(Fraction.shown(over, under)).isEqualTo(
                    new BigDecimal(over).divide(new BigDecimal(under), 4, RoundingMode.HALF_UP));
            Fraction other = Fraction.of(number(40), positive(40));
            assertThat(fraction.compareTo(other)).isEqualTo(fraction.numerator().multiply(other.denominator())
                    .compareTo(other.numerator().multiply(fraction.denominator())));
        }
    }

    @Test
    void whatLiesInTheMiddleIsRoundedAwayFromZero() {
        assertThat(Fraction.of(1, 20_000).shown()).isEqualTo(new BigDecimal("0.0001"));
        assertThat(Fraction.of(-1, 20_000).shown()).isEqualTo(new BigDecimal("-0.0001"));
        assertThat(Fraction.of(-1, 20_001).shown()).isEqualTo(new BigDecimal("0.0000"));
    }
}
