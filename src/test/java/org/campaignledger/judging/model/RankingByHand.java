package org.campaignledger.judging.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Rule 16 once more, sentence by sentence and without regard to speed; shares nothing with the product's own but the
 * JDK. Numbers are pairs of numerator and denominator that are never brought into lowest terms.
 */
public final class RankingByHand {

    /** A number: numerator and denominator. */
    public record Q(BigInteger n, BigInteger d) {

        static Q of(long n) {
            return new Q(BigInteger.valueOf(n), BigInteger.ONE);
        }

        static Q of(BigDecimal number) {
            return number.scale() > 0
                    ? new Q(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                    : new Q(number.toBigIntegerExact(), BigInteger.ONE);
        }

        Q add(Q o) {
            return new Q(n.multiply(o.d).add(o.n.multiply(d)), d.multiply(o.d));
        }

        Q sub(Q o) {
            return add(new Q(o.n.negate(), o.d));
        }

        Q mul(Q o) {
            return new Q(n.multiply(o.n), d.multiply(o.d));
        }

        Q div(Q o) {
            return o.n.signum() < 0
                    ? new Q(n.multiply(o.d).negate(), d.multiply(o.n).negate())
                    : new Q(n.multiply(o.d), d.multiply(o.n));
        }

        int cmp(Q o) {
            return n.multiply(o.d).compareTo(o.n.multiply(d));
        }

        /** Rounded half up to four decimals. */
        public String shown() {
            return new BigDecimal(n).divide(new BigDecimal(d), 4, RoundingMode.HALF_UP).toPlainString();
        }
    }

    /** What was given by whom. */
    public record Given(String judge, Map<String, Integer> points, boolean recused) {}

    /** A criterion: its name, its most, its weight. */
    public record Weighed(String name, int max, BigDecimal weight) {}

    /** A line: no rank and score where it is unranked. */
    public record Ranked(@Nullable Integer rank, String entry, @Nullable Q score, Map<String, Q> means) {}

    private final List<Weighed> rubric;
    private final int minScores;
    private final List<String> tieBreak;
    private final @Nullable Integer normaliseFrom;

    public RankingByHand(List<Weighed> rubric, int minScores, List<String> tieBreak,
            @Nullable Integer normaliseFrom) {
        this.rubric = rubric;
        this.minScores = minScores;
        this.tieBreak = tieBreak;
        this.normaliseFrom = normaliseFrom;
    }

    /** The lines in rank order, unranked ones behind. */
    public List<Ranked> rank(Map<String, List<Given>> entries) {
        Map<String, Q> shifts = shifts(entries);
        List<Ranked> ranked = new ArrayList<>();
        List<Ranked> unranked = new ArrayList<>();
        new TreeMap<>(entries).forEach((entry, given) -> {
            List<Given> counting = new ArrayList<>(given.stream().filter(one -> !one.recused()).toList());
            if (counting.size() < minScores) {
                unranked.add(new Ranked(null, entry, null, Map.of()));
            } else {
                ranked.add(score(entry, counting, shifts));
            }
        });
        List<Ranked> lines = new ArrayList<>();
        ranked.stream().sorted(this::better).forEach(line -> {
            // A rank is one more than the number of those that are strictly better.
            long before = ranked.stream().filter(other -> better(other, line) < 0).count();
            lines.add(new Ranked((int) before + 1, line.entry(), line.score(), line.means()));
        });
        lines.addAll(unranked);
        return lines;
    }

    private Ranked score(String entry, List<Given> counting, Map<String, Q> shifts) {
        List<Given> same = new ArrayList<>(counting);
        if (counting.size() >= 5) {
            Given lowest = counting.getFirst();
            Given highest = counting.getFirst();
            for (Given one : counting) {
                int low = total(one, shifts).cmp(total(lowest, shifts));
                int high = total(one, shifts).cmp(total(highest, shifts));
                lowest = low < 0 || low == 0 && one.judge().compareTo(lowest.judge()) < 0 ? one : lowest;
                highest = high > 0 || high == 0 && one.judge().compareTo(highest.judge()) > 0 ? one : highest;
            }
            same.remove(lowest);
            same.remove(highest);
        }
        Q sum = Q.of(0);
        for (Given one : same) {
            sum = sum.add(total(one, shifts));
        }
        Map<String, Q> means = new LinkedHashMap<>();
        for (Weighed criterion : rubric) {
            long points = same.stream().mapToLong(one -> there(one.points().get(criterion.name()))).sum();
            means.put(criterion.name(), Q.of(points).div(Q.of(same.size())));
        }
        return new Ranked(null, entry, sum.div(Q.of(same.size())), means);
    }

    private int better(Ranked one, Ranked other) {
        int by = there(other.score()).cmp(there(one.score()));
        for (int i = 0; by == 0 && i < tieBreak.size(); i++) {
            by = there(other.means().get(tieBreak.get(i))).cmp(there(one.means().get(tieBreak.get(i))));
        }
        return by;
    }

    private Q total(Given given, Map<String, Q> shifts) {
        return plain(given).add(shifts.getOrDefault(given.judge(), Q.of(0)));
    }

    private Q plain(Given given) {
        Q above = Q.of(0);
        Q weights = Q.of(0);
        for (Weighed criterion : rubric) {
            Q weight = Q.of(criterion.weight());
            above = above.add(weight.mul(Q.of(there(given.points().get(criterion.name()))).div(Q.of(criterion.max()))));
            weights = weights.add(weight);
        }
        return Q.of(100).mul(above).div(weights);
    }

    private Map<String, Q> shifts(Map<String, List<Given>> entries) {
        Map<String, Q> shifts = new TreeMap<>();
        if (normaliseFrom != null) {
            List<Given> all = entries.values().stream().flatMap(List::stream).filter(one -> !one.recused()).toList();
            for (String judge : all.stream().map(Given::judge).distinct().sorted(Comparator.naturalOrder()).toList()) {
                List<Given> own = all.stream().filter(one -> one.judge().equals(judge)).toList();
                if (own.size() >= normaliseFrom) {
                    shifts.put(judge, mean(all).sub(mean(own)));
                }
            }
        }
        return shifts;
    }

    private Q mean(List<Given> given) {
        BigInteger denominator = BigInteger.ONE;
        Q sum = new Q(BigInteger.ZERO, denominator);
        for (Given one : given) {
            sum = sum.add(plain(one));
            BigInteger common = sum.n().gcd(sum.d());
            sum = new Q(sum.n().divide(common), sum.d().divide(common));
        }
        return sum.div(Q.of(given.size()));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
