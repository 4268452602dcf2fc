package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.reversing;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody lands on what waits for them: with something waiting, and with nothing. */
@AtTheDoor
class DeskHomeTest {

    private final JudgedCategory judged;
    private final Ledger ledger;

    DeskHomeTest(Ledger shared) {
        this.judged = new JudgedCategory(shared);
        this.ledger = judged.ledger();
    }

    private String home(Desk who, String language) {
        String html = who.gets("/desk?campaign=" + ledger.campaign() + "&lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=", "class=\"is-unknown\"");
        return html;
    }

    private static String waits(String key, String tone, String number) {
        return "data-item=\"" + key + "\" class=\"is-" + tone + "\">\\s*<b class=\"waits-number\">" + number + "</b>";
    }

    private static String clear(String key) {
        return "<li data-item=\"" + key + "\"><a ";
    }

    /** Waits until the registers have taken in what was written. */
    private void catchUp(Answer last, Desk desk, String what) {
        desk.reads(what + "?waitFor=" + last.position()).isShown();
    }

    private Answer submitted() {
        return ledger.as("fj").sentence("entries", new Form().with("category", "activity")
                .with("submitter.kind", "UNION").with("submitter.name", "某市总工会").with("title", "夜校开讲")
                .with("description", "每周一讲。")).asItIs().isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fj", "host-photo", "judge-gd", "checker", "auditor"})
    void everyRoleIsTalkedToInBothLanguages(String account) {
        assertThat(home(ledger.as(account), "zh")).contains("今日待办", ">今日<");
        String page = home(ledger.as(account), "en");
        assertThat(page).contains("What waits today", ">Today<");
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>"))).doesNotContainPattern(
                "[\\u4e00-\\u9fff]");
    }

    @Test
    void aReporterSeesTheUnitsFiguresAndThatItHasNotBegun() {
        String page = home(ledger.as("fj"), "zh");
        assertThat(page).contains("福建省", "data-metric=\"events\"", "配额", "/record?campaign=" + ledger.campaign(),
                clear("asked"), clear("recommend")).containsPattern(waits("first", "waits", "0"));
    }

    @Test
    void aReporterSeesWhatCouldBeRecommendedAndWhatWaitsForAnother() {
        Desk fujian = ledger.as("fj");
        judged.accepted("fj");
        Answer event = fujian.holds(Forms.anEvent()).on("2019-06-01").isRecorded();
        Answer asked = fujian.asksFor(reversing(event));
        catchUp(asked, fujian, "corrections");
        catchUp(asked, fujian, "entries");
        catchUp(asked, fujian, "events");
        ledger.progressAfter(asked.position());
        String page = home(fujian, "en");
        assertThat(page).containsPattern(waits("recommend", "waits", "1")).containsPattern(waits("asked", "later",
                "1")).contains(clear("quiet")).doesNotContain("data-item=\"first\"");
        assertThat(page).containsPattern("(?s)data-metric=\"events\".{0,200}<b class=\"own-amount\">1</b>");
        assertThat(home(ledger.as("gd"), "zh")).contains(clear("recommend"), clear("asked"));
    }

    @Test
    void aHostIsToldTheNextStepFromCheckingToClosing() {
        Desk host = judged.host();
        assertThat(home(host, "zh")).contains(clear("check"), clear("open"), "今天没有必须办的事。");
        Answer work = submitted();
        catchUp(work, host, "entries");
        assertThat(home(host, "zh")).containsPattern(waits("check", "decide", "1")).contains(
                "/works?state=SUBMITTED").doesNotContain("id=\"nothing\"");
        String id = judged.recommended("fj", 1).getFirst();
        host.reads("categories/activity/judging?waitFor=" + ledger.head()).isShown();
        assertThat(home(host, "en")).containsPattern(waits("open", "decide", "1"));
        judged.opened();
        host.reads("categories/activity/judging?waitFor=" + ledger.head()).isShown();
        assertThat(home(host, "en")).containsPattern(waits("assign", "decide", "1"));
        for (String judge : new String[]{"judge-bj", "judge-sh"}) {
            judged.assigned(id, judge);
            Answer scored = judged.scores(judge, id, 7, 7).isDone();
            host.reads("categories/activity/judging?waitFor=" + scored.position()).isShown();
            assertThat(home(host, "zh")).containsPattern(judge.equals("judge-bj")
                    ? waits("scoring", "waits", "1")
                    : waits("close", "decide", "1"));
        }
    }

    @Test
    void aJudgeGoesStraightToTheNextEntry() {
        String id = judged.recommended("fj", 1).getFirst();
        Desk judge = ledger.as("judge-bj");
        Answer assigned = judged.assigned(id, "judge-bj");
        catchUp(assigned, judge, "judging/assignments");
        assertThat(home(judge, "zh")).containsPattern(waits("soon", "later", "1"));
        catchUp(judged.opened(), judge, "judging/assignments");
        assertThat(home(judge, "zh")).containsPattern(waits("score", "decide", "1")).contains("/judging/" + id);
        catchUp(judged.scores("judge-bj", id, 5, 5).isDone(), judge, "judging/assignments");
        assertThat(home(judge, "en")).contains(clear("score"), "Nothing waits for you.");
    }

    @Test
    void anAdminSeesWhatAnotherAskedForAndPhasesPastTheirLastDay() {
        Desk fujian = ledger.as("fj");
        Answer event = fujian.holds(Forms.anEvent()).on("2019-06-02").isRecorded();
        catchUp(fujian.asksFor(reversing(event)), ledger.asAdmin(), "corrections");
        String page = home(ledger.asAdmin(), "zh");
        assertThat(page).containsPattern(waits("corrections", "decide", "\\d+\\+?")).containsPattern(waits("overdue",
                "decide", "[1-9]")).contains("/phases\"", clear("quotas"), "data-item=\"letters\"");
    }

    @Test
    void anAuditorSeesHowFarTheLedgerIsSealed() {
        String page = home(ledger.asAuditor(), "en");
        assertThat(page).contains(clear("alarm"), "data-item=\"unsealed\"", "data-item=\"decided\"", "/sealed-log",
                "/trail\"", "/compare\"");
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndACampaignThatIsNoneIsNotFound() {
        assertThat(ledger.asNobody().gets("/desk").status()).isIn(302, 401);
        assertThat(ledger.as("fj").gets("/desk?campaign=none").status()).isEqualTo(404);
        assertThat(ledger.as("fj").gets("/desk").isFound().text()).contains("own-figures");
    }
}
