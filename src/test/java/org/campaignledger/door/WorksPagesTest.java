package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** The pages on which works are listed, checked, judged and shown: who sees what, in both languages. */
@AtTheDoor
class WorksPagesTest {

    private final JudgedCategory desk;
    private final Ledger ledger;
    private final String root;

    WorksPagesTest(Ledger shared) {
        this.desk = new JudgedCategory(shared);
        this.ledger = desk.ledger();
        this.root = "/c/" + ledger.campaign();
    }

    private String page(Desk who, String path, String language) {
        String html = who.gets(root + path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    private void isClosedTo(Desk who, String path, int status) {
        assertThat(who.gets(root + path).status()).as(path).isEqualTo(status);
    }

    @Test
    void everybodyReadsWhatACategoryIsAndTakes() {
        desk.recommended("fj", 1);
        assertThat(page(ledger.asNobody(), "/categories", "zh")).contains("网络正能量专题活动征集", "天津市总工会", "时长须短于 3 分钟。");
        assertThat(page(ledger.asNobody(), "/categories/video", "en")).contains("Shorter than 3 minutes.",
                "Smaller than 50 MB.", "Format: MP4.", "津工E家");
        assertThat(page(ledger.asNobody(), "/categories/activity", "zh")).contains("只收工会提交的。", "http://www.hebzgfw.cn")
                .doesNotContain("/judging");
        assertThat(page(desk.host(), "/categories/activity", "zh")).contains("/categories/activity/judging");
        isClosedTo(ledger.asNobody(), "/categories/none", 404);
    }

    @Test
    void theListShowsEachTheirOwnAndSaysSoWhereThereIsNothing() {
        String fujian = desk.accepted("fj");
        String guangdong = desk.accepted("gd");
        assertThat(page(ledger.as("fj"), "/works", "zh")).contains(fujian, "网上练兵", "已通过").doesNotContain(guangdong);
        assertThat(page(desk.host(), "/works?state=ACCEPTED", "en")).contains(fujian, guangdong, "Accepted");
        assertThat(page(ledger.asAuditor(), "/works?category=activity&unit=GD", "zh")).contains(guangdong)
                .doesNotContain(fujian);
        assertThat(page(ledger.asAdmin(), "/works?category=photo", "zh")).contains("没有符合筛选条件的作品");
        assertThat(page(ledger.as("host-song"), "/works", "en")).contains("No works yet.");
        assertThat(page(ledger.asAdmin(), "/works?after=none", "zh")).contains("筛选条件读不出来");
        isClosedTo(ledger.as("judge-bj"), "/works", 403);
    }

    @Test
    void aWorkShowsItsLifeAndWhatItsReaderMayDo() {
        String id = desk.accepted("fj");
        assertThat(page(ledger.as("fj"), "/works/" + id, "zh")).contains("网上练兵", "某市总工会", "审核通过",
                "data-action=\"recommend\"", "data-action=\"withdraw\"").doesNotContain("data-action=\"reject\"");
        assertThat(page(desk.host(), "/works/" + id, "en")).contains("data-action=\"reject\"", "Do not accept")
                .doesNotContain("data-action=\"accept\"", "data-action=\"recommend\"");
        assertThat(page(ledger.asAuditor(), "/works/" + id, "zh")).doesNotContain("data-action");
        isClosedTo(ledger.as("gd"), "/works/" + id, 404);
        isClosedTo(ledger.as("host-song"), "/works/" + id, 404);
        isClosedTo(ledger.as("judge-bj"), "/works/" + id, 403);
    }

    @Test
    void aWorkThatIsNotCheckedYetCanBeChanged() {
        Answer submitted = ledger.as("fj").sentence("entries", new Form().with("category", "activity")
                .with("submitter.kind", "UNION").with("submitter.name", "某市总工会").with("title", "夜校开讲")
                .with("description", "每周一讲。")).asItIs().isRecorded();
        assertThat(page(ledger.as("fj"), "/works/" + submitted.id(), "zh")).contains("data-action=\"amend\"",
                "value=\"夜校开讲\"");
        assertThat(page(desk.host(), "/works/" + submitted.id(), "zh")).contains("data-action=\"accept\"")
                .doesNotContain("data-action=\"amend\"");
    }

    @Test
    void theFormIsForWhoeverBringsWorksIn() {
        assertThat(page(ledger.as("fj"), "/works/new", "zh")).contains("data-rules=\"video\"", "data-rules=\"photo\"")
                .doesNotContain("name=\"externalId\"");
        assertThat(page(desk.host(), "/works/new", "en")).contains("data-rules=\"activity\"", "name=\"externalId\"")
                .doesNotContain("data-rules=\"photo\"");
        isClosedTo(ledger.asAdmin(), "/works/new", 403);
    }

    @Test
    void aJudgeSeesWhatIsAssignedAndNothingOfWhoseItIs() {
        String id = desk.recommended("fj", 1).getFirst();
        desk.opened();
        desk.assigned(id, "judge-bj");
        Desk judge = ledger.as("judge-bj");
        assertThat(page(judge, "/judging", "zh")).contains("我的评审");
        assertThat(page(judge, "/judging/" + id, "en")).contains("网上练兵", "Recuse")
                .doesNotContain("某市总工会", "福建", "Fujian", "FJ", "submittedOn");
        isClosedTo(ledger.as("judge-sh"), "/judging/" + id, 404);
        isClosedTo(desk.host(), "/judging", 403);
    }

    @Test
    void theHostHasItsCategoryJudgedAndOthersReadAlong() {
        String path = "/categories/activity/judging";
        ledger.as("judge-bj");
        assertThat(page(desk.host(), path, "zh")).contains("open-form", "draw-form", "close-form", "judge-bj");
        assertThat(page(ledger.asAuditor(), path, "en")).contains("The host has not opened judging yet.")
                .doesNotContain("open-form", "draw-form", "close-form");
        isClosedTo(ledger.as("host-song"), path, 404);
        isClosedTo(ledger.as("fj"), path, 403);
        isClosedTo(ledger.as("judge-bj"), path, 403);
    }

    @Test
    void theShowcaseIsForEverybodyAndNamesItsFeeds() {
        for (String language : List.of("zh", "en")) {
            assertThat(page(ledger.asNobody(), "/showcase?category=photo", language)).contains(
                    "type=\"application/atom+xml\"", root + "/showcase.json", "aria-current=\"page\"");
        }
        isClosedTo(ledger.asNobody(), "/showcase?category=none", 404);
    }

    @Test
    void aCorrectionIsAskedForFromTheWork() {
        String id = desk.accepted("fj");
        String path = "/registers/entries/" + id;
        assertThat(page(ledger.as("fj"), "/works/" + id, "zh")).contains(path);
        assertThat(page(ledger.as("fj"), path, "en")).contains("网上练兵", "data-change=\"changes.title\"",
                "Special activities");
        assertThat(page(desk.host(), "/works/" + id, "en")).doesNotContain(path);
    }

    @Test
    void everyRoleHasItsWaysAtTheTop() {
        assertThat(page(desk.host(), "/categories", "zh")).contains(root + "/works\"", "/categories/activity/judging")
                .doesNotContain("/registers/");
        assertThat(page(ledger.as("judge-bj"), "/categories", "zh")).contains(root + "/judging\"")
                .doesNotContain(root + "/works\"");
        assertThat(page(ledger.as("fj"), "/categories", "en")).contains(root + "/works\"", "/registers/events");
        assertThat(page(ledger.asNobody(), "/categories", "en")).doesNotContain("desk-links");
    }
}
