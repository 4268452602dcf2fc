package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Works of the collection at the door: from submission to recommendation, and out again (rules 2, 8, 11 to 14). */
@AtTheDoor
class EntriesTest {

    private static final String PASSWORD = "one long pass phrase";

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk host;

    EntriesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.host = ledger.as("host-activity");
    }

    /** A written case of a union, which needs no file. */
    static Form aCase(String title) {
        return new Form().with("category", "activity").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("title", title)
                .with("description", "线下活动，线上传播；三百名职工参加。");
    }

    private Answer submitted(String title) {
        return fujian.sentence("entries", aCase(title)).asItIs().isRecorded();
    }

    private Answer done(Desk desk, Answer entry, String what) {
        return desk.posts("/api/v1/entries/" + entry.id() + "/" + what);
    }

    private static Form because(String reason) {
        return new Form().with("reason", reason);
    }

    private Answer accepted(String title) {
        Answer entry = submitted(title);
        done(host, entry, "accept").isDone();
        return entry;
    }

    private JsonNode funnel(Answer last) {
        for (JsonNode category : ledger.progressAfter(last.position()).get("categories")) {
            if (category.get("category").stringValue().equals("activity")) {
                return category;
            }
        }
        throw new AssertionError("no such category");
    }

    private void funnelIs(Answer last, int submitted, int accepted, int recommended) {
        JsonNode funnel = funnel(last);
        assertThat(List.of(funnel.get("submitted").intValue(), funnel.get("accepted").intValue(),
                funnel.get("recommended").intValue())).containsExactly(submitted, accepted, recommended);
    }

    @Test
    void anEntryCanBeFetchedWhereItSays() {
        Answer entry = submitted("网上练兵");
        for (Desk desk : List.of(fujian, host, ledger.asAdmin(), ledger.asAuditor())) {
            JsonNode shown = desk.gets(entry.location() + "?waitFor=" + entry.position()).isShown().json();
            assertThat(shown.get("title").stringValue()).isEqualTo("网上练兵");
            assertThat(shown.get("state").stringValue()).isEqualTo("SUBMITTED");
            assertThat(shown.at("/submitter/name").stringValue()).isEqualTo("某市总工会");
        }
        for (String other : List.of("gd", "host-video", "judge-gd")) {
            ledger.as(other).gets(entry.location()).isRefusedWith(404, "not-found");
        }
    }

    @Test
    void figuresOfTheFunnelAreCumulative() {
        Answer first = submitted("一件");
        Answer second = submitted("另一件");
        funnelIs(second, 2, 0, 0);
        funnelIs(done(host, first, "accept").isDone(), 2, 1, 0);
        ledger.asAdmin().opens("RECOMMEND").isDone();
        funnelIs(done(fujian, first, "recommend").isDone(), 2, 1, 1);
        funnelIs(host.posts("/api/v1/entries/" + second.id() + "/reject", because("材料不全")).isDone(), 1, 1, 1);
        funnelIs(done(fujian, first, "withdraw").isDone(), 0, 0, 0);
    }

    @Test
    void aWithdrawalTakesEffectOnItsOwnDay() {
        Answer entry = submitted("会撤回的");
        Answer gone = done(fujian, entry, "withdraw").isDone();
        JsonNode trail = ledger.asAuditor().gets("/api/v1/trail/" + gone.position() + "?waitFor=" + gone.position())
                .isShown().json();
        assertThat(trail.at("/postings/0/metric").stringValue()).isEqualTo("submitted");
        assertThat(trail.at("/postings/0/amount").intValue()).isEqualTo(-1);
        assertThat(trail.at("/category").stringValue()).isEqualTo("activity");
    }

    @Test
    void everythingWrongWithASubmissionIsSaidAtOnce() {
        fujian.sentence("entries", new Form().with("category", "platform").with("submitter.kind", "INDIVIDUAL")
                .with("submitter.phone", "12").with("unit", "FJ").with("title", " ").with("work", "abc")
                .with("links", List.of("javascript:alert(1)"))).asItIs().isRefusedWith(422, "validation-failed")
                .namingJust("submitter.name missing", "submitter.phone invalid-phone", "title blank",
                        "description missing", "links[0] invalid-link", "work unknown-work",
                        "submitter.kind submitter-not-of-category");
    }

    @Test
    void aTextThatIsTooLongIsRefusedWhole() {
        fujian.sentence("entries", aCase("题".repeat(201))).asItIs().isRefusedWith(422, "too-long");
        fujian.sentence("entries", aCase("题".repeat(10_000)).with("links", java.util.Collections.nCopies(1_000,
                "https://example.org/"))).asItIs().isRefusedWith(422, "validation-failed")
                .namingJust("title too-long", "links too-many");
        fujian.sentence("entries", aCase("刚好".repeat(100))).asItIs().isRecorded();
    }

    @Test
    void marksThatTurnTextAroundAreRefused() {
        fujian.sentence("entries", aCase("一\u202E二")).asItIs().isRefusedWith(422, "direction-mark")
                .naming("title", "direction-mark");
        Answer taken = fujian.sentence("entries", aCase("一\u200F二")).asItIs().isRecorded();
        assertThat(fujian.gets(taken.location() + "?waitFor=" + taken.position()).at("/title").stringValue())
                .isEqualTo("一二");
    }

    @Test
    void whatACategoryDoesNotKnowIsRefused() {
        fujian.sentence("entries", aCase("一件").with("category", "opera")).asItIs().isRefusedWith(422,
                "unknown-category");
        fujian.sentence("entries", aCase("一件").with("category", "video")).asItIs().isRefusedWith(422, "missing")
                .naming("work", "missing");
        fujian.sentence("entries", aCase("一件").with("unit", "GD")).asItIs().isRefusedWith(403, "foreign-unit");
        ledger.as("host-video").sentence("entries", aCase("一件").with("unit", "GD")).asItIs()
                .isRefusedWith(403, "foreign-category");
        ledger.as("judge-gd").sentence("entries", aCase("一件").with("unit", "GD")).asItIs()
                .isRefusedWith(403, "wrong-role");
    }

    @Test
    void aHostEntersWorksOfAnyUnitOnceByTheirNumber() {
        Form entered = aCase("平台上的一件").with("unit", "GD").with("platform", "冀工之家").with("externalId", "A-17");
        Answer first = host.posts(ledger.asAdmin().path("entries"), entered).isRecorded();
        host.posts(ledger.asAdmin().path("entries"), entered).isRefusedWith(409, "duplicate-record").showing(first);
    }

    @Test
    void anEntryIsAmendedUntilItIsAccepted() {
        Answer entry = submitted("写错的题目");
        fujian.posts("/api/v1/entries/" + entry.id() + "/amend", new Form().with("title", "写对的题目")).isDone();
        fujian.posts("/api/v1/entries/" + entry.id() + "/amend", new Form().with("title", "写对的题目"))
                .isRefusedWith(422, "changes-nothing");
        fujian.posts("/api/v1/entries/" + entry.id() + "/amend", new Form().with("category", "video"))
                .isRefusedWith(422, "not-taken-here").naming("category", "not-taken-here");
        Answer accepted = done(host, entry, "accept").isDone();
        fujian.posts("/api/v1/entries/" + entry.id() + "/amend", new Form().with("title", "再改"))
                .isRefusedWith(422, "already-accepted");
        JsonNode shown = fujian.gets(entry.location() + "?waitFor=" + accepted.position()).isShown().json();
        assertThat(shown.get("title").stringValue()).isEqualTo("写对的题目");
        assertThat(shown.at("/versions/0/title").stringValue()).isEqualTo("写错的题目");
        assertThat(shown.get("state").stringValue()).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({"accept, already-accepted", "recommend, already-recommended", "reject, already-recommended"})
    void nothingIsDoneTwice(String what, String code) {
        Answer entry = accepted("一件");
        ledger.asAdmin().opens("RECOMMEND").isDone();
        done(fujian, entry, "recommend").isDone();
        Desk desk = what.equals("recommend") ? fujian : host;
        desk.posts("/api/v1/entries/" + entry.id() + "/" + what, because("再来一次")).isRefusedWith(422, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "recommend", "withdraw", "reject"})
    void whatIsOutStaysOut(String what) {
        Answer entry = submitted("一件");
        ledger.asAdmin().opens("RECOMMEND").isDone();
        done(fujian, entry, "withdraw").isDone();
        Desk desk = List.of("recommend", "withdraw").contains(what) ? fujian : host;
        desk.posts("/api/v1/entries/" + entry.id() + "/" + what, because("再来一次"))
                .isRefusedWith(422, "takes-part-no-more");
    }

    @Test
    void phasesGateIt() {
        Answer entry = accepted("一件");
        done(fujian, entry, "recommend").isRefusedWith(422, "phase-not-open");
        host.posts("/api/v1/entries/" + entry.id() + "/disqualify", because("抄袭")).isRefusedWith(422,
                "phase-not-open");
        ledger.asAdmin().closes("MOBILISE").isDone();
        fujian.sentence("entries", aCase("迟到的")).asItIs().isRefusedWith(422, "phase-not-open");
        done(fujian, entry, "withdraw").isRefusedWith(422, "phase-not-open");
        ledger.asAdmin().opens("JUDGE").isDone();
        host.posts("/api/v1/entries/" + entry.id() + "/disqualify").isRefusedWith(422, "missing");
        funnelIs(host.posts("/api/v1/entries/" + entry.id() + "/disqualify", because("抄袭")).isDone(), 0, 0, 0);
    }

    @Test
    void onlyAcceptedEntriesAreRecommendedAndOnlyByTheirUnit() {
        Answer entry = submitted("一件");
        ledger.asAdmin().opens("RECOMMEND").isDone();
        done(fujian, entry, "recommend").isRefusedWith(422, "not-accepted");
        done(ledger.as("gd"), entry, "recommend").isRefusedWith(404, "not-found");
        done(host, entry, "recommend").isRefusedWith(403, "wrong-role");
        done(ledger.as("host-video"), entry, "accept").isRefusedWith(404, "not-found");
    }

    @Test
    void aUnitRecommendsAtMostWhatTheCategoryAllows() {
        Ledger limited = ledger.withCampaign(form -> form.with("/categories/1/recommendLimitPerUnit", 2));
        limited.asAdmin().opens("MOBILISE").isDone();
        limited.asAdmin().opens("RECOMMEND").isDone();
        limited.asAdmin().opensSubUnit("FJ", "FJ-XM9", "厦门市").isRecorded();
        List<Answer> three = Stream.of("FJ", "FJ-XM9", "FJ").map(unit -> {
            Answer entry = limited.as("fj").sentence("entries", aCase(unit).with("unit", unit)).asItIs().isRecorded();
            done(host, entry, "accept").isDone();
            return entry;
        }).toList();
        done(fujian, three.get(0), "recommend").isDone();
        done(fujian, three.get(1), "recommend").isDone();
        done(fujian, three.get(2), "recommend").isRefusedWith(422, "recommendation-limit");
        done(fujian, three.get(0), "withdraw").isDone();
        done(fujian, three.get(2), "recommend").isDone();
    }

    @Test
    void aHostLeavesItsOwnUnitToOthers() {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", "host-of-fujian-" + ledger.campaign())
                .with("password", PASSWORD).with("role", "HOST").with("scope", "lesson")
                .with("unit", "FJ")).isRecorded();
        Desk torn = ledger.asWhoeverIs("host-of-fujian-" + ledger.campaign(), PASSWORD);
        Ledger cases = ledger.withCampaign(form -> form.with("/categories/6/work", java.util.Map.of("media", "CASE")));
        cases.asAdmin().opens("MOBILISE").isDone();
        Answer own = cases.as("fj").sentence("entries", aCase("本单位的").with("category", "lesson")).asItIs()
                .isRecorded();
        Answer other = cases.as("gd").sentence("entries", aCase("别单位的").with("category", "lesson")).asItIs()
                .isRecorded();
        done(torn, own, "accept").isRefusedWith(422, "own-unit");
        torn.posts("/api/v1/entries/" + own.id() + "/reject", because("不合适")).isRefusedWith(422, "own-unit");
        done(ledger.asAdmin(), other, "accept").isRefusedWith(403, "hosts-can-act");
        done(torn, other, "accept").isDone();
        done(ledger.asAdmin(), own, "accept").isDone();
    }

    @Test
    void aCorrectionMovesAnEntryAndAReversalTakesItOut() {
        Answer entry = accepted("记错单位的");
        ledger.asAdmin().opensSubUnit("FJ", "FJ-QZ9", "泉州市").isRecorded();
        Answer moving = fujian.asksFor(CorrectionForm.amending(entry).to("unit", "FJ-QZ9").to("title", "更正后的题目"))
                .isRecorded();
        Answer moved = ledger.as("checker").approves(moving).isDone();
        JsonNode shown = fujian.gets(entry.location() + "?waitFor=" + moved.position()).isShown().json();
        assertThat(shown.get("unit").stringValue()).isEqualTo("FJ-QZ9");
        assertThat(shown.get("title").stringValue()).isEqualTo("更正后的题目");
        assertThat(shown.get("correction").stringValue()).isEqualTo(moving.id());
        funnelIs(moved, 1, 1, 0);
        Answer reversing = fujian.asksFor(CorrectionForm.reversing(entry)).isRecorded();
        funnelIs(ledger.as("checker").approves(reversing).isDone(), 0, 0, 0);
        fujian.asksFor(CorrectionForm.reversing(entry)).isRefusedWith(409, "already-reversed");
    }

    @Test
    void entriesAreCountedByCategoryUnitAndState() {
        submitted("一件");
        accepted("两件");
        Answer last = ledger.as("gd").sentence("entries", aCase("三件")).asItIs().isRecorded();
        String counts = "entry-counts?waitFor=" + last.position();
        assertThat(host.reads(counts).isShown().at("/items")).hasSize(3);
        JsonNode own = fujian.reads(counts).isShown().at("/items");
        assertThat(own).extracting(one -> one.get("state").stringValue() + one.get("entries").intValue())
                .containsExactly("ACCEPTED1", "SUBMITTED1");
        assertThat(ledger.as("host-video").reads(counts).isShown().at("/items")).isEmpty();
        ledger.as("judge-gd").reads("entry-counts").isRefusedWith(403, "wrong-role");
    }
}
