package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A category from the first look at a work to its award: the whole job of a host, and that of a judge within it. */
@InTheBrowser
class JudgingInTheBrowserTest {

    private static final String DRAFTS = "() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length";
    private static final String JUDGING = "/c/demo/categories/video/judging";

    private final Face face;

    JudgingInTheBrowserTest(Face face) {
        this.face = face;
    }

    @Test
    void aHostAndAJudgeDoTheirWholeJobs() {
        Visitor host = face.signedIn(AccountOf.HOST);
        Visitor reporter = face.signedIn(AccountOf.REPORTER);
        phasesOpen();
        List<byte[]> videos = videos(host);
        for (int i = 0; i < videos.size(); i++) {
            submits(reporter, "浏览器里的作品 " + i, videos.get(i));
            looksAndAccepts(host);
            recommends(reporter);
        }
        opensAndDraws(host);
        leavesNothingBehind(face.visitor(View.DESKTOP).signsIn(AccountOf.JUDGE));
        judges(face.signedIn(AccountOf.JUDGE));
        closesAndAwards(host);
    }

    private void phasesOpen() {
        Visitor admin = face.signedIn(AccountOf.ADMIN);
        for (String phase : List.of("RECOMMEND", "JUDGE")) {
            admin.opens("/c/demo/phases");
            admin.at("#phase-" + phase + " summary").first().click();
            admin.at("#open-" + phase + " button").click();
            assertThat(admin.at("#phase-" + phase)).hasAttribute("data-state", "OPEN");
        }
    }

    /** Two of the season's works, as its host may load them. */
    private List<byte[]> videos(Visitor host) {
        JsonNode works = JsonMapper.shared().readTree(host.context().request().get(face.url(
                "/api/v1/campaigns/2019/entries?limit=2")).text());
        List<byte[]> videos = new ArrayList<>();
        works.path("items").forEach(item -> videos.add(host.context().request().get(face.url("/api/v1/entries/"
                + item.path("id").stringValue() + "/work")).body()));
        return videos;
    }

    private static void submits(Visitor reporter, String title, byte[] video) {
        reporter.opens("/c/demo/works/new");
        reporter.at("#work-file").setInputFiles(new FilePayload("work.mp4", "video/mp4", video));
        reporter.at("input[value=UNION]").check();
        reporter.at("[name='submitter.name']").fill("某市总工会");
        reporter.at("#work-title").fill(title);
        reporter.at("#submit-form button[type=submit]").click();
        assertThat(reporter.at("#done-position")).isVisible();
        reporter.at("#done-work").click();
        assertThat(reporter.at(".mark-SUBMITTED")).isVisible();
    }

    /** From the queue: the oldest that waits, its picture before its papers. */
    private static void looksAndAccepts(Visitor host) {
        host.opens("/c/demo/works?state=SUBMITTED");
        host.at("main a[href*='/c/demo/works/']:not([href$='/new'])").first().click();
        assertThat(host.at("video")).isVisible();
        host.at("form[data-action=accept] button[type=submit]").click();
        assertThat(host.at(".mark-ACCEPTED")).isVisible();
        host.keepsAPicture("work-host");
    }

    private static void recommends(Visitor reporter) {
        reporter.page().reload();
        reporter.at("form[data-action=recommend] button[type=submit]").click();
        assertThat(reporter.at(".mark-RECOMMENDED")).isVisible();
    }

    private static void opensAndDraws(Visitor host) {
        host.opens(JUDGING);
        host.at("#open-minScores").fill("1");
        host.at("#open-form button[type=submit]").click();
        assertThat(host.at("#stage")).hasText("评审中");
        for (var box : host.at("#draw-form input[name=judge]").all()) {
            box.setChecked(AccountOf.JUDGE.equals(box.getAttribute("value")));
        }
        host.at("#draw-perEntry").fill("1");
        host.at("#draw-form button[type=submit]").click();
        assertThat(host.at("#drawn")).isVisible();
        assertThat(host.at("#judges tbody tr")).hasCount(1);
    }

    /** By the keyboard alone; the next entry comes by itself, and what was given stands there again. */
    private void judges(Visitor judge) {
        judge.opens("/c/demo/judging");
        judge.at("#start").click();
        String first = judge.page().url();
        leavesAndComesBack(judge, first);
        scores(judge, "7");
        judge.page().keyboard().press("Enter");
        judge.page().waitForURL(url -> !url.equals(first));
        scores(judge, "9");
        String second = judge.page().url();
        judge.page().keyboard().press("Enter");
        judge.page().waitForURL(Pattern.compile(".*/judging$"));
        assertThat(judge.at("#assignments .mark-scored")).hasCount(2);
        judge.page().navigate(second);
        assertThat(judge.at("#score-0")).hasValue("9");
        assertThat(judge.at("#draft")).isHidden();
        judge.keepsAPicture("judge-entry");
    }

    private static void typesABeginning(Visitor judge) {
        assertThat(judge.at("#score-2")).isVisible();
        judge.at("#score-0").fill("5");
        judge.at("#comment").fill("结尾再看一遍");
        judge.page().waitForFunction("() => (" + DRAFTS + ")() > 0");
    }

    /** What was typed and not recorded is there again, until its judge drops it. */
    private static void leavesAndComesBack(Visitor judge, String entry) {
        typesABeginning(judge);
        judge.opens("/c/demo/judging");
        judge.page().navigate(entry);
        assertThat(judge.at("#draft")).isVisible();
        assertThat(judge.at("#score-0")).hasValue("5");
        assertThat(judge.at("#comment")).hasValue("结尾再看一遍");
        judge.findsItAccessible().keepsAPicture("judge-draft");
        judge.at("#draft-drop").click();
        assertThat(judge.at("#draft")).isHidden();
        assertThat(judge.at("#score-0")).hasValue("");
        judge.page().reload();
        assertThat(judge.at("#score-2")).isVisible();
        assertThat(judge.at("#comment")).hasValue("");
    }

    /** Whoever signs out on a computer that others use leaves nothing of what was typed on it. */
    private static void leavesNothingBehind(Visitor judge) {
        judge.opens("/c/demo/judging");
        judge.at("#start").click();
        typesABeginning(judge);
        Assertions.assertThat(judge.page().evaluate(DRAFTS)).isEqualTo(1);
        judge.at(".menu-end summary").click();
        judge.at("#sign-out button").click();
        assertThat(judge.at("a.account")).isVisible();
        Assertions.assertThat(judge.page().evaluate(DRAFTS)).isEqualTo(0);
    }

    private static void scores(Visitor judge, String points) {
        assertThat(judge.at("video")).isVisible();
        assertThat(judge.at("#score-2")).isVisible();
        judge.at("#score-0").focus();
        for (int criterion = 0; criterion < 3; criterion++) {
            judge.at("#score-" + criterion).focus();
            judge.page().keyboard().type(points);
        }
        assertThat(judge.at("#total")).hasText(points + "0.00");
    }

    private static void closesAndAwards(Visitor host) {
        host.opens(JUDGING);
        assertThat(host.at("#judges tbody td.number").nth(1)).hasText("2");
        host.at("#close-sure").check();
        host.at("#close-do").click();
        assertThat(host.at("#ranking tbody tr")).hasCount(2);
        host.at("#ranking tbody tr").first().locator("form.grant button").click();
        assertThat(host.at("#ranking tbody tr").first().locator(".award")).isVisible();
        host.keepsAPicture("judging-awarded");
    }
}
