package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever decides is told which awards, places and figures of a category fall with a record (rules 20 and 21). */
@AtTheDoor
class WhatFallsIsToldTest {

    private final JudgedCategory judged;
    private final Ledger ledger;

    WhatFallsIsToldTest(Ledger shared) {
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
    }

    private static Form reversing(String record) {
        return new Form().with("action", "REVERSE").with("recordId", record).with("reasonCode", "eligibility")
                .with("reason", "核对时发现");
    }

    /** Both works of Fujian are ranked; the first has an award. */
    private List<String> judgedAndAwarded() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        return entries;
    }

    private static String page(Desk who, Answer asked, String language) {
        return who.gets("/corrections/" + asked.id() + "?lang=" + language).isFound().text();
    }

    @Test
    void theAwardWithItsRankAndScoreAndThePlace() {
        String best = judgedAndAwarded().getFirst();
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(best)).isRecorded();
        JsonNode falls = ledger.as("checker").reviews(asked).at("/effect/falls");
        assertThat(falls.at("/0/level").asString()).isEqualTo("一等奖");
        assertThat(falls.at("/0/rank").intValue()).isEqualTo(1);
        assertThat(falls.at("/0/score").decimalValue()).isEqualByComparingTo("90");
        assertThat(falls.at("/1/place/rank").intValue()).isEqualTo(1);
        assertThat(falls.at("/1/place/score").decimalValue()).isEqualByComparingTo("90");
        assertThat(page(ledger.as("checker"), asked, "zh")).contains("随之失效", "奖项", "一等奖", "排名中的名次", best,
                "<td class=\"number\">90</td>");
        assertThat(page(ledger.as("checker"), asked, "en")).contains("Falls with it", "Place in the ranking");
    }

    @Test
    void alsoBeforeItIsAskedForAndForGood() {
        String best = judgedAndAwarded().getFirst();
        String drawn = ledger.asAdmin().sends("/c/" + ledger.campaign() + "/corrections/preview", "application/json",
                reversing(best).json().toString()).isFound().text();
        assertThat(drawn).contains("一等奖", "随之失效");
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(best)).isRecorded();
        ledger.as("checker").approves(asked).isDone();
        assertThat(page(ledger.asAuditor(), asked, "zh")).contains("随之失效", "一等奖");
    }

    @Test
    void aReporterIsToldOfTheAwardAndNothingOfTheRanking() {
        List<String> entries = judgedAndAwarded();
        JsonNode first = ledger.as("fj").posts("/api/v1/corrections/preview", reversing(entries.get(0))).isFound()
                .json().get("falls");
        assertThat(first.at("/0/score").decimalValue()).isEqualByComparingTo("90");
        assertThat(first.get(1).has("place")).isFalse();
        assertThat(ledger.as("fj").posts("/api/v1/corrections/preview", reversing(entries.get(1))).isFound().json()
                .at("/falls/0").has("place")).isFalse();
    }

    private static List<JsonNode> falls(Desk who, long position) {
        return who.reads("trail?limit=200&waitFor=" + position).isShown().json().path("items").valueStream()
                .flatMap(item -> item.at("/payload/effect/falls").valueStream()).toList();
    }

    @Test
    void norByTheTrail() {
        List<String> entries = judgedAndAwarded();
        ledger.as("fj").posts("/api/v1/corrections", reversing(entries.get(1))).isRecorded();
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(entries.get(0))).isRecorded();
        Answer decided = ledger.as("checker").approves(asked).isDone();
        assertThat(falls(ledger.asAuditor(), decided.position())).anyMatch(fallen -> fallen.has("place"));
        assertThat(falls(ledger.as("fj"), decided.position())).isNotEmpty().noneMatch(fallen -> fallen.has("place"));
    }

    @Test
    void theFunnelOfTheCategoryBeforeAndAfter() {
        String best = judgedAndAwarded().getFirst();
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(best)).isRecorded();
        JsonNode figures = ledger.as("checker").reviews(asked).at("/effect/figures");
        assertThat(figures.valueStream().map(figure -> figure.path("category").asString() + " "
                + figure.path("metric").asString() + " " + figure.at("/before/actual") + " " + figure.at(
                        "/after/actual")))
                .containsExactly("activity submitted 3 2", "activity accepted 3 2", "activity recommended 3 2",
                        "activity judged 3 2", "activity awarded 1 0");
        assertThat(page(ledger.as("checker"), asked, "zh")).contains("获奖作品", "评审作品").doesNotContain("没有数字因此改变");
    }

    @Test
    void aClosingLinksToItsCategoryAndNamesItsAwards() {
        judgedAndAwarded();
        Answer asked = ledger.asAdmin().posts("/api/v1/corrections", reversing(ledger.campaign() + "/activity"))
                .isRecorded();
        String html = page(ledger.as("checker"), asked, "zh");
        assertThat(html).contains("/c/" + ledger.campaign() + "/categories/activity", "一等奖")
                .doesNotContain("/registers/judgings");
        String listed = ledger.as("checker").gets("/corrections/" + asked.id() + "/records").isFound().text();
        assertThat(listed).contains(ledger.campaign() + "/activity").doesNotContain("/registers/judgings");
    }
}
