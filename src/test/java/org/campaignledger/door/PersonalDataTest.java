package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anIdNumber;
import static org.campaignledger.testing.Forms.person;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules 23 and 24: who someone is stands nowhere in the clear, and the reporter of the same unit alone reads it. */
@AtTheDoor
class PersonalDataTest {

    private static final String NAME = "欧阳独一无二";
    private static final String PHONE = "13800000022";

    private final Ledger ledger;
    private final Desk fujian;

    PersonalDataTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    private List<String> placesOf(String text) {
        return InTheClear.placesOf(ledger, text);
    }

    @Test
    void theScanFindsWhatIsThere() {
        long position = fujian.mobilizes(aUnion().with("organization.name", "可以公开的名称")).on("2019-06-01")
                .isRecorded().position();
        fujian.reads("trail?limit=1&waitFor=" + position).isShown();
        fujian.reads("mobilizations?limit=1&waitFor=" + position).isShown();
        assertThat(placesOf("可以公开的名称")).anyMatch(place -> place.contains("ledger event"))
                .anyMatch(place -> place.contains("mobilization_register"))
                .anyMatch(place -> place.contains("trail_entry"));
    }

    @Test
    void noTableHoldsItInTheClear() {
        String number = anIdNumber();
        var form = person(NAME).idNumber(number).phone("+86 " + PHONE).with("employer", "某钢铁厂");
        Answer first = fujian.recruits(form).withKey("person-1").on("2019-06-01").isRecorded();
        fujian.recruits(form).withKey("person-1").on("2019-06-01").isRecorded().isAReplay();
        fujian.recruits(form).on("2019-06-01").isRefusedWith(409, "duplicate-record");
        fujian.recruits(form).withKey("person-1").on("2019-06-02").isRefusedWith(422, "idempotency-key-reused");
        fujian.recruits(form).on("2039-06-01").isRefusedWith(422, "outside-window");
        for (String projection : List.of("propagandists", "trail", "latest", "progress/explain?metric=propagandists")) {
            ledger.asAuditor().reads(projection + (projection.contains("?") ? "&" : "?") + "waitFor=" + first
                    .position()).isShown();
        }
        assertThat(placesOf(NAME)).isEmpty();
        assertThat(placesOf(number)).isEmpty();
        assertThat(placesOf(PHONE)).isEmpty();
        assertThat(placesOf("某钢铁厂")).isNotEmpty();
    }

    @Test
    void theReporterOfTheUnitReadsIt() {
        String number = anIdNumber();
        Answer recruited = fujian.recruits(person("上官可见").idNumber(number)).on("2019-06-01").isRecorded();
        JsonNode one = fujian.gets(recruited.location() + "?waitFor=" + recruited.position()).isShown().json();
        assertThat(one.at("/person/name").stringValue()).isEqualTo("上官可见");
        assertThat(one.at("/person/idNumber").stringValue()).isEqualTo(number);
        assertThat(one.at("/person").has("phone")).isFalse();
        fujian.reads("propagandists?limit=1").isShown().at("/items/0").properties()
                .forEach(field -> assertThat(one.get(field.getKey())).isEqualTo(field.getValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "checker", "auditor"})
    void othersSeeThatThereIsSomeone(String account) {
        Answer recruited = fujian.recruits(person("司徒不可见").idNumber(anIdNumber())).on("2019-06-01").isRecorded();
        Desk desk = ledger.as(account);
        for (Answer answer : List.of(desk.gets(recruited.location() + "?waitFor=" + recruited.position()),
                desk.reads("propagandists?limit=3"))) {
            assertThat(answer.isShown().text()).contains("***").doesNotContain("司徒");
        }
    }

    @Test
    void aPartsPeopleAreReadByTheUnitAndNotTheReverse() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-PD", "某市").isRecorded();
        Desk part = ledger.as("fj-pd");
        Answer ofPart = part.recruits(person("诸葛属下").idNumber(anIdNumber())).on("2019-06-01").isRecorded();
        Answer ofUnit = fujian.recruits(person("诸葛省直").idNumber(anIdNumber())).on("2019-06-01").isRecorded();
        String waiting = "?waitFor=" + ofUnit.position();
        assertThat(fujian.gets(ofPart.location() + waiting).isShown().text()).contains("诸葛属下");
        assertThat(part.gets(ofPart.location() + waiting).isShown().text()).contains("诸葛属下");
        part.gets(ofUnit.location() + waiting).isRefusedWith(404, "not-found");
        assertThat(part.reads("propagandists" + waiting).isShown().text()).doesNotContain("诸葛省直");
    }

    @Test
    void theTrailHoldsCiphertextsForEveryone() {
        Answer recruited = fujian.recruits(person("夏侯加密").phone("13800000033")).on("2019-06-01").isRecorded();
        String waiting = "?waitFor=" + recruited.position();
        for (Desk desk : List.of(fujian, ledger.asAuditor(), ledger.asAdmin())) {
            Answer whole = desk.gets("/api/v1/trail/" + recruited.position() + waiting).isShown();
            assertThat(whole.text()).doesNotContain("夏侯").doesNotContain("13800000033");
            assertThat(whole.at("/payload/person").stringValue()).matches("[A-Za-z0-9+/=]{40,}");
            assertThat(desk.reads("trail" + waiting).isShown().text()).doesNotContain("夏侯");
            assertThat(desk.sending("Accept", "text/csv").reads("trail" + waiting).text()).doesNotContain("夏侯");
            assertThat(desk.reads("trail" + waiting + "&text=%E5%A4%8F%E4%BE%AF").isShown().at("/items")).isEmpty();
        }
    }

    @Test
    void theSamePersonIsEncryptedDifferentlyEachTime() {
        Answer here = fujian.recruits(person("慕容重复").phone("13800000652")).on("2019-06-01").isRecorded();
        Answer there = ledger.withAnotherCampaign().as("fj").recruits(person("慕容重复").phone("13800000652"))
                .on("2019-06-01").isRecorded();
        JsonNode first = ledger.asAuditor().gets("/api/v1/trail/" + here.position() + "?waitFor=" + there.position())
                .isShown().at("/payload");
        JsonNode second = ledger.asAuditor().gets("/api/v1/trail/" + there.position()).isShown().at("/payload");
        assertThat(first.get("person")).isNotEqualTo(second.get("person"));
        assertThat(first.get("subject")).isNotEqualTo(second.get("subject"));
    }
}
