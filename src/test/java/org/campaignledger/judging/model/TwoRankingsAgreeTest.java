package org.campaignledger.judging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.campaignledger.judging.events.Criterion;
import org.campaignledger.judging.events.Normalise;
import org.campaignledger.judging.events.Terms;
import org.junit.jupiter.api.Test;

/** The product's ranking and one made by hand from the sentences of rule 16, on whatever chance brings up. */
class TwoRankingsAgreeTest {

    private static final int ROUNDS = 300;

    @Test
    void onRandomRubricsAndScores() {
        long seed = new Random().nextLong();
        System.out.println("TwoRankingsAgreeTest: seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            compare(random, "seed " + seed + ", round " + round);
        }
    }

    private static void compare(Random random, String where) {
        Terms terms = terms(random);
        List<Panel> panels = panels(random, terms);
        List<RankingByHand.Ranked> expected = byHand(terms).rank(given(terms, panels));
        List<Line> lines = Ranking.of(terms, panels).lines();
        assertThat(lines).as(where).extracting(Line::entry)
                .containsExactlyElementsOf(expected.stream().map(RankingByHand.Ranked::entry).toList());
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            RankingByHand.Ranked hand = expected.get(i);
            assertThat(line.rank()).as(where).isEqualTo(hand.rank());
            assertThat(line.score()).as(where)
                    .isEqualTo(hand.score() == null ? null : Fraction.of(hand.score().n(), hand.score().d()));
            assertThat(line.means()).as(where).containsExactlyElementsOf(hand.means().values().stream()
                    .map(mean -> Fraction.of(mean.n(), mean.d())).toList());
        }
    }

    private static Terms terms(Random random) {
        List<Criterion> rubric = new ArrayList<>();
        int criteria = 1 + random.nextInt(6);
        for (int i = 0; i < criteria; i++) {
            BigDecimal weight = BigDecimal.valueOf(1 + random.nextInt(500), random.nextInt(3)).stripTrailingZeros();
            rubric.add(new Criterion("c" + i, 1 + random.nextInt(random.nextBoolean() ? 3 : 100),
                    weight.scale() < 0 ? weight.setScale(0) : weight));
        }
        List<String> names = new ArrayList<>(rubric.stream().map(Criterion::criterion).toList());
        Collections.shuffle(names, random);
        Normalise normalise = random.nextInt(3) == 0
                ? new Normalise(Normalise.Kind.MEAN_SHIFT, 2 + random.nextInt(4))
                : null;
        return new Terms(rubric, 1 + random.nextInt(6), List.copyOf(names.subList(0, random.nextInt(criteria + 1))),
                Terms.TRIMMED_MEAN_1, normalise);
    }

    /** Few points and few judges, so that ties, equal ends and thin panels are common. */
    private static List<Panel> panels(Random random, Terms terms) {
        List<Panel> panels = new ArrayList<>();
        int entries = random.nextInt(25);
        for (int e = 0; e < entries; e++) {
            List<String> judges = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g", "h"));
            Collections.shuffle(judges, random);
            List<Scored> scores = new ArrayList<>();
            for (String judge : judges.subList(0, random.nextInt(9))) {
                int[] points = terms.rubric().stream().mapToInt(c -> random.nextInt(c.max() + 1)).toArray();
                scores.add(new Scored(judge, points, random.nextInt(8) == 0));
            }
            panels.add(new Panel("e" + e, scores));
        }
        Collections.shuffle(panels, random);
        return panels;
    }

    private static RankingByHand byHand(Terms terms) {
        return new RankingByHand(terms.rubric().stream()
                .map(c -> new RankingByHand.Weighed(c.criterion(), c.max(), c.weight())).toList(), terms.minScores(),
                terms.tieBreak(), terms.normalise() == null ? null : terms.normalise().minScores());
    }

    private static Map<String, List<RankingByHand.Given>> given(Terms terms, List<Panel> panels) {
        Map<String, List<RankingByHand.Given>> given = new LinkedHashMap<>();
        panels.forEach(panel -> given.put(panel.entry(), panel.scores().stream().map(scored -> {
            Map<String, Integer> points = new LinkedHashMap<>();
            for (int i = 0; i < terms.rubric().size(); i++) {
                points.put(terms.rubric().get(i).criterion(), scored.points()[i]);
            }
            return new RankingByHand.Given(scored.judge(), points, scored.recused());
        }).toList()));
        return given;
    }
}
