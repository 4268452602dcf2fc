package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command with an idempotency key may be sent again: it is answered as the first time, and written once. */
@AtTheDoor
class IdempotencyTest {

    private final Ledger ledger;
    private final Desk fujian;

    IdempotencyTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    private static void isTheSame(Answer again, Answer first) {
        assertThat(again.isAReplay().status()).isEqualTo(first.status());
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.position()).isEqualTo(first.position());
    }

    @Test
    void theSameAgainIsTheFirstAnswerAgain() {
        Form form = aUnion();
        Answer first = fujian.mobilizes(form).withKey("again").on("2019-06-01").isRecorded().isNoReplay();
        long head = ledger.head();
        isTheSame(fujian.mobilizes(form).withKey("again").on("2019-06-01"), first);
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void theOrderOfFieldsAndTheWhiteSpaceDoNotMatter() {
        String path = fujian.path("mobilizations");
        Desk desk = fujian.sending("Idempotency-Key", "canonical");
        Answer first = desk.sends(path, "application/json",
                "{\"unit\":\"FJ\",\"organization\":{\"name\":\"规范形式\"},\"occurredOn\":\"2019-06-01\"}").isRecorded();
        isTheSame(desk.sends(path, "application/json",
                "{ \"occurredOn\" : \"2019-06-01\", \"organization\":{\"name\":\"\\u89c4范形式\"}, \"unit\":\"FJ\"\n}"),
                first);
    }

    @Test
    void anotherBodyUnderTheSameKeyIsRefused() {
        fujian.mobilizes(aUnion()).withKey("reused").on("2019-06-01").isRecorded();
        fujian.mobilizes(aUnion()).withKey("reused").on("2019-06-01").isRefusedWith(422, "idempotency-key-reused");
    }

    @Test
    void theFirstAnswerComesBeforeAnyJudgement() {
        Ledger other = ledger.withAnotherCampaign();
        Form form = aUnion();
        Answer first = other.as("fj").mobilizes(form).withKey("before-closing").on("2019-06-01").isRecorded();
        other.asAdmin().closesTheCampaign().isDone();
        isTheSame(other.as("fj").mobilizes(form).withKey("before-closing").on("2019-06-01"), first);
        other.as("fj").mobilizes(aUnion()).withKey("before-closing").on("2019-06-01").isRefusedWith(422,
                "idempotency-key-reused");
        other.as("fj").mobilizes(form).withKey("after-closing").on("2019-06-01").isRefusedWith(422,
                "campaign-closed");
    }

    @Test
    void whatWasRefusedIsJudgedAfresh() {
        Form form = union("先被拒绝").with("employees", -1);
        fujian.mobilizes(form).withKey("afresh").on("2019-06-01").isRefusedWith(422, "out-of-range");
        Answer taken = fujian.mobilizes(union("后被接受")).withKey("afresh").on("2019-06-01").isRecorded().isNoReplay();
        isTheSame(fujian.mobilizes(union("后被接受")).withKey("afresh").on("2019-06-01"), taken);
    }

    @Test
    void theScopeIsAccountMethodAndPath() {
        Form form = new Form().with("organization.name", "同名工会");
        Answer ours = fujian.mobilizes(form).withKey("scoped").on("2019-06-01").isRecorded();
        Answer theirs = ledger.as("gd").mobilizes(form).withKey("scoped").on("2019-06-01").isRecorded().isNoReplay();
        Answer event = fujian.holds(anEvent()).withKey("scoped").on("2019-06-01").isRecorded().isNoReplay();
        Answer elsewhere = ledger.withAnotherCampaign().as("fj").mobilizes(form).withKey("scoped").on("2019-06-01")
                .isRecorded().isNoReplay();
        assertThat(List.of(ours.id(), theirs.id(), event.id(), elsewhere.id())).doesNotHaveDuplicates();
    }

    @Test
    void actionsOnWhatExistsAreReplayedToo() {
        Ledger other = ledger.withAnotherCampaign();
        Desk admin = other.asAdmin().sending("Idempotency-Key", "open-recommend");
        Answer first = admin.opens("RECOMMEND").isDone();
        isTheSame(admin.opens("RECOMMEND"), first);
        other.asAdmin().opens("RECOMMEND").isRefusedWith(422, "phase-already-open");
        admin.posts(admin.path("phases/RECOMMEND/open"), new Form().with("reason", "另一个理由"))
                .isRefusedWith(422, "idempotency-key-reused");
    }

    @Test
    void openingACampaignIsReplayedToo() {
        Desk admin = ledger.asAdmin().sending("Idempotency-Key", "open-campaign");
        var form = org.campaignledger.testing.Campaigns.of2019(ledger.freshId());
        Answer first = admin.posts("/api/v1/campaigns", form.json()).isRecorded();
        isTheSame(admin.posts("/api/v1/campaigns", form.json()), first);
        isTheSame(admin.sends("/api/v1/campaigns", "application/yaml", form.yaml()), first);
        ledger.asAdmin().posts("/api/v1/campaigns", form.json()).isRefusedWith(409, "duplicate-record");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a key with spaces", "\"quoted\"", "2019-06-01T00:00:00Z"})
    void anyTextIsAKey(String key) {
        Form form = reach("OTHER", 1);
        String day = "2019-07-" + (10 + Math.floorMod(key.hashCode(), 20));
        Answer first = fujian.reports(form).withKey(key).between(day, day).isRecorded();
        isTheSame(fujian.reports(form).withKey(key).between(day, day), first);
    }

    @Test
    void aKeyHasAtMost200Characters() {
        fujian.mobilizes(aUnion()).withKey("k".repeat(200)).on("2019-06-01").isRecorded();
        fujian.mobilizes(aUnion()).withKey("k".repeat(201)).on("2019-06-01").isRefusedWith(422,
                "invalid-idempotency-key");
        fujian.mobilizes(aUnion()).withKey(" ").on("2019-06-01").isRefusedWith(422, "invalid-idempotency-key");
    }

    @Test
    void twinsAtTheSameTimeAreOneRecordAndOneAnswer() {
        for (int round = 0; round < 5; round++) {
            Form form = aUnion();
            String key = "twins-" + round;
            long before = ledger.head();
            List<Answer> answers = AtOnce.each(8, () -> fujian.mobilizes(form).withKey(key).on("2019-06-01"));
            assertThat(answers).allSatisfy(Answer::isRecorded);
            assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
            assertThat(answers.stream().map(Answer::location).distinct()).hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.header("Idempotency-Replayed") == null)).hasSize(1);
            assertThat(ledger.head()).isEqualTo(before + 1);
        }
    }
}
