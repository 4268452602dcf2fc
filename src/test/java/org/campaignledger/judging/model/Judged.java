package org.campaignledger.judging.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.Normalise;
import org.campaignledger.judging.events.Terms;

/** Says in few words how a category is judged and what was given. */
final class Judged {

    private Judged() {}

    static Criterion criterion(String name, int max, String weight) {
        return new Criterion(name, max, new BigDecimal(weight));
    }

    static Terms terms(int minScores, Criterion... rubric) {
        return new Terms(List.of(rubric), minScores, List.of(), Terms.TRIMMED_MEAN_1, null);
    }

    static Terms tiesBreakBy(Terms terms, String... criteria) {
        return new Terms(terms.rubric(), terms.minScores(), List.of(criteria), terms.method(), terms.normalise());
    }

    static Terms normalised(Terms terms, int minScores) {
        return new Terms(terms.rubric(), terms.minScores(), terms.tieBreak(), terms.method(),
                new Normalise(Normalise.Kind.MEAN_SHIFT, minScores));
    }

    /** One score of each judge a, b, c …, for a rubric of one criterion. */
    static Panel panel(String entry, int... points) {
        return new Panel(entry, IntStream.range(0, points.length)
                .mapToObj(i -> new Scored(String.valueOf((char) ('a' + i)), new int[]{points[i]}, false)).toList());
    }

    static Panel panel(String entry, Scored... scores) {
        return new Panel(entry, List.of(scores));
    }

    static Scored by(String judge, int... points) {
        return new Scored(judge, points, false);
    }

    static Scored recused(String judge, int... points) {
        return new Scored(judge, points, true);
    }

    static List<String> ranks(Ranking ranking) {
        List<String> ranks = new ArrayList<>();
        ranking.lines().forEach(line -> ranks.add(line.rank() + " " + line.entry()));
        return ranks;
    }
}
