package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** The checklists of measures and the form to file one, in both languages, for each role. */
@AtTheDoor
class MeasuresPagesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk host;
    private final String root;

    MeasuresPagesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.host = ledger.as("host-video");
        this.root = "/c/" + ledger.campaign() + "/measures";
    }

    private String page(Desk who, String path, String language) {
        String html = who.gets(root + path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    private Answer filed(Desk who, String of, String code, String requirement) {
        Answer filed = who.posts(who.path("measures"), new Form().with(of, code).with("requirement", requirement).with(
                "title", "联合开展主题宣讲").with("on", "2019-06-20").with("jointWith", "省委网信办")).isRecorded();
        who.reads("measures?waitFor=" + filed.position()).isShown();
        return filed;
    }

    private static String requirement(String id, boolean met) {
        return "data-requirement=\"" + id + "\" data-met=\"" + met + "\"";
    }

    @Test
    void aReporterSeesWhatIsAskedAndWhatItHasFiled() {
        Answer filed = filed(fujian, "unit", "FJ", "THEME");
        assertThat(page(fujian, "", "zh")).contains(requirement("THEME", true), requirement("REFORM", false),
                "联合开展主题宣讲", "会同省委网信办", "已填报 1 / 4 项", "/registers/measures/" + filed.id(),
                "/measures/new?requirement=REFORM&amp;unit=FJ").doesNotContain("SUMMARY", "f-category");
        assertThat(page(fujian, "", "en")).contains("1 of 4 filed", "Bring union work online", "Nothing filed");
        assertThat(page(ledger.as("gd"), "", "zh")).contains("已填报 0 / 4 项").doesNotContain("联合开展主题宣讲");
    }

    @Test
    void aHostSeesItsCategory() {
        filed(host, "category", "video", "SUMMARY");
        assertThat(page(host, "", "zh")).contains(requirement("SUMMARY", true), requirement("COMMENDATION", false))
                .doesNotContain("THEME", "/registers/measures/");
    }

    @Test
    void anAuditorSeesAllAndFiltersByUnitAndCategory() {
        filed(fujian, "unit", "FJ", "THEME");
        filed(host, "category", "video", "SUMMARY");
        ledger.asAuditor().reads("measures?waitFor=" + ledger.head()).isShown();
        assertThat(page(ledger.asAuditor(), "", "zh")).contains("data-checklist=\"FJ\"", "data-checklist=\"OTHR\"",
                "data-checklist=\"video\"", "突出主题 服务大局", "项目总结").doesNotContain("measures/new");
        assertThat(page(ledger.asAdmin(), "?unit=FJ", "en")).contains(requirement("THEME", true)).doesNotContain(
                "data-checklist=\"GD\"", "data-checklist=\"video\"");
        assertThat(page(ledger.asAuditor(), "?category=video", "zh")).contains(requirement("SUMMARY", true));
        assertThat(ledger.asAuditor().gets(root + "?unit=ATLANTIS").status()).isEqualTo(404);
        assertThat(fujian.gets(root + "?unit=GD").status()).isEqualTo(404);
        assertThat(ledger.as("judge-bj").gets(root).status()).isEqualTo(403);
        assertThat(ledger.asAdmin().gets(root + "/new").status()).isEqualTo(403);
    }

    @Test
    void aMeasureIsFiledWithoutAScript() {
        String form = page(fujian, "/new?requirement=REFORM", "zh");
        assertThat(form).contains("value=\"REFORM\" selected=\"selected\"", "name=\"jointWith\"", "记入台账")
                .doesNotContain("SUMMARY");
        String[] fields = {"_form", "measure", "_to", "/api/v1/campaigns/" + ledger.campaign() + "/measures", "_back",
                root + "/new", "_done", root, "_key", "k-" + ledger.campaign(), "unit", "FJ", "requirement", "REFORM",
                "title", "开通网上职工之家", "on", "2019-06-21", "jointWith", "", "document", ""};
        Answer sent = fujian.fills("/forms", fields);
        assertThat(sent.status()).isEqualTo(303);
        assertThat(fujian.gets(String.valueOf(sent.header("Location"))).isFound().text()).contains(requirement("REFORM",
                true), "开通网上职工之家");
        fields[5] = root + "/new";
        fields[9] = "k2-" + ledger.campaign();
        fields[17] = "2018-01-01";
        Answer refused = fujian.fills("/forms", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("日期应在 2019-05-01 至", "开通网上职工之家", "aria-invalid");
    }

    @Test
    void theRecordShowsItsLifeAndCanBeCorrected() {
        Answer filed = filed(fujian, "unit", "FJ", "PUBLICITY");
        String life = fujian.gets("/c/" + ledger.campaign() + "/registers/measures/" + filed.id()).isFound().text();
        assertThat(life).contains("联合开展主题宣讲", "会同单位", "changes.title").doesNotContain("??");
        assertThat(fujian.gets("/c/" + ledger.campaign() + "/registers/measures").isFound().text()).contains(
                "联合开展主题宣讲").doesNotContain("??");
    }

    @Test
    void theDeskTellsWhatIsNotFiledYet() {
        String desk = "/desk?campaign=" + ledger.campaign();
        filed(fujian, "unit", "FJ", "THEME");
        assertThat(fujian.gets(desk).isFound().text()).containsPattern("data-item=\"measures\" class=\"is-later\">\\s*"
                + "<b class=\"waits-number\">3</b>");
        ledger.asAdmin().opens("SUMMARISE").isDone();
        assertThat(host.gets(desk).isFound().text()).containsPattern("data-item=\"measures\" class=\"is-waits\">\\s*"
                + "<b class=\"waits-number\">2</b>");
    }
}
