package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** What everybody sees of the works: awarded ones, recommended ones where so chosen; blind while they are judged. */
@AtTheDoor
class ShowcaseTest {

    private final Ledger shared;
    private final JudgedCategory judged;
    private final Ledger ledger;

    ShowcaseTest(Ledger shared) {
        this.shared = shared;
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
    }

    private JsonNode showcase(Answer last) {
        return ledger.asNobody().reads("showcase?waitFor=" + last.position()).isShown().json();
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(item.get("id").stringValue()));
        return ids;
    }

    @Test
    void onlyAwardedWorksAreShownUnlessChosenOtherwise() {
        List<String> entries = judged.scored();
        Answer closed = judged.closes().isDone();
        assertThat(ids(showcase(closed))).isEmpty();
        Answer second = judged.awards(judged.host(), entries.get(1), "二等奖").isRecorded();
        Answer first = judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        JsonNode page = showcase(first);
        assertThat(ids(page)).containsExactly(entries.get(0), entries.get(1));
        JsonNode best = page.at("/items/0");
        assertThat(best.at("/award/level").stringValue()).isEqualTo("一等奖");
        assertThat(best.at("/award/position").longValue()).isEqualTo(first.position());
        assertThat(best.at("/unit").stringValue()).isEqualTo("FJ");
        assertThat(best.at("/submitter/name").stringValue()).isEqualTo("某市总工会");
        Answer revoked = judged.host().posts("/api/v1/awards/" + second.id() + "/revoke",
                new Form().with("reason", "复核发现材料有误")).isDone();
        assertThat(ids(showcase(revoked))).containsExactly(entries.get(0));
        ledger.asNobody().reads("showcase/" + entries.get(1)).isRefusedWith(404, "not-found");
    }

    @Test
    void aDisqualifiedWorkIsGoneWithItsAward() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        Answer award = judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        assertThat(ids(showcase(award))).containsExactly(entries.get(0));
        JsonNode effect = judged.host().posts("/api/v1/entries/" + entries.get(0) + "/disqualify/preview").isShown()
                .json();
        assertThat(effect.get("falls").toString()).contains("一等奖");
        Answer gone = judged.host().posts("/api/v1/entries/" + entries.get(0) + "/disqualify",
                new Form().with("reason", "查实抄袭")).isDone();
        assertThat(ids(showcase(gone))).isEmpty();
        assertThat(judged.figure(gone, "awarded")).isZero();
        assertThat(judged.figure(gone, "judged")).isEqualTo(2);
    }

    @Test
    void aReversedEntryTakesItsAwardAlongAndTheEffectSaysSo() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        Form ask = new Form().with("action", "REVERSE").with("recordId", entries.get(0))
                .with("reasonCode", "eligibility").with("reason", "核对时发现");
        Answer asked = ledger.as("fj").posts("/api/v1/corrections", ask).isRecorded();
        JsonNode seen = ledger.as("checker").reviews(asked).json();
        assertThat(seen.at("/effect/falls").toString()).contains("一等奖");
        Answer done = ledger.as("checker").approves(asked).isDone();
        assertThat(judged.figure(done, "awarded")).isZero();
        assertThat(ids(showcase(done))).isEmpty();
    }

    @Test
    void whileACategoryIsJudgedNobodyIsToldWhoseAWorkIs() {
        Ledger open = shared.withCampaign(form -> form.with("/categories/1/showRecommended", true));
        Desk host = open.as("host-activity");
        List.of("MOBILISE", "RECOMMEND", "JUDGE").forEach(phase -> open.asAdmin().opens(phase).isDone());
        Answer entry = open.as("fj").sentence("entries", EntriesTest.aCase("推荐展示的")).asItIs().isRecorded();
        host.posts("/api/v1/entries/" + entry.id() + "/accept").isDone();
        Answer recommended = open.as("fj").posts("/api/v1/entries/" + entry.id() + "/recommend").isDone();
        JsonNode before = open.asNobody().reads("showcase?waitFor=" + recommended.position()).isShown().json();
        assertThat(before.at("/items/0/unit").stringValue()).isEqualTo("FJ");
        Answer opened = host.posts(host.path("categories/activity/judging/open"), JudgedCategory.terms()).isDone();
        Answer during = open.asNobody().reads("showcase?waitFor=" + opened.position()).isShown();
        assertThat(during.at("/items/0/title").stringValue()).isEqualTo("推荐展示的");
        assertThat(during.text()).doesNotContain("\"unit\"", "某市总工会", "submitter", "toldAt",
                "recommendedOn", "\"position\"");
        for (String feed : List.of("showcase.json", "showcase.atom")) {
            Answer told = open.asNobody().gets("/c/" + open.campaign() + "/" + feed);
            assertThat(told.text()).contains("推荐展示的").doesNotContain("某市总工会", "福建");
        }
    }

    @Test
    void theFeedsTellOfAwardsAndTheirProofs() throws Exception {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        Answer award = judged.awards(judged.host(), entries.get(0), "一等奖").isRecorded();
        showcase(award);
        String path = "/c/" + ledger.campaign() + "/showcase";
        JsonNode feed = ledger.asNobody().gets(path + ".json").isFound().json();
        assertThat(feed.get("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.at("/items/0/_ledger/proof").stringValue()).endsWith("/log/proof/" + award.position());
        Document atom = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(ledger.asNobody().gets(path + ".atom").isFound().bytes()));
        assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(atom.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("网上练兵");
    }

    @Test
    void aCharacterThatAFeedCannotHoldDoesNotBreakIt() throws Exception {
        Ledger open = shared.withCampaign(form -> form.with("/categories/1/showRecommended", true));
        List.of("MOBILISE", "RECOMMEND").forEach(phase -> open.asAdmin().opens(phase).isDone());
        Answer entry = open.as("fj").sentence("entries", EntriesTest.aCase("响\u0001铃")).asItIs().isRecorded();
        open.as("host-activity").posts("/api/v1/entries/" + entry.id() + "/accept").isDone();
        Answer last = open.as("fj").posts("/api/v1/entries/" + entry.id() + "/recommend").isDone();
        open.asNobody().reads("showcase?waitFor=" + last.position()).isShown();
        Document atom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                open.asNobody().gets("/c/" + open.campaign() + "/showcase.atom").isFound().bytes()));
        assertThat(atom.getElementsByTagName("title").item(1).getTextContent()).isEqualTo("响铃");
    }

    @Test
    void pagesOfTheShowcaseFollowOneAnother() {
        List<String> entries = judged.scored();
        judged.closes().isDone();
        Answer last = null;
        for (String entry : entries) {
            last = judged.awards(judged.host(), entry, "优秀奖").isRecorded();
        }
        JsonNode first = ledger.asNobody().reads("showcase?limit=2&waitFor=" + last.position()).isShown().json();
        JsonNode second = ledger.asNobody().reads("showcase?limit=2&after=" + first.get("next").stringValue())
                .isShown().json();
        assertThat(ids(first)).hasSize(2);
        assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
        assertThat(second.has("next")).isFalse();
        ledger.asNobody().reads("showcase?category=none").isRefusedWith(422, "unknown-category");
        ledger.asNobody().reads("showcase?after=!").isRefusedWith(422, "bad-cursor");
    }
}
