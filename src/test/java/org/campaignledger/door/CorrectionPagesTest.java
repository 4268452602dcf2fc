package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.merging;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** The pages on which records are read and corrections asked for and decided: who sees what, in both languages. */
@AtTheDoor
class CorrectionPagesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;

    CorrectionPagesTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
    }

    private String page(Desk who, String path, String language) {
        String html = who.gets(path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    private String registers(String rest) {
        return "/c/" + ledger.campaign() + "/registers/" + rest;
    }

    private Answer anEventOf(long contacts, String title) {
        return fujian.holds(anEvent().with("contacts", contacts).with("title", title)).on("2019-06-01").isRecorded();
    }

    @Test
    void aRegisterIsFilteredByItsAddressAndStrikesThroughWhatIsGone() {
        Answer kept = anEventOf(30, "马尾船厂宣讲");
        Answer gone = anEventOf(40, "鼓楼广场宣讲");
        checker.approves(fujian.asksFor(reversing(gone)).isRecorded()).isDone();
        assertThat(page(fujian, registers("events"), "zh")).contains(kept.id(), gone.id(), "已冲销",
                "<del>鼓楼广场宣讲</del>", "申请更正所选");
        assertThat(page(fujian, registers("events?text=%E9%A9%AC%E5%B0%BE"), "en")).contains(kept.id(),
                "All that the filter finds")
                .doesNotContain(gone.id());
        assertThat(page(fujian, registers("events?from=2019-07-01"), "en")).contains("No record matches the filter.");
        assertThat(page(fujian, registers("events?from=someday"), "zh")).contains("筛选条件读不出来");
        assertThat(page(ledger.as("gd"), registers("events"), "zh")).doesNotContain(kept.id());
        assertThat(page(ledger.asAuditor(), registers("events"), "zh")).contains(kept.id()).doesNotContain("choose-go");
    }

    @Test
    void pagesGoOnByCursorAndKeepTheFilter() {
        for (int i = 0; i < 51; i++) {
            anEventOf(i, "第" + i + "次宣讲");
        }
        assertThat(page(fujian, registers("events?unit=FJ"), "en")).containsPattern("events\\?unit=FJ&amp;after=\\d+");
    }

    @Test
    void everyRegisterHasItsPage() {
        fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        for (String kind : List.of("mobilizations", "propagandists", "events", "reach-reports")) {
            page(fujian, registers(kind), "zh");
            page(admin, registers(kind), "en");
            page(admin, registers(kind + "/correct"), "en");
        }
        assertThat(fujian.gets(registers("unicorns")).status()).isEqualTo(404);
    }

    @Test
    void aRecordShowsItsWholeLife() {
        Answer held = anEventOf(30, "厂区宣讲");
        Answer asked = fujian.asksFor(amending(held).to("contacts", 25)).isRecorded();
        checker.approves(asked).isDone();
        String html = page(fujian, registers("events/" + held.id()), "zh");
        assertThat(html).contains("<span>30</span></del>", "<span>25</span></ins>", "复核通过", "checker", "更正生效",
                "/corrections/" + asked.id(), "/log/proof/" + held.position(), "id=\"ask\"");
        assertThat(page(ledger.asAuditor(), registers("events/" + held.id()), "en")).contains("Approved")
                .doesNotContain("id=\"ask\"");
        assertThat(ledger.as("gd").gets(registers("events/" + held.id())).status()).isEqualTo(404);
    }

    @Test
    void whatIsMergedLinksBothWaysAndAsksNothingMore() {
        Answer kept = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer same = fujian.mobilizes(aUnion()).on("2019-06-02").isRecorded();
        checker.approves(admin.asksFor(merging(same, kept)).isRecorded()).isDone();
        assertThat(page(fujian, registers("mobilizations/" + same.id()), "zh")).contains("已并入", kept.id())
                .doesNotContain("id=\"ask\"");
        assertThat(page(fujian, registers("mobilizations/" + kept.id()), "en")).contains(same.id());
    }

    @Test
    void theEffectIsDrawnBeforeAnythingIsAskedFor() {
        Answer held = anEventOf(30, "码头宣讲");
        long head = ledger.head();
        String path = "/c/" + ledger.campaign() + "/corrections/preview";
        String html = fujian.sends(path, "application/json", amending(held).to("contacts", 12).json().toString())
                .isFound().text();
        assertThat(html).contains("−18", "<span>12</span></ins>");
        assertThat(fujian.sends(path, "application/json", amending(held).to("contacts", -1).json().toString()).status())
                .isEqualTo(422);
        ledger.asAuditor().sends(path, "application/json", reversing(held).json().toString())
                .isRefusedWith(403, "wrong-role");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void theDeskShowsWhatWaitsToWhoMayDecide() {
        Answer asked = fujian.asksFor(reversing(anEventOf(30, "夜校宣讲"))).isRecorded();
        String one = "/corrections/" + asked.id();
        assertThat(page(checker, "/corrections", "zh")).contains(one, "待复核", "还剩");
        assertThat(page(fujian, "/c/" + ledger.campaign() + "/corrections", "en")).contains(one);
        assertThat(page(checker, one, "zh")).contains("通过，记入台账", "现在通过，会这样", "不再计数").doesNotContain("撤回申请");
        assertThat(page(fujian, one, "zh")).contains("撤回申请", "正在等待管理员复核").doesNotContain("decide-form");
        assertThat(page(ledger.asAuditor(), one, "en")).contains("It waits for an administrator.")
                .doesNotContain("decide-form", "withdraw-form");
        assertThat(ledger.as("gd").gets(one).status()).isEqualTo(404);
        assertThat(fujian.gets("/corrections").status()).isEqualTo(403);
        checker.approves(asked).isDone();
        assertThat(page(checker, one, "en")).contains("Approved", "What it did").doesNotContain("decide-form");
    }

    @Test
    void anAdminsOwnRequestWaitsForAnother() {
        Answer asked = admin.asksFor(reversing(anEventOf(30, "车间宣讲"))).isRecorded();
        assertThat(page(admin, "/corrections/" + asked.id(), "zh")).contains("须由另一位管理员复核")
                .doesNotContain("decide-form");
    }

    @Test
    void whoHasNoRegistersComesNoFurther() {
        for (String path : List.of(registers("events"), "/corrections", "/c/" + ledger.campaign() + "/duplicates")) {
            assertThat(ledger.as("host-video").gets(path).status()).isEqualTo(403);
        }
        assertThat(page(checker, "/c/" + ledger.campaign() + "/duplicates", "zh")).contains("疑似重复");
        assertThat(page(fujian, "/c/" + ledger.campaign() + "/duplicates", "en")).contains("Likely duplicates");
    }
}
