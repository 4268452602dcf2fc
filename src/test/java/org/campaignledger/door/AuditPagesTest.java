package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of audit: the trail, an event, explanation, comparison, the sealed log; who sees what, in both languages. */
@AtTheDoor
class AuditPagesTest {

    private static final String HOSTILE = "%3Cscript%3Ealert(1)%3C/script%3E";

    private final Ledger ledger;
    private final Desk auditor;
    private final Desk fujian;
    private final String root;

    AuditPagesTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.auditor = ledger.asAuditor();
        this.fujian = ledger.as("fj");
        this.root = "/c/" + ledger.campaign();
    }

    private String page(Desk who, String path, String language) {
        String html = who.gets(root + path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=", "<script>");
        return html;
    }

    private Answer anEventOf(String unit, long contacts, String title) {
        return ledger.as(unit).holds(anEvent().with("contacts", contacts).with("title", title)).on("2019-06-01")
                .isRecorded();
    }

    /** Pages read what has been projected. */
    private void isProjected(Answer last) {
        auditor.reads("trail?waitFor=" + last.position()).isShown();
        auditor.reads("progress?waitFor=" + last.position()).isShown();
        auditor.reads("progress/explain?metric=events&waitFor=" + last.position()).isShown();
    }

    private static String row(Answer of) {
        return "data-position=\"" + of.position() + "\"";
    }

    @Test
    void theTrailIsToldInSentencesToEachTheirOwn() {
        Answer ours = anEventOf("fj", 30, "马尾船厂宣讲");
        Answer theirs = anEventOf("gd", 41, "黄埔船厂宣讲");
        isProjected(theirs);
        assertThat(page(auditor, "/trail", "zh")).contains("福建省开展一场线下活动，面对面接触职工 30 名", row(ours), row(theirs),
                root + "/trail/" + ours.position() + "\"", "format=csv", "format=ndjson", "aria-current=\"page\"");
        assertThat(page(ledger.asAdmin(), "/trail", "en")).contains("Guangdong held an event and met 41 workers");
        assertThat(page(fujian, "/trail", "zh")).contains(row(ours)).doesNotContain(row(theirs));
        assertThat(page(ledger.as("host-video"), "/trail", "en")).contains("nothing yet that you may see")
                .doesNotContain(row(ours), "f-category");
        assertThat(ledger.as("judge-bj").gets(root + "/trail").status()).isEqualTo(403);
        assertThat(ledger.asNobody().sending("Accept", "text/html").gets(root + "/trail").location()).contains(
                "/login");
        assertThat(auditor.gets("/c/none/trail").status()).isEqualTo(404);
    }

    @Test
    void theFilterStandsInTheAddressAndInItsDownloads() {
        Answer kept = anEventOf("fj", 30, "筛选宣讲");
        Answer other = anEventOf("gd", 41, "别处宣讲");
        isProjected(other);
        assertThat(page(auditor, "/trail?unit=FJ&type=EventHeld", "zh")).contains(row(kept),
                "trail?type=EventHeld&amp;unit=FJ&amp;format=csv").doesNotContain(row(other));
        assertThat(page(auditor, "/trail?text=%E7%AD%9B%E9%80%89", "en")).contains(row(kept)).doesNotContain(row(
                other));
        assertThat(page(auditor, "/trail?actor=gd", "en")).contains(row(other)).doesNotContain(row(kept));
        assertThat(page(auditor, "/trail?recordId=" + kept.id(), "en")).contains(row(kept)).doesNotContain(row(other));
        assertThat(page(auditor, "/trail?category=video", "zh")).contains("没有符合条件的记录").doesNotContain(row(kept));
        assertThat(page(auditor, "/trail?to=2000-01-01", "en")).contains("No event matches the filter.",
                "value=\"2000-01-01\"");
        assertThat(page(auditor, "/trail?from=2000-01-01%2008:00", "zh")).contains(row(kept));
        Answer table = auditor.reads("trail?type=EventHeld&unit=FJ&format=csv").isShown();
        assertThat(table.text()).contains(kept.id()).doesNotContain(other.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=abc", "from=2019-02-30", "to=2019-13-01%2010:00", "after=none", "after=-1",
            "from=2019-06-02&to=2019-06-01"})
    void aFilterThatCannotBeReadIsSaidToBe(String filter) {
        assertThat(page(auditor, "/trail?" + filter, "zh")).contains("没有读懂").doesNotContain("没有符合条件的记录");
        assertThat(page(auditor, "/trail?" + filter, "en")).contains("This could not be read");
    }

    @Test
    void whatIsTypedStaysText() {
        for (String filter : List.of("text=", "actor=", "type=", "recordId=", "from=")) {
            assertThat(page(auditor, "/trail?" + filter + HOSTILE, "zh")).contains("&lt;script&gt;alert(1)");
        }
        assertThat(page(auditor, "/compare?from=" + HOSTILE, "en")).contains("&lt;script&gt;alert(1)");
        assertThat(page(auditor, "/explain?metric=" + HOSTILE, "en")).contains("This could not be read");
        anEventOf("fj", 1, "<script>宣讲</script>");
        Answer held = anEventOf("fj", 1, "<script>二讲</script>");
        isProjected(held);
        assertThat(page(auditor, "/trail/" + held.position(), "zh")).contains("&lt;script&gt;二讲");
    }

    @Test
    void pagesGoOnByCursorAndKeepTheFilter() {
        Answer last = anEventOf("fj", 0, "第0次宣讲");
        for (int i = 1; i < 52; i++) {
            last = anEventOf("fj", i, "第" + i + "次宣讲");
        }
        isProjected(last);
        String first = page(auditor, "/trail?unit=FJ", "en");
        assertThat(first).containsPattern("trail\\?unit=FJ&amp;after=\\d+").doesNotContain("Back to the newest");
        String cursor = first.replaceAll("(?s).*trail\\?unit=FJ&amp;after=(\\d+).*", "$1");
        assertThat(page(auditor, "/trail?unit=FJ&after=" + cursor, "zh")).contains("回到最新");
        assertThat(page(auditor, "/explain?metric=events&unit=FJ", "en")).containsPattern(
                "explain\\?metric=events&amp;unit=FJ&amp;after=");
    }

    @Test
    void anEventReadsLikeARecordOfEvidence() {
        Answer held = anEventOf("fj", 30, "马尾船厂宣讲");
        isProjected(held);
        awaitsItsSeal(held);
        String html = page(auditor, "/trail/" + held.position(), "zh");
        assertThat(html).contains("福建省开展一场线下活动，面对面接触职工 30 名", "<b>fj</b>", "填报员", "EventHeld · 1", "马尾船厂宣讲",
                "面对面接触", "+30", root + "/registers/events/" + held.id(), "/log/proof/" + held.position(),
                "id=\"verify\"", "id=\"leaf\"", "java -jar campaign-ledger.jar verify http", "id=\"previous\"",
                "explain?metric=contacts&amp;unit=FJ", "没有更正别的记录");
        assertThat(page(fujian, "/trail/" + held.position(), "en")).contains("Reporter", "What it posted",
                "Verify here");
    }

    private void awaitsItsSeal(Answer event) {
        long until = System.nanoTime() + 20_000_000_000L;
        while (ledger.asNobody().gets("/log/proof/" + event.position()).status() != 200) {
            assertThat(System.nanoTime()).as("sealed").isLessThan(until);
        }
    }

    @Test
    void aCorrectionIsLinkedBothWays() {
        Answer held = anEventOf("fj", 30, "厂区宣讲");
        Answer asked = fujian.asksFor(amending(held).to("contacts", 25)).isRecorded();
        Answer approved = ledger.as("checker").approves(asked).isDone();
        isProjected(approved);
        assertThat(page(auditor, "/trail/" + held.position(), "zh")).contains("后被更正", root + "/trail/" + approved
                .position() + "\"");
        assertThat(page(auditor, "/trail/" + approved.position(), "en")).contains("/corrections/" + asked.id(),
                root + "/trail/" + held.position() + "\"");
        assertThat(page(auditor, "/trail/" + asked.position(), "zh")).contains("申请更正一条记录", "/corrections/" + asked
                .id());
    }

    @Test
    void whatIsEncryptedStaysSo() {
        Answer recruited = fujian.recruits(aPerson().with("person.name", "林某某")).on("2019-06-01").isRecorded();
        isProjected(recruited);
        assertThat(page(auditor, "/trail/" + recruited.position(), "zh")).contains("（加密保存）", "号指纹",
                root + "/registers/propagandists/" + recruited.id()).doesNotContain("林某某");
    }

    @Test
    void anEventIsForThoseWhoMaySeeIt() {
        Answer held = anEventOf("fj", 30, "本单位宣讲");
        isProjected(held);
        String path = root + "/trail/" + held.position();
        assertThat(ledger.as("gd").gets(path).status()).isEqualTo(404);
        assertThat(ledger.as("host-video").gets(path).status()).isEqualTo(404);
        assertThat(ledger.as("judge-bj").gets(path).status()).isEqualTo(403);
        assertThat(ledger.asNobody().sending("Accept", "text/html").gets(path).location()).contains("/login");
        for (String none : List.of("0", "-1", "abc", "999999999", "9999999999999999999", HOSTILE.replace("/", "%20"))) {
            assertThat(auditor.gets(root + "/trail/" + none).status()).as(none).isBetween(400, 404);
        }
    }

    @Test
    void anEventOfAnotherCampaignIsShownThere() {
        Answer held = anEventOf("fj", 30, "别的活动");
        isProjected(held);
        Ledger other = ledger.withAnotherCampaign();
        assertThat(other.asAuditor().gets("/c/" + other.campaign() + "/trail/" + held.position()).location())
                .endsWith(root + "/trail/" + held.position());
        assertThat(page(auditor, "/trail/1", "en")).contains("AccountOpened");
    }

    @Test
    void aFigureIsExplainedToThoseWhoMaySeeRecords() {
        anEventOf("fj", 30, "第一场");
        Answer last = anEventOf("fj", 12, "第二场");
        isProjected(last);
        String html = page(auditor, "/explain?metric=contacts&unit=FJ", "zh");
        assertThat(html).contains(">42<", "由 2 笔相加得出", "第 ", row(last), root + "/trail/" + last.position());
        assertThat(page(fujian, "/explain?metric=contacts", "en")).contains(">42<", "The sum of 2 postings");
        assertThat(page(auditor, "/explain?metric=contacts&unit=FJ&on=2019-05-01", "zh")).contains(">0<", "所以它是 0");
        assertThat(page(auditor, "/explain", "en")).contains("Choose a figure");
        assertThat(page(ledger.as("host-video"), "/explain?metric=submitted", "zh")).contains(">0<");
        assertThat(ledger.as("gd").gets(root + "/explain?metric=contacts&unit=FJ").status()).isEqualTo(404);
        assertThat(ledger.as("judge-bj").gets(root + "/explain?metric=contacts").status()).isEqualTo(403);
        assertThat(ledger.asNobody().sending("Accept", "text/html").gets(root + "/explain?metric=events").location())
                .contains("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"metric=none", "metric=events&position=-1", "metric=events&position=999999999",
            "metric=events&position=abc", "metric=events&on=someday", "metric=events&unit=ATLANTIS",
            "metric=events&category=none", "metric=events&after=nowhere"})
    void aQuestionThatCannotBeReadIsSaidToBe(String question) {
        assertThat(page(auditor, "/explain?" + question, "zh")).contains("没有读懂");
    }

    @Test
    void theDashboardLeadsToTheExplanation() {
        assertThat(page(auditor, "?unit=FJ", "zh")).contains(root + "/explain?metric=events&amp;unit=FJ")
                .doesNotContain("/progress/explain");
    }

    @Test
    void twoPointsInTimeAreComparedByEverybodyAndToldByThoseWhoMay() {
        Answer before = anEventOf("fj", 30, "之前");
        Answer after = anEventOf("gd", 12, "之后");
        isProjected(after);
        String asked = "/compare?from=" + before.position() + "&to=" + after.position();
        assertThat(page(ledger.asNobody(), asked, "zh")).contains("+12", "广东省", "其余 34 个单位没有变化。")
                .doesNotContain("id=\"changes\"");
        assertThat(page(auditor, asked, "en")).contains("+12", row(after), "1 events").doesNotContain(row(before));
        assertThat(page(fujian, asked, "zh")).contains("其间没有您可以查看的记录").doesNotContain(row(after));
        assertThat(page(auditor, "/compare?from=" + after.position() + "&to=" + before.position(), "zh")).contains(
                "−12").doesNotContain("id=\"changes\"");
        assertThat(page(auditor, "/compare?from=" + after.position() + "&to=" + after.position(), "en")).contains(
                "All units are as they were.");
    }

    @ParameterizedTest
    @CsvSource({"from=abc, 不是有效时刻", "from=-1, 不得小于 0", "from=999999999, 账本目前只到", "from=0, 尚未打开", "from=1, 尚未打开",
            "from=2000-01-01, 尚未打开"})
    void pointsInTimeThatMakeNoSenseAreSaidToBe(String asked, String said) {
        assertThat(page(ledger.asNobody(), "/compare?" + asked, "zh")).contains("role=\"alert\"", said)
                .doesNotContain("compare-targets");
    }

    @Test
    void withoutPointsInTimeADayAgoIsComparedWithNow() {
        assertThat(page(ledger.asNobody(), "/compare", "zh")).containsPattern(
                "name=\"from\"[^>]*value=\"\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}\"").containsPattern(
                        "name=\"to\"[^>]*value=\"\\d+\"");
    }

    @Test
    void theSealedLogIsForEverybody() {
        awaitsItsSeal(anEventOf("fj", 30, "封存"));
        String html = page(ledger.asNobody(), "/sealed-log", "zh");
        String[] checkpoint = ledger.asNobody().gets("/log/checkpoint").isFound().text().split("\n", -1);
        assertThat(html).contains(checkpoint[0], "检查点", "id=\"checkpoint-root\"", "id=\"keys\"", "还没有登记见证方",
                "--last-seen seen.txt", "id=\"verify\"", "id=\"consistency\"").doesNotContain("/api/v1/archive",
                        root + "/trail\"");
        String key = ledger.asNobody().gets("/log/key").isFound().text().strip();
        assertThat(html).contains(key);
        assertThat(page(auditor, "/sealed-log", "en")).contains("/api/v1/archive", "Export the whole ledger",
                "No witness is configured yet");
        assertThat(page(fujian, "/sealed-log", "en")).doesNotContain("/api/v1/archive");
    }

    @Test
    void theWaysThere() {
        assertThat(page(auditor, "/compare", "zh")).contains(root + "/trail\"", root + "/sealed-log\"");
        assertThat(page(ledger.asAdmin(), "/compare", "en")).contains(">Ledger<", ">Sealed log<");
        assertThat(page(ledger.asNobody(), "/compare", "en")).contains(root + "/sealed-log\"", "the sealed log")
                .doesNotContain(root + "/trail\"");
    }
}
