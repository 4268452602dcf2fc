package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.offlineEvent;
import static org.campaignledger.testing.Forms.union;

import java.util.List;
import java.util.stream.Collectors;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Duplicates found late, the whole way: recorded at the door, listed with the reasons, gone when they are none. */
@AtTheDoor
class LikelyDuplicatesTest {

    private final Ledger ledger;

    LikelyDuplicatesTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
    }

    private Answer list(Desk desk, String query) {
        return desk.reads("duplicates" + query).isShown();
    }

    private List<String> pairs(Desk desk, String query) {
        return list(desk, query).at("/items").valueStream().map(item -> item.at("/records").valueStream()
                .map(record -> record.get("id").stringValue()).collect(Collectors.joining("+"))).toList();
    }

    private static String pair(Answer earlier, Answer later) {
        return earlier.id() + "+" + later.id();
    }

    private long run() {
        return ledger.asAdmin().posts(ledger.asAdmin().path("duplicates/run")).isShown().position();
    }

    private Answer dismisses(Desk desk, Answer one, Answer other) {
        return desk.posts(desk.path("duplicates/dismiss"), new Form().with("kind", "mobilizations")
                .with("recordIds", List.of(one.id(), other.id())).with("reason", "同名不同单位"));
    }

    @Test
    void aUnionUnderTwoCodesIsListedWithBothRecordsAndTheReasons() {
        Answer first = ledger.as("fj").mobilizes(union("榕江纺织公司工会").code("LATE10001").employing(90)).on("2019-06-01")
                .isRecorded();
        Answer second = ledger.as("fj").mobilizes(union("榕江 纺织公司工会").code("LATE10002")).on("2019-06-02")
                .isRecorded();
        Answer shown = list(ledger.asAuditor().speaking("en"), "?waitFor=" + second.position());
        assertThat(shown.position()).isGreaterThanOrEqualTo(second.position());
        assertThat(shown.at("/items")).hasSize(1);
        JsonNode item = shown.at("/items/0");
        assertThat(item.get("kind").stringValue()).isEqualTo("mobilizations");
        assertThat(item.get("score").intValue()).isEqualTo(90);
        assertThat(item.get("asOf").longValue()).isGreaterThanOrEqualTo(second.position());
        assertThat(item.get("reasons").valueStream().map(reason -> reason.get("code").stringValue()))
                .containsExactly("same-name-other-code", "similar-code", "same-unit");
        assertThat(item.at("/reasons/0/text").stringValue()).isEqualTo("Same name under another registration code");
        assertThat(item.at("/records/0/id").stringValue()).isEqualTo(first.id());
        assertThat(item.at("/records/0/position").longValue()).isEqualTo(first.position());
        assertThat(item.at("/records/0/unit").stringValue()).isEqualTo("FJ");
        assertThat(item.at("/records/0/occurredOn").stringValue()).isEqualTo("2019-06-01");
        assertThat(item.at("/records/0/employees").intValue()).isEqualTo(90);
        assertThat(item.at("/records/1/organization/code").stringValue()).isEqualTo("LATE10002");
        assertThat(list(ledger.asAuditor(), "").at("/items/0/reasons/0/text").stringValue()).isEqualTo("名称相同，登记代码不同");
        assertThat(ledger.asAuditor().reads("duplicates?kind=events").at("/items")).isEmpty();
    }

    @Test
    void anEventOfAUnitAndItsPartIsListedAndWhatWasDeclaredDistinctBelow() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-XM", "鹭岛市").isRecorded();
        Answer declared = ledger.as("gd").holds(offlineEvent("读书会").meeting(30)).on("2019-06-01").isRecorded();
        Answer distinct = ledger.as("gd").holds(offlineEvent("读书会").meeting(30).distinctFrom(declared.id()))
                .on("2019-06-01").isRecorded();
        Answer whole = ledger.as("fj").holds(offlineEvent("劳模宣讲").at("大礼堂").meeting(80)).on("2019-06-01")
                .isRecorded();
        Answer part = ledger.as("fj-xm").holds(offlineEvent("劳模宣讲").at("大礼堂").meeting(80)).on("2019-06-01")
                .isRecorded();
        ledger.as("fj").holds(offlineEvent("职工朗诵").at("文化宫").meeting(80)).on("2019-06-01").isRecorded();
        run();
        assertThat(pairs(ledger.asAdmin(), "")).containsExactly(pair(whole, part), pair(declared, distinct));
        assertThat(pairs(ledger.asAdmin(), "?minScore=80")).containsExactly(pair(whole, part));
        assertThat(pairs(ledger.asAdmin(), "?unit=GD")).containsExactly(pair(declared, distinct));
        Answer page = list(ledger.asAdmin(), "?kind=events&limit=1");
        assertThat(page.at("/items")).hasSize(1);
        assertThat(pairs(ledger.asAdmin(), "?limit=1&after=" + page.at("/next").stringValue()))
                .containsExactly(pair(declared, distinct));
        assertThat(page.at("/runs/0/kind").stringValue()).isEqualTo("events");
        assertThat(page.at("/runs/0/records").intValue()).isEqualTo(5);
        assertThat(page.at("/runs/0/cutBlocks").intValue()).isZero();
        assertThat(pairs(ledger.as("fj"), "")).containsExactly(pair(whole, part));
        assertThat(pairs(ledger.as("gd"), "")).containsExactly(pair(declared, distinct));
        assertThat(pairs(ledger.as("fj-xm"), "")).isEmpty();
    }

    @Test
    void aReporterSeesNoPairOfWhichOneRecordIsAnothers() {
        Answer mine = ledger.as("fj").mobilizes(union("鹭岛食品厂工会").code("BOTH10001")).on("2019-06-01").isRecorded();
        Answer others = ledger.as("gd").mobilizes(union("鹭岛食品厂工会")).on("2019-06-01").isRecorded();
        run();
        assertThat(pairs(ledger.asAuditor(), "?unit=FJ")).containsExactly(pair(mine, others));
        assertThat(pairs(ledger.as("fj"), "")).isEmpty();
        assertThat(pairs(ledger.as("gd"), "")).isEmpty();
        assertThat(list(ledger.as("gd"), "").at("/runs")).isEmpty();
    }

    @Test
    void aReversedRecordDisappears() {
        ledger.as("fj").mobilizes(union("武夷茶场工会").code("GONE10001")).on("2019-06-01").isRecorded();
        Answer second = ledger.as("fj").mobilizes(union("武夷茶场工会")).on("2019-06-01").isRecorded();
        run();
        assertThat(pairs(ledger.asAdmin(), "")).hasSize(1);
        ledger.database().sql("update mobilization_register set state = 'REVERSED' where id = ?").param(second.id())
                .update();
        assertThat(pairs(ledger.asAdmin(), "")).isEmpty();
        run();
        assertThat(kept("likely_duplicate")).isZero();
    }

    @Test
    void whatAnAdminSaysIsTwoGoesFromTheListAndStaysSo() {
        Answer first = ledger.as("fj").mobilizes(union("闽江船厂工会").code("TWO100001")).on("2019-06-01").isRecorded();
        Answer second = ledger.as("fj").mobilizes(union("闽江船厂工会")).on("2019-06-01").isRecorded();
        run();
        long head = ledger.head();
        assertThat(dismisses(ledger.asAdmin(), second, first).status()).isEqualTo(200);
        assertThat(dismisses(ledger.asAdmin(), first, second).status()).isEqualTo(200);
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(pairs(ledger.asAdmin(), "")).isEmpty();
        run();
        assertThat(pairs(ledger.asAdmin(), "")).isEmpty();
        Answer said = list(ledger.asAuditor(), "?dismissed=true");
        assertThat(said.at("/items/0/dismissed/by").stringValue()).isEqualTo("admin");
        assertThat(said.at("/items/0/dismissed/reason").stringValue()).isEqualTo("同名不同单位");
        assertThat(said.at("/items/0/dismissed/at").stringValue()).isNotBlank();
        ledger.database().sql("update mobilization_register set state = 'MERGED' where id = ?").param(second.id())
                .update();
        run();
        assertThat(kept("duplicate_dismissed")).isZero();
    }

    private long kept(String table) {
        return ledger.database().sql("select count(*) from " + table + " where campaign = ?")
                .param(ledger.campaign()).query(Long.class).single();
    }

    @Test
    void whatIsWrongIsNamed() {
        Desk admin = ledger.asAdmin();
        admin.reads("duplicates?kind=reach-reports&minScore=101&limit=501&after=x").isRefusedWith(422,
                "validation-failed").namingJust("kind unknown-kind", "minScore out-of-range",
                        "limit limit-out-of-range", "after bad-cursor");
        admin.posts(admin.path("duplicates/dismiss"), new Form()).isRefusedWith(422, "validation-failed")
                .namingJust("kind missing", "recordIds missing", "reason missing");
        Form form = new Form().with("kind", "events").with("reason", "两场活动");
        admin.posts(admin.path("duplicates/dismiss"), form.with("recordIds", List.of("a", "a"))).isRefusedWith(422,
                "two-records-needed");
        admin.posts(admin.path("duplicates/dismiss"), form.with("recordIds", List.of("a", "b"))).isRefusedWith(422,
                "unknown-record");
        admin.posts(admin.path("duplicates/dismiss"), form.with("recordIds", List.of("a", "b"))
                .with("reason", "电话 13800000011")).isRefusedWith(422, "personal-data-in-text");
        admin.reads("duplicates?waitFor=" + (ledger.head() + 1_000_000)).isRefusedWith(503, "not-fresh-yet");
        ledger.inCampaign(ledger.freshId()).asAdmin().reads("duplicates").isRefusedWith(404, "not-found");
    }

    @Test
    void onlyAdminsRunAndDismiss() {
        for (String account : List.of("fj", "auditor", "host-video", "judge-fj")) {
            Desk desk = ledger.as(account);
            desk.posts(desk.path("duplicates/run")).isRefusedWith(403, "wrong-role");
            desk.posts(desk.path("duplicates/dismiss"), new Form()).isRefusedWith(403, "wrong-role");
        }
        ledger.as("host-video").reads("duplicates").isRefusedWith(403, "wrong-role");
        ledger.as("judge-fj").reads("duplicates").isRefusedWith(403, "wrong-role");
        ledger.asNobody().reads("duplicates").isRefusedWith(401, "not-signed-in");
    }
}
