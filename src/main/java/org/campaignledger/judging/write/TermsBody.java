package org.campaignledger.judging.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.Normalise;
import org.campaignledger.judging.events.Terms;
import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.web.body.CommandBody;
import org.jspecify.annotations.Nullable;

/**
 * By what a category is to be judged, as sent.
 *
 * @param rubric    the criteria
 * @param minScores an entry with fewer scores is unranked
 * @param tieBreak  the criteria by which ties break
 * @param method    absent: {@link Terms#TRIMMED_MEAN_1}
 * @param normalise absent: judges are not normalised
 */
record TermsBody(
        @Nullable List<CriterionBody> rubric, @Nullable Long minScores, @Nullable List<String> tieBreak,
        @Nullable String method, @Nullable NormaliseBody normalise) implements CommandBody {

    private static final int MOST_CRITERIA = 20;
    private static final int MOST_POINTS = 10_000;
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000);
    private static final int WEIGHT_DECIMALS = 4;
    private static final int MOST_SCORES = 50;
    private static final int NAME = 100;

    /** A criterion as sent. */
    record CriterionBody(@Nullable String criterion, @Nullable BigDecimal weight, @Nullable Long max) {}

    /** A normalisation as sent. */
    record NormaliseBody(Normalise.@Nullable Kind kind, @Nullable Long minScores) {}

    /** The terms; anything if something is wrong, and that was noted. */
    @Nullable
    Terms read(Checks checks) {
        List<Criterion> criteria = new ArrayList<>();
        if (checks.required(rubric, "rubric")) {
            List<CriterionBody> sent = Objects.requireNonNull(rubric);
            checks.that(!sent.isEmpty() && sent.size() <= MOST_CRITERIA, "rubric", "out-of-range",
                    Map.of("min", 1, "max", MOST_CRITERIA));
            readAll(sent, criteria, checks);
        }
        int least = number(minScores, "minScores", 1, MOST_SCORES, checks);
        List<String> ties = ties(criteria, checks);
        checks.that(method == null || method.equals(Terms.TRIMMED_MEAN_1), "method", "unknown-method",
                Map.of("allowed", Terms.TRIMMED_MEAN_1));
        Normalise shift = normalise == null ? null : normalisation(normalise, checks);
        return checks.passed() ? new Terms(criteria, least, ties, Terms.TRIMMED_MEAN_1, shift) : null;
    }

    private static void readAll(List<CriterionBody> sent, List<Criterion> criteria, Checks checks) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String place = "rubric[" + i + "].";
            String name = checks.text(sent.get(i).criterion(), place + "criterion", NAME, true);
            checks.that(name == null || names.add(name), place + "criterion", "named-twice");
            int max = number(sent.get(i).max(), place + "max", 1, MOST_POINTS, checks);
            BigDecimal weight = weight(sent.get(i).weight(), place + "weight", checks);
            if (name != null && weight != null) {
                criteria.add(new Criterion(name, max, weight));
            }
        }
    }

    private static @Nullable BigDecimal weight(@Nullable BigDecimal sent, String field, Checks checks) {
        if (!checks.required(sent, field)) {
            return null;
        }
        BigDecimal weight = Objects.requireNonNull(sent).stripTrailingZeros();
        boolean fits = weight.signum() > 0 && weight.compareTo(MOST_WEIGHT) <= 0 && weight.scale() <= WEIGHT_DECIMALS;
        checks.that(fits, field, "out-of-range", Map.of("min", "0.0001", "max", MOST_WEIGHT));
        return !fits ? null : weight.scale() < 0 ? weight.setScale(0) : weight;
    }

    private static int number(@Nullable Long sent, String field, int min, int max, Checks checks) {
        if (!checks.required(sent, field)) {
            return min;
        }
        long number = Objects.requireNonNull(sent);
        checks.that(number >= min && number <= max, field, "out-of-range", Map.of("min", min, "max", max));
        return (int) Math.clamp(number, min, max);
    }

    private List<String> ties(List<Criterion> criteria, Checks checks) {
        List<String> ties = new ArrayList<>();
        if (checks.required(tieBreak, "tieBreak")) {
            Set<String> known = new HashSet<>(criteria.stream().map(Criterion::criterion).toList());
            List<String> sent = Objects.requireNonNull(tieBreak);
            for (int i = 0; i < sent.size(); i++) {
                String field = "tieBreak[" + i + "]";
                String name = checks.text(sent.get(i), field, NAME, true);
                if (name != null) {
                    checks.that(known.contains(name), field, "unknown-criterion");
                    checks.that(!ties.contains(name), field, "named-twice");
                    ties.add(name);
                }
            }
        }
        return ties;
    }

    private static Normalise normalisation(NormaliseBody sent, Checks checks) {
        checks.required(sent.kind(), "normalise.kind");
        int least = number(sent.minScores(), "normalise.minScores", 2, MOST_POINTS, checks);
        return new Normalise(Objects.requireNonNullElse(sent.kind(), Normalise.Kind.MEAN_SHIFT), least);
    }
}
