package org.campaignledger.judging.model;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.campaignledger.judging.events.Normalise;
import org.jspecify.annotations.Nullable;

/**
 * By how much each judge's totals are shifted: the mean of all totals less the mean of the judge's own, over the whole
 * category, without those of judges who have recused. A shifted total may fall below 0 or rise above 100.
 */
final class Shifts {

    private final Map<String, Fraction> shifts;

    private Shifts(Map<String, Fraction> shifts) {
        this.shifts = shifts;
    }

    /** The sum of a judge's totals, and how many they are. */
    private static final class Sum {

        private BigInteger total = BigInteger.ZERO;
        private long number;

        private void add(BigInteger more) {
            total = total.add(more);
            number++;
        }

        private Fraction mean(BigInteger denominator) {
            return Fraction.of(total, denominator.multiply(BigInteger.valueOf(number)));
        }
    }

    /** Those that were declared; none where nothing was. */
    static Shifts of(@Nullable Normalise declared, Scale scale, Collection<Panel> panels) {
        Map<String, Fraction> shifts = new HashMap<>();
        if (declared != null) {
            Map<String, Sum> sums = new HashMap<>();
            Sum all = new Sum();
            for (Panel panel : panels) {
                for (Scored scored : panel.scores()) {
                    if (!scored.recused()) {
                        BigInteger total = scale.total(scored.points());
                        all.add(total);
                        sums.computeIfAbsent(scored.judge(), judge -> new Sum()).add(total);
                    }
                }
            }
            sums.values().removeIf(sum -> sum.number < declared.minScores());
            sums.forEach((judge, sum) -> shifts.put(judge,
                    all.mean(scale.denominator()).minus(sum.mean(scale.denominator()))));
        }
        return new Shifts(shifts);
    }

    /** The judge's shift; nothing for a judge with too few totals. */
    Fraction of(String judge) {
        return shifts.getOrDefault(judge, Fraction.ZERO);
    }

    /** Whether nobody is shifted. */
    boolean none() {
        return shifts.isEmpty();
    }
}
