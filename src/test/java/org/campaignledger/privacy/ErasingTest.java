package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.person;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rule 23: who is erased is gone for all, and nothing else is. */
@AtTheDoor
class ErasingTest extends APersonInTheLedger {

    ErasingTest(Ledger ledger) {
        super(ledger);
    }

    @Test
    void whoIsErasedIsShownAsErasedToAll() {
        Answer one = recruited("端木已去");
        Answer other = recruited("端木尚在");
        String subject = subjectOf(one);
        Answer erased = admin.erases(subject, REASON).isDone();
        assertThat(erased.id()).isEqualTo(subject);
        assertThat(keysOf(subject)).isZero();
        for (Desk desk : List.of(fujian, admin, auditor)) {
            JsonNode shown = shownTo(desk, one, erased.position());
            assertThat(shown.get("person").isNull()).isTrue();
            assertThat(shown.get("erased").booleanValue()).isTrue();
            assertThat(shown.get("masked").booleanValue()).isFalse();
            assertThat(desk.reads("propagandists?limit=2").isShown().text()).doesNotContain("端木已去");
        }
        assertThat(shownTo(fujian, other, erased.position()).at("/person/name").stringValue()).isEqualTo("端木尚在");
    }

    @Test
    void theReceiptStandsInTheTrailOfTheRecord() {
        Answer one = recruited("闻人收据");
        Answer erased = admin.erases(subjectOf(one), REASON).isDone();
        JsonNode receipt = fujian.gets("/api/v1/trail/" + erased.position() + "?waitFor=" + erased.position())
                .isShown().json();
        assertThat(receipt.get("type").stringValue()).isEqualTo("PersonalDataErased");
        assertThat(receipt.get("recordId").stringValue()).isEqualTo(one.id());
        assertThat(receipt.get("unit").stringValue()).isEqualTo("FJ");
        assertThat(receipt.at("/actor/account").stringValue()).isEqualTo("admin");
        assertThat(receipt.at("/payload/reason").stringValue()).isEqualTo(REASON);
        assertThat(receipt.get("postings")).isEmpty();
        ledger.as("gd").gets("/api/v1/trail/" + erased.position()).isRefusedWith(404, "not-found");
        assertThat(fujian.reads("trail?recordId=" + one.id()).isShown().at("/items")).hasSize(2);
    }

    @Test
    void nothingElseChanges() {
        Answer one = recruited("公冶不变");
        LedgerStore store = ledger.bean(LedgerStore.class);
        RecordedEvent before = store.at(one.position()).orElseThrow();
        JsonNode figures = ledger.progressAfter(one.position()).at("/targets");
        Answer erased = admin.erases(subjectOf(one), REASON).isDone();
        RecordedEvent after = store.at(one.position()).orElseThrow();
        assertThat(after.payload()).isEqualTo(before.payload());
        assertThat(after.metadata()).isEqualTo(before.metadata());
        assertThat(after.salt()).isEqualTo(before.salt());
        assertThat(ledger.progressAfter(erased.position()).at("/targets")).isEqualTo(figures);
    }

    /** What was sealed is what stands there: entry and payload are the same, and lead to a root signed after the erasing. */
    @Test
    void theSealedLogStillVerifies() throws Exception {
        Answer one = recruited("呼延封存");
        String entry = sealedEntry(one.position());
        Answer erased = admin.erases(subjectOf(one), REASON).isDone();
        sealedEntry(erased.position());
        assertThat(sealedEntry(one.position())).isEqualTo(entry);
        JsonNode proof = auditor.gets("/api/v1/trail/" + one.position()).isShown().at("/proof");
        assertThat(proof.path("entry").asString()).isEqualTo(entry);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Base64.getDecoder().decode(proof.path("salt").asString()));
        digest.update(proof.path("payload").asString().getBytes(StandardCharsets.UTF_8));
        assertThat(Arrays.copyOfRange(Base64.getDecoder().decode(entry), 19, 51)).isEqualTo(digest.digest());
        assertThat(admin.watches("/actuator/prometheus").text()).containsPattern("ledger_seal_alarm\\{[^}]*} 0\\.0");
    }

    private String sealedEntry(long position) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> ledger.asNobody().gets("/log/proof/" + position)
                .isFound());
        return ledger.asNobody().gets("/log/proof/" + position).text().lines().skip(1).findFirst().orElseThrow()
                .substring("extra ".length());
    }

    @Test
    void anErasedPersonStillCountsOnce() {
        String phone = aPhone();
        Answer one = recruited("澹台一次", phone);
        admin.erases(subjectOf(one), REASON).isDone();
        fujian.recruits(person("澹台一次").phone(phone)).on("2019-06-02").isRefusedWith(409, "duplicate-record");
    }

    @Test
    void nobodyIsErasedTwice() {
        String subject = subjectOf(recruited("宗政两次"));
        admin.erases(subject, REASON).isDone();
        ledger.as("checker").erases(subject, REASON).isRefusedWith(409, "already-erased");
        auditor.reveals(subject, REASON).isRefusedWith(409, "personal-data-erased");
    }

    @Test
    void ofTwoWhoEraseAtOnceOneIsTooLate() {
        String subject = subjectOf(recruited("濮阳同时"));
        List<Answer> answers = AtOnce.each(6, () -> admin.erases(subject, REASON));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 200)
                .forEach(answer -> answer.isRefusedWith(409, "already-erased"));
    }

    @Test
    void onlyTheirRolesMay() {
        String subject = subjectOf(recruited("亓官权限"));
        for (String account : List.of("fj", "host-video", "judge-gd")) {
            ledger.as(account).reveals(subject, REASON).isRefusedWith(403, "wrong-role");
            ledger.as(account).erases(subject, REASON).isRefusedWith(403, "wrong-role");
        }
        auditor.erases(subject, REASON).isRefusedWith(403, "wrong-role");
        ledger.asNobody().reveals(subject, REASON).isRefusedWith(401, "not-signed-in");
        assertThat(keysOf(subject)).isEqualTo(1);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        for (String subject : List.of("0190aaaa-0000-7000-8000-000000000000", "nobody", "a%20b", "fj")) {
            admin.erases(subject, REASON).isRefusedWith(404, "not-found");
            auditor.reveals(subject, REASON).isRefusedWith(404, "not-found");
        }
    }

    @Test
    void aReasonIsNeededAndNamesNobody() {
        String subject = subjectOf(recruited("司寇理由"));
        for (String what : List.of("erase", "reveal")) {
            String path = "/api/v1/personal-data/" + subject + "/" + what;
            admin.posts(path, new Form()).isRefusedWith(422, "missing");
            admin.posts(path, new Form().with("reason", " \u3000 ")).isRefusedWith(422, "blank");
            admin.posts(path, new Form().with("reason", "长".repeat(10_001))).isRefusedWith(422, "too-long");
            admin.posts(path, new Form().with("reason", "来电 137-0000-0044 核实")).isRefusedWith(422,
                    "personal-data-in-text");
            admin.posts(path).isRefusedWith(400, "malformed");
        }
        assertThat(keysOf(subject)).isEqualTo(1);
        auditor.reveals(subject, "理".repeat(10_000)).isDone();
    }

    @Test
    void theSameErasingAgainIsOneErasing() {
        String subject = subjectOf(recruited("公羊重销"));
        Desk asking = admin.sending("Idempotency-Key", "gone-" + subject);
        Answer first = asking.erases(subject, REASON).isDone().isNoReplay();
        assertThat(asking.erases(subject, REASON).isDone().isAReplay().json()).isEqualTo(first.json());
    }

    @Test
    void thePageShowsWhoItIsToThoseAloneWhoMayReadIt() {
        Answer one = recruited("段干页面");
        shownTo(fujian, one, one.position());
        String page = "/propagandists/" + ledger.campaign() + "/" + one.id();
        assertThat(fujian.gets(page).isFound().text()).contains("段干页面");
        assertThat(fujian.gets(page).header("Cache-Control")).contains("no-store");
        for (Desk desk : List.of(auditor, admin)) {
            assertThat(desk.gets(page).isFound().text()).contains("宣传员", "person.js", "段***").doesNotContain("段干");
        }
        assertThat(ledger.as("gd").gets(page).text()).doesNotContain("段");
        assertThat(ledger.asNobody().gets(page).status()).isIn(302, 401);
    }

    @Test
    void itCanBeDoneWhenTheCampaignIsClosed() {
        Ledger closed = ledger.withAnotherCampaign();
        Answer one = closed.as("fj").recruits(person("夹谷闭幕").phone(aPhone())).on("2019-06-01").isRecorded();
        String subject = subjectOf(one);
        closed.asAdmin().closesTheCampaign().isDone();
        auditor.reveals(subject, REASON).isDone();
        admin.erases(subject, REASON).isDone();
    }
}
