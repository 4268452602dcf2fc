package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Judging at the door: terms, juries, scores, blindness, the ranking (rules 2, 13 to 16). */
@AtTheDoor
class JudgingTest {

    private final JudgedCategory judging;
    private final Ledger ledger;
    private final Desk host;

    JudgingTest(Ledger shared) {
        this.judging = new JudgedCategory(shared);
        this.ledger = judging.ledger;
        this.host = judging.host;
    }

    @Test
    void scoresMakeARankingThatIsToldInWhole() {
        List<String> entries = judging.scored();
        Answer revised = judging.scores("judge-bj", entries.get(2), 10, 10).isDone();
        Answer closed = judging.closes().isDone();
        assertThat(closed.id()).isEqualTo(ledger.campaign() + "/activity");
        assertThat(closed.position()).isGreaterThan(revised.position());
        JsonNode ranking = judging.ranking(closed);
        assertThat(texts(ranking.at("/lines"), "entry")).containsExactly(entries.get(0), entries.get(2),
                entries.get(1));
        assertThat(ranking.at("/lines/0/rank").intValue()).isEqualTo(1);
        assertThat(ranking.at("/lines/0/score").decimalValue()).isEqualByComparingTo("90");
        assertThat(ranking.at("/lines/1/score").decimalValue()).isEqualByComparingTo("75");
        assertThat(ranking.at("/lines/1/scores/0/judge").stringValue()).isEqualTo("judge-bj");
        assertThat(ranking.at("/lines/1/scores/0/scores/content").intValue()).isEqualTo(10);
        assertThat(ranking.at("/lines/1/means/form").stringValue()).isEqualTo("15/2");
        for (String reader : List.of("admin", "auditor", "judge-bj")) {
            ledger.as(reader).gets(judging.path("ranking")).isShown();
        }
        ledger.as("host-video").gets(judging.path("ranking")).isRefusedWith(404, "not-found");
        ledger.as("fj").gets(judging.path("ranking")).isRefusedWith(403, "wrong-role");
        assertThat(judging.figure(closed, "judged")).isEqualTo(3);
    }

    @Test
    void aRankingIsReadPageByPage() {
        List<String> entries = judging.scored();
        Answer closed = judging.closes().isDone();
        JsonNode first = host.gets(judging.path("ranking?limit=2&waitFor=" + closed.position())).isShown().json();
        assertThat(texts(first.at("/lines"), "entry")).containsExactlyElementsOf(entries.subList(0, 2));
        JsonNode last = host.gets(judging.path("ranking?limit=2&after=" + first.get("next").stringValue())).isShown()
                .json();
        assertThat(texts(last.at("/lines"), "entry")).containsExactly(entries.get(2));
        assertThat(last.has("next")).isFalse();
        host.gets(judging.path("ranking?after=x")).isRefusedWith(422, "bad-cursor");
        host.gets(judging.path("ranking?limit=0")).isRefusedWith(422, "limit-out-of-range");
    }

    @Test
    void anEntryWithTooFewScoresIsUnrankedAndNotJudged() {
        List<String> entries = judging.scored();
        judging.assigned(entries.get(1), "judge-tj");
        ledger.as("judge-sh").posts("/api/v1/entries/" + entries.get(1) + "/recuse").isDone();
        Answer closed = judging.closes().isDone();
        JsonNode last = judging.ranking(closed).at("/lines/2");
        assertThat(last.get("entry").stringValue()).isEqualTo(entries.get(1));
        assertThat(last.get("status").stringValue()).isEqualTo("unranked");
        assertThat(last.get("reason").stringValue()).isEqualTo("too-few-scores");
        assertThat(last.has("rank")).isFalse();
        assertThat(judging.figure(closed, "judged")).isEqualTo(2);
    }

    @Test
    void everythingWrongWithTermsIsSaidAtOnce() {
        host.posts(judging.path("judging/open"), new Form()).isRefusedWith(422, "validation-failed")
                .namingJust("rubric missing", "minScores missing", "tieBreak missing");
        host.posts(judging.path("judging/open"), new Form()
                .with("rubric", List.of(JudgedCategory.criterion("a", 0, 10), JudgedCategory.criterion("a", 1, 0),
                        JudgedCategory.criterion(" ", "1", 5)))
                .with("minScores", 51).with("tieBreak", List.of("b")))
                .isRefusedWith(400, "malformed");
        host.posts(judging.path("judging/open"), new Form()
                .with("rubric", List.of(JudgedCategory.criterion("a", 0, 10), JudgedCategory.criterion("a", 1, 0),
                        JudgedCategory.criterion(" ", 0.00001, 5)))
                .with("minScores", 51).with("tieBreak", List.of("b")).with("method", "best-of-three")
                .with("normalise.kind", "MEAN_SHIFT").with("normalise.minScores", 1))
                .isRefusedWith(422, "validation-failed")
                .namingJust("rubric[0].weight out-of-range", "rubric[1].criterion named-twice",
                        "rubric[1].max out-of-range", "rubric[2].criterion blank", "rubric[2].weight out-of-range",
                        "minScores out-of-range", "tieBreak[0] unknown-criterion", "method unknown-method",
                        "normalise.minScores out-of-range");
    }

    @Test
    void judgingIsOpenedOnceByAHostOfTheCategory() {
        ledger.as("host-video").posts(judging.path("judging/open"), JudgedCategory.terms()).isRefusedWith(404,
                "not-found");
        ledger.asAdmin().posts(judging.path("judging/open"), JudgedCategory.terms()).isRefusedWith(403, "wrong-role");
        judging.opened();
        host.posts(judging.path("judging/open"), JudgedCategory.terms()).isRefusedWith(409, "judging-already-open");
        JsonNode shown = host.gets(judging.path("judging")).isShown().json();
        assertThat(shown.get("stage").stringValue()).isEqualTo("OPEN");
        assertThat(shown.at("/terms/rubric/0/criterion").stringValue()).isEqualTo("content");
    }

    @Test
    void nothingIsJudgedOutsideItsPhase() {
        String entry = judging.recommended("fj", 1).getFirst();
        judging.opened();
        judging.assigned(entry, "judge-bj");
        ledger.asAdmin().closes("JUDGE").isDone();
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(422, "phase-not-open");
        judging.assigns(entry, "judge-sh").isRefusedWith(422, "phase-not-open");
        judging.closes().isRefusedWith(422, "phase-not-open");
        ledger.asAdmin().opens("SUMMARISE").isDone();
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(422, "phase-not-open");
        judging.closes().isDone();
    }

    @Test
    void aJudgeOfTheEntrysOwnUnitIsNotAssigned() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-XM", "厦门市").isRecorded();
        String ofUnit = judging.recommended("fj", 1).getFirst();
        String ofPart = judging.recommended("fj-xm", 1).getFirst();
        for (String entry : List.of(ofUnit, ofPart)) {
            for (String judge : List.of("judge-fj", "judge-fj-xm")) {
                judging.assigns(entry, judge).isRefusedWith(422, "own-unit").naming("judge", "own-unit");
            }
        }
    }

    @Test
    void onlyJudgesAreAssignedOnceAndToRecommendedEntries() {
        String entry = judging.recommended("fj", 1).getFirst();
        Answer assigned = judging.assigned(entry, "judge-bj");
        assertThat(host.gets(assigned.location()).isShown().at("/judge").stringValue()).isEqualTo("judge-bj");
        judging.assigns(entry, "judge-bj").isRefusedWith(409, "judge-already-assigned");
        judging.assigns(entry, "gd").isRefusedWith(422, "unknown-judge");
        host.posts("/api/v1/entries/" + entry + "/judges", new Form()).isRefusedWith(422, "missing");
        judging.assigns(judging.accepted("fj"), "judge-bj").isRefusedWith(422, "entry-not-recommended");
        ledger.as("host-video").posts("/api/v1/entries/" + entry + "/judges", new Form().with("judge", "judge-bj"))
                .isRefusedWith(404, "not-found");
        judging.assigns("nothing", "judge-bj").isRefusedWith(404, "not-found");
    }

    @Test
    void scoresFitTheRubric() {
        String entry = judging.recommended("fj", 1).getFirst();
        judging.assigned(entry, "judge-bj");
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(409, "judging-not-open");
        judging.opened();
        String place = "/api/v1/entries/" + entry + "/scores/mine";
        Desk judge = ledger.as("judge-bj");
        judge.puts(place, new Form()).isRefusedWith(422, "missing").naming("scores", "missing");
        judge.puts(place, new Form().with("scores.content", 11).with("scores.colour", 3))
                .isRefusedWith(422, "validation-failed").namingJust("scores.content out-of-range",
                        "scores.form missing", "scores.colour unknown-criterion");
        judge.puts(place, new Form().with("scores.content", 1.5).with("scores.form", 1)).isRefusedWith(400,
                "malformed");
        judge.gets(place).isRefusedWith(404, "not-found");
        judge.puts(place, new Form().with("scores.content", 0).with("scores.form", 10).with("comment", "构图很好"))
                .isDone();
        JsonNode own = judge.gets(place).isShown().json();
        assertThat(own.at("/scores/form").intValue()).isEqualTo(10);
        assertThat(own.get("comment").stringValue()).isEqualTo("构图很好");
        judging.scores("judge-sh", entry, 1, 1).isRefusedWith(404, "not-found");
    }

    @Test
    void whoHasRecusedNeitherScoresNorIsAssignedAgain() {
        String entry = judging.recommended("fj", 1).getFirst();
        judging.opened();
        judging.assigned(entry, "judge-bj");
        judging.scores("judge-bj", entry, 1, 1).isDone();
        ledger.as("judge-bj").posts("/api/v1/entries/" + entry + "/recuse", new Form().with("reason", "同事参与创作"))
                .isDone();
        judging.scores("judge-bj", entry, 1, 1).isRefusedWith(409, "judge-has-recused");
        judging.assigns(entry, "judge-bj").isRefusedWith(422, "judge-has-recused");
        ledger.as("judge-bj").posts("/api/v1/entries/" + entry + "/recuse").isRefusedWith(409, "judge-has-recused");
    }

    @Test
    void nothingThatAJudgeCanFetchVariesWithTheScoresOfOthers() {
        List<String> entries = judging.recommended("fj", 2);
        judging.opened();
        for (String entry : entries) {
            judging.assigned(entry, "judge-bj");
            judging.assigned(entry, "judge-sh");
        }
        Answer own = judging.scores("judge-bj", entries.getFirst(), 5, 5).isDone();
        List<String> before = seen(own, entries);
        Answer others = judging.scores("judge-sh", entries.getFirst(), 9, 9).isDone();
        judging.scores("judge-sh", entries.getFirst(), 1, 9).isDone();
        others = ledger.as("judge-sh").posts("/api/v1/entries/" + entries.getLast() + "/recuse").isDone();
        assertThat(seen(others, entries)).isEqualTo(before);
        assertThat(judging.figure(others, "judged")).isZero();
        ledger.as("judge-bj").gets("/api/v1/trail/" + others.position()).isRefusedWith(403, "wrong-role");
        ledger.as("judge-bj").gets(judging.path("judging/agreement")).isRefusedWith(403, "wrong-role");
        host.gets(judging.path("judging/agreement")).isRefusedWith(409, "judging-not-closed");
        for (String reader : List.of("host-activity", "admin", "auditor", "judge-bj")) {
            ledger.as(reader).gets(judging.path("ranking")).isRefusedWith(409, "judging-not-closed");
        }
    }

    private List<String> seen(Answer after, List<String> entries) {
        Desk judge = ledger.as("judge-bj");
        String wait = "?waitFor=" + after.position();
        return List.of(judge.gets(judging.path("judging" + wait)).isShown().text(),
                judge.reads("judging/assignments" + wait).isShown().text(),
                judge.gets("/api/v1/entries/" + entries.getFirst() + "/scores/mine" + wait).isShown().text(),
                judge.gets("/api/v1/entries/" + entries.getFirst() + wait).isShown().text(),
                judge.reads("entries" + wait).isShown().text());
    }

    @Test
    void aReporterSeesNothingOfScoresInTheTrail() {
        List<String> entries = judging.recommended("fj", 1);
        judging.opened();
        judging.assigned(entries.getFirst(), "judge-bj");
        Answer scored = judging.scores("judge-bj", entries.getFirst(), 5, 5).isDone();
        String what = "/api/v1/trail/" + scored.position() + "?waitFor=" + scored.position();
        ledger.as("fj").gets(what).isRefusedWith(404, "not-found");
        host.gets(what).isShown();
    }

    @Test
    void aHostSeesHowFarJudgesHaveComeAndWhetherTheyAgree() {
        List<String> entries = judging.scored();
        judging.assigned(entries.getFirst(), "judge-tj");
        JsonNode shown = host.gets(judging.path("judging?waitFor=" + ledger.head())).isShown().json();
        assertThat(shown.at("/entries/recommended").intValue()).isEqualTo(3);
        assertThat(shown.at("/entries/withEnoughScores").intValue()).isEqualTo(3);
        assertThat(texts(shown.get("judges"), "judge")).containsExactly("judge-bj", "judge-sh", "judge-tj");
        assertThat(shown.at("/judges/2/assigned").intValue()).isEqualTo(1);
        assertThat(shown.at("/judges/2/scored").intValue()).isZero();
        Answer closed = judging.closes().isDone();
        JsonNode agreement = host.gets(judging.path("judging/agreement?waitFor=" + closed.position())).isShown()
                .json();
        assertThat(agreement.get("alpha").decimalValue()).isEqualByComparingTo("1");
        assertThat(agreement.at("/judges/0/mean").decimalValue()).isEqualByComparingTo("70");
    }

    @Test
    void aJudgesListIsInAnOrderOfItsOwnAndPaged() {
        List<String> entries = judging.recommended("fj", 5);
        entries.forEach(entry -> judging.assigned(entry, "judge-bj"));
        Desk judge = ledger.as("judge-bj");
        JsonNode first = judge.reads("judging/assignments?limit=3&waitFor=" + ledger.head()).isShown().json();
        JsonNode second = judge.reads("judging/assignments?limit=3&after=" + first.get("next").stringValue())
                .isShown().json();
        List<String> all = new java.util.ArrayList<>(texts(first.get("items"), "entry"));
        all.addAll(texts(second.get("items"), "entry"));
        assertThat(all).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(second.has("next")).isFalse();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(item -> item.get(field).stringValue()).toList();
    }
}
