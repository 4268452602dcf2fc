package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.judging.events.JudgeRecused;
import org.campaignledger.judging.events.JudgingEvent;
import org.campaignledger.judging.events.JudgingOpened;
import org.campaignledger.judging.events.ScoreGiven;
import org.campaignledger.judging.events.ScoreRevised;
import org.campaignledger.judging.events.ScoringEnded;
import org.campaignledger.judging.model.Candidate;
import org.campaignledger.judging.model.RankingByHand;
import org.campaignledger.judging.write.JudgingCommand;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Closing in two steps: nothing is scored behind the first, and whoever has the ledger's events makes the same ranking. */
@AtTheDoor
class JudgingClosesTest {

    private final JudgedCategory judging;
    private final Ledger ledger;

    JudgingClosesTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger;
    }

    @Test
    void betweenTheTwoStepsNothingIsScoredAndTheSecondCanBeSentAgain() {
        String entry = judging.scored().getFirst();
        judging.assigned(entry, "judge-tj");
        ends();
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(409, "scoring-ended");
        judging.assigns(entry, "judge-hb").isRefusedWith(409, "scoring-ended");
        ledger.as("judge-tj").posts("/api/v1/entries/" + entry + "/recuse").isRefusedWith(409, "scoring-ended");
        judging.host.gets(judging.path("ranking")).isRefusedWith(409, "judging-not-closed");
        Answer closed = judging.closes().isDone();
        assertThat(judging.ranking(closed).at("/lines")).hasSize(3);
        judging.closes().isRefusedWith(409, "judging-closed");
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(409, "judging-closed");
    }

    @Test
    void theRankingOfAClosedCategoryIsExportedLineByLine() {
        List<String> entries = judging.scored();
        String export = "exports/ranking.csv?category=activity";
        judging.host.reads(export).isRefusedWith(409, "judging-not-closed");
        Answer closed = judging.closes().isDone();
        assertThat(judging.host.reads(export + "&waitFor=" + closed.position()).isShown().text())
                .contains("名次,作品编号,得分", "\n1," + entries.getFirst() + ",90.0,ranked", "\n3," + entries.getLast()
                        + ",50.0,ranked");
        assertThat(judging.host.reads(export.replace("csv", "ndjson")).isShown().text().lines()).hasSize(3);
        assertThat(ledger.asAuditor().reads("exports/ranking.xlsx?category=activity").isShown().bytes())
                .startsWith('P', 'K');
        ledger.as("host-video").reads(export).isRefusedWith(404, "not-found");
        judging.host.reads("exports/ranking.csv").isRefusedWith(422, "missing").naming("category", "missing");
        judging.host.reads("exports/ranking.csv?category=..%2F..%2Fvideo").isRefusedWith(404, "not-found");
    }

    /** The first step alone, as if whoever does both had died behind it. */
    private void ends() {
        ledger.bean(Commands.class).send(new JudgingCommand.EndScoring(ledger.campaign() + "/activity",
                ledger.campaign(), "activity"), Commands.Origin.of(new Actor("host-activity", Role.HOST, "activity",
                        null)));
    }

    @Test
    void everyScoreThatWasTakenIsInTheRankingAndNoOther() {
        List<String> entries = judging.recommended("fj", 12);
        judging.opened();
        entries.forEach(entry -> List.of("judge-bj", "judge-sh").forEach(judge -> judging.assigned(entry, judge)));
        List<Callable<Answer>> work = new ArrayList<>();
        for (String entry : entries) {
            work.add(() -> judging.scores("judge-bj", entry, 5, 5));
            work.add(() -> judging.scores("judge-sh", entry, 6, 6));
        }
        work.add(work.size() / 2, judging::closes);
        List<Answer> answers = AtOnce.all(work);
        Answer closed = answers.remove((work.size() - 1) / 2).isDone();
        long taken = answers.stream().filter(answer -> answer.status() == 200).count();
        answers.stream().filter(answer -> answer.status() != 200).forEach(late -> assertThat(late.status())
                .isEqualTo(409));
        long listed = 0;
        for (JsonNode line : judging.ranking(closed).at("/lines")) {
            listed += line.get("scores").size();
        }
        assertThat(listed).isEqualTo(taken);
        assertThat(eventsBehindTheEnd()).isZero();
    }

    private long eventsBehindTheEnd() {
        boolean ended = false;
        long behind = 0;
        for (LedgerEvent event : events()) {
            ended |= event instanceof ScoringEnded;
            behind += ended && (event instanceof ScoreGiven || event instanceof ScoreRevised) ? 1 : 0;
        }
        return behind;
    }

    @Test
    void whoHasTheEventsMakesTheSameRankingByHand() {
        long seed = new Random().nextLong();
        System.out.println("JudgingClosesTest: seed " + seed);
        Random random = new Random(seed);
        List<String> entries = judging.recommended("fj", 8);
        judging.host.posts(judging.path("judging/open"), terms(random)).isDone();
        for (String entry : entries) {
            for (String judge : List.of("judge-bj", "judge-sh", "judge-tj", "judge-hb", "judge-gd", "judge-hn")) {
                if (random.nextInt(5) > 0) {
                    judging.assigned(entry, judge);
                    scoresAtRandom(random, entry, judge);
                }
            }
        }
        Answer closed = judging.closes().isDone();
        List<RankingByHand.Ranked> byHand = byHand();
        JsonNode lines = judging.ranking(closed).at("/lines");
        assertThat(lines).hasSameSizeAs(byHand);
        for (int i = 0; i < byHand.size(); i++) {
            RankingByHand.Ranked expected = byHand.get(i);
            JsonNode line = lines.get(i);
            String where = "seed " + seed + ", line " + i;
            assertThat(line.get("entry").stringValue()).as(where).isEqualTo(expected.entry());
            assertThat(line.has("rank") ? line.get("rank").intValue() : null).as(where).isEqualTo(expected.rank());
            RankingByHand.Q score = expected.score();
            assertThat(line.has("score") ? line.get("score").decimalValue().setScale(4).toPlainString() : null)
                    .as(where).isEqualTo(score == null ? null : score.shown());
        }
    }

    private static Form terms(Random random) {
        return new Form().with("rubric", List.of(JudgedCategory.criterion("content", 1 + random.nextInt(9), 3),
                JudgedCategory.criterion("form", 0.5 + random.nextInt(3), 2)))
                .with("minScores", 1 + random.nextInt(4))
                .with("tieBreak", random.nextBoolean() ? List.of("form") : List.of("content", "form"));
    }

    private void scoresAtRandom(Random random, String entry, String judge) {
        for (int times = random.nextInt(3); times > 0; times--) {
            judging.scores(judge, entry, random.nextInt(4), random.nextInt(3)).isDone();
        }
        if (random.nextInt(6) == 0) {
            ledger.as(judge).posts("/api/v1/entries/" + entry + "/recuse").isDone();
        }
    }

    private List<RankingByHand.Ranked> byHand() {
        Map<String, Boolean> recommended = new LinkedHashMap<>();
        Map<String, Map<String, RankingByHand.Given>> given = new LinkedHashMap<>();
        JudgingOpened opened = null;
        for (LedgerEvent event : events()) {
            if (event instanceof EntryEvent of && Candidate.named(of) instanceof Candidate candidate) {
                recommended.put(candidate.id(), candidate.isJudged());
            } else if (event instanceof JudgingOpened terms) {
                opened = terms;
            } else if (event instanceof ScoreGiven score) {
                put(given, score.entry(), score.judge(), score.points(), false);
            } else if (event instanceof ScoreRevised score) {
                put(given, score.entry(), score.judge(), score.points(), false);
            } else if (event instanceof JudgeRecused recused && given.containsKey(recused.entry())) {
                given.get(recused.entry()).computeIfPresent(recused.judge(), (judge, before) -> new RankingByHand.Given(
                        judge, before.points(), true));
            }
        }
        assertThat(opened).isNotNull();
        Map<String, List<RankingByHand.Given>> entries = new LinkedHashMap<>();
        recommended.forEach((entry, judged) -> {
            if (judged) {
                entries.put(entry, List.copyOf(given.getOrDefault(entry, Map.of()).values()));
            }
        });
        return new RankingByHand(opened.terms().rubric().stream().map(criterion -> new RankingByHand.Weighed(
                criterion.criterion(), criterion.max(), criterion.weight())).toList(), opened.terms().minScores(),
                opened.terms().tieBreak(), null).rank(entries);
    }

    private static void put(Map<String, Map<String, RankingByHand.Given>> given, String entry, String judge,
            Map<String, Integer> points, boolean recused) {
        given.computeIfAbsent(entry, of -> new LinkedHashMap<>()).put(judge, new RankingByHand.Given(judge, points,
                recused));
    }

    /** Those of the test's campaign, in order, as they are exported. */
    private List<LedgerEvent> events() {
        EventCodec codec = ledger.bean(EventCodec.class);
        List<LedgerEvent> events = new ArrayList<>();
        ledger.bean(LedgerStore.class).stream(0, ledger.head(), recorded -> {
            LedgerEvent event = codec.decodePayload(recorded.type(), recorded.revision(), recorded.payload());
            if ((event instanceof JudgingEvent || event instanceof EntryEvent)
                    && ledger.campaign().equals(event.reference().campaign())) {
                events.add(event);
            }
        });
        return events;
    }
}
