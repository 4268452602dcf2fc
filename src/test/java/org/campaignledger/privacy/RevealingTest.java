package org.campaignledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;

import java.util.List;
import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rule 24: who looks states a reason and is recorded before anything is shown. */
@AtTheDoor
class RevealingTest extends APersonInTheLedger {

    RevealingTest(Ledger ledger) {
        super(ledger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "auditor"})
    void whoStatesAReasonSeesThePersonAndIsRecorded(String account) {
        String number = anIdNumber();
        String phone = aPhone();
        Answer one = fujian.recruits(person("太叔可查").idNumber(number).phone(phone)).on("2019-06-01").isRecorded();
        String subject = subjectOf(one);
        Answer revealed = ledger.as(account).reveals(subject, REASON).isDone();
        assertThat(revealed.id()).isEqualTo(subject);
        assertThat(revealed.at("/person").propertyStream().map(Map.Entry::getKey)).containsExactlyInAnyOrder("name",
                "idNumber", "phone");
        assertThat(revealed.at("/person/name").stringValue()).isEqualTo("太叔可查");
        assertThat(revealed.at("/person/idNumber").stringValue()).isEqualTo(number);
        assertThat(revealed.at("/person/phone").stringValue()).isEqualTo(phone);
        JsonNode look = fujian.gets("/api/v1/trail/" + revealed.position() + "?waitFor=" + revealed.position())
                .isShown().json();
        assertThat(look.get("type").stringValue()).isEqualTo("PersonalDataRevealed");
        assertThat(look.get("recordId").stringValue()).isEqualTo(one.id());
        assertThat(look.at("/actor/account").stringValue()).isEqualTo(account);
        assertThat(look.at("/payload/reason").stringValue()).isEqualTo(REASON);
    }

    @Test
    void untilThenTheySeeAMask() {
        Answer one = fujian.recruits(person("申屠面具").idNumber(anIdNumber()).phone("13800000742")).on("2019-06-01")
                .isRecorded();
        for (Desk desk : List.of(admin, auditor)) {
            JsonNode shown = shownTo(desk, one, one.position());
            assertThat(shown.at("/person/name").stringValue()).isEqualTo("申***");
            assertThat(shown.at("/person/phone").stringValue()).isEqualTo("***42");
            assertThat(shown.at("/person/idNumber").stringValue()).isEqualTo("***");
            assertThat(shown.get("masked").booleanValue()).isTrue();
            assertThat(shown.get("erased").booleanValue()).isFalse();
        }
        JsonNode own = shownTo(fujian, one, one.position());
        assertThat(own.get("masked").booleanValue()).isFalse();
        assertThat(own.at("/person/name").stringValue()).isEqualTo("申屠面具");
    }

    @Test
    void nobodyIsFoundByTheirData() {
        Answer one = fujian.recruits(person("仲孙难寻").phone("13800000743")).on("2019-06-01").isRecorded();
        for (Desk desk : List.of(fujian, admin, auditor)) {
            for (String text : List.of("%E4%BB%B2%E5%AD%99", "13800000743", "0743")) {
                assertThat(desk.reads("propagandists?text=" + text + "&waitFor=" + one.position()).isShown()
                        .at("/items")).isEmpty();
            }
        }
    }

    @Test
    void theSameLookAgainIsOneLook() {
        String phone = aPhone();
        String subject = subjectOf(recruited("乐正重看", phone));
        Desk asking = auditor.sending("Idempotency-Key", "look-" + subject);
        Answer first = asking.reveals(subject, REASON).isDone().isNoReplay();
        Answer again = asking.reveals(subject, REASON).isDone().isAReplay();
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.at("/person/phone").stringValue()).isEqualTo(phone);
        asking.reveals(subject, "另一个理由").isRefusedWith(422, "idempotency-key-reused");
        admin.erases(subject, REASON).isDone();
        Answer late = asking.reveals(subject, REASON).isDone().isAReplay();
        assertThat(late.position()).isEqualTo(first.position());
        assertThat(late.json().has("person")).isFalse();
        assertThat(late.at("/erased").booleanValue()).isTrue();
    }

    @Test
    void whoLooksWhileAnotherErasesSeesThePersonOrIsRefused() {
        String phone = aPhone();
        String subject = subjectOf(recruited("淳于并发", phone));
        List<Answer> answers = AtOnce.all(List.of(() -> auditor.reveals(subject, REASON),
                () -> admin.erases(subject, REASON), () -> auditor.reveals(subject, REASON)));
        long erasedAt = answers.get(1).isDone().position();
        for (Answer look : List.of(answers.get(0), answers.get(2))) {
            if (look.status() == 200) {
                assertThat(look.position()).isLessThan(erasedAt);
                assertThat(look.at("/person/phone").stringValue()).isEqualTo(phone);
            } else {
                look.isRefusedWith(409, "personal-data-erased");
            }
        }
    }
}
