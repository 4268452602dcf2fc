package org.campaignledger.door;

import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.offlineEvent;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.reach;
import static org.campaignledger.testing.Forms.union;
import static org.campaignledger.testing.Forms.visit;

import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 422: each rule by its code; where several are broken, window, bounds, unit and formats are named together. */
@AtTheDoor
class EverythingWrongAtOnceTest {

    private final Ledger ledger;
    private final Desk fujian;

    EverythingWrongAtOnceTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    @Test
    void ofAUnion() {
        fujian.mobilizes(union("  ").code("X!").employing(-1)).of("ATLANTIS").on("2020-06-01")
                .isRefusedWith(422, "validation-failed").namingJust("unit unknown-unit", "occurredOn outside-window",
                        "organization.name blank", "organization.code invalid-code", "employees out-of-range");
    }

    @Test
    void ofAPerson() {
        fujian.recruits(person("x".repeat(201)).idNumber("123").phone("12").with("employer", " ")).of("ATLANTIS")
                .on("2018-12-31").isRefusedWith(422, "validation-failed").namingJust("unit unknown-unit",
                        "occurredOn outside-window", "person.name too-long", "person.idNumber invalid-id-number",
                        "person.phone invalid-phone", "employer blank");
    }

    @Test
    void ofAnEvent() {
        fujian.holds(offlineEvent(" ").at("").meeting(100_001)).of("ATLANTIS").on("2019-12-01")
                .isRefusedWith(422, "validation-failed").namingJust("unit unknown-unit", "occurredOn outside-window",
                        "title blank", "place blank", "contacts implausible-figure");
    }

    @Test
    void ofAReachReport() {
        fujian.reports(reach("WEB", 100_000_001).andOnward(1_000_000_001).with("evidence", "ftp://x"))
                .of("ATLANTIS").between("2019-12-02", "2019-12-01").isRefusedWith(422, "validation-failed")
                .namingJust("unit unknown-unit", "from outside-window", "to outside-window", "to period-reversed",
                        "direct implausible-figure", "secondary implausible-figure", "evidence invalid-link");
    }

    @Test
    void whatIsMissingIsNamedTogether() {
        Form nothing = new Form();
        fujian.sentence("mobilizations", nothing.with("unit", null)).asItIs().isRefusedWith(422, "validation-failed")
                .namingJust("unit missing", "organization missing", "occurredOn missing");
        fujian.sentence("propagandists", nothing).asItIs().isRefusedWith(422, "validation-failed").namingJust(
                "person missing", "occurredOn missing");
        fujian.sentence("events", nothing).asItIs().isRefusedWith(422, "validation-failed").namingJust("kind missing",
                "title missing", "contacts missing", "occurredOn missing");
        fujian.sentence("reach-reports", nothing).asItIs().isRefusedWith(422, "validation-failed").namingJust(
                "channel missing", "from missing", "to missing", "direct missing");
        fujian.sentence("propagandists", nothing.with("person", nothing.json())).on("2019-06-01")
                .isRefusedWith(422, "validation-failed").namingJust("person.name missing",
                        "person person-not-identified");
    }

    @Test
    void aVisitNeedsItsEnterpriseAndAnEventItsPlace() {
        fujian.holds(visit("x").without("enterprise")).on("2019-06-01").isRefusedWith(422, "missing")
                .namingJust("enterprise missing");
        fujian.holds(offlineEvent("x").without("place")).on("2019-06-01").isRefusedWith(422, "missing")
                .namingJust("place missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-04-30", "2019-12-01", "0001-01-01", "9999-12-31", "2029-06-01"})
    void itOccurredInsideTheWindow(String day) {
        fujian.mobilizes(aUnion()).on(day).isRefusedWith(422, "outside-window").namingJust("occurredOn outside-window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-05-01", "2019-11-30"})
    void theWindowsOwnDaysAreInsideIt(String day) {
        fujian.mobilizes(aUnion()).on(day).isRecorded();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "100000, true", "100001, false", "9223372036854775807, false"})
    void contactsArePlausible(long contacts, boolean plausible) {
        var answer = fujian.holds(anEvent().meeting(contacts)).on("2019-06-01");
        if (plausible) {
            answer.isRecorded();
        } else {
            answer.isRefusedWith(422, "implausible-figure").namingJust("contacts implausible-figure");
        }
    }

    @Test
    void reachIsPlausible() {
        fujian.reports(reach("APP", 100_000_000).andOnward(1_000_000_000)).between("2019-06-01", "2019-06-01")
                .isRecorded();
        fujian.reports(reach("APP", 100_000_001)).between("2019-06-02", "2019-06-02")
                .isRefusedWith(422, "implausible-figure").namingJust("direct implausible-figure");
        fujian.reports(reach("APP", 0).andOnward(1_000_000_001)).between("2019-06-02", "2019-06-02")
                .isRefusedWith(422, "implausible-figure").namingJust("secondary implausible-figure");
        fujian.reports(reach("APP", -1)).between("2019-06-02", "2019-06-02").isRefusedWith(422, "out-of-range")
                .namingJust("direct out-of-range");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC", "AB-1234", "AB_12", "x", "１２３", "A123456789012345678901234567890123"})
    void aRegistrationCodeHas4To32LettersAndDigits(String code) {
        fujian.mobilizes(union("编号有误").code(code)).on("2019-06-01").isRefusedWith(422, "invalid-code")
                .namingJust("organization.code invalid-code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABC1", "81350100MC00000001", "闽工字０１２３", "a b c 9"})
    void codesOfAnyRegisterAreTaken(String code) {
        fujian.mobilizes(union("编号工会").code(code)).on("2019-06-01").isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "12800138000", "1380013800", "138001380001", "+0123456789", "电话", "+86 1380013"})
    void aPhoneIsAMobileNumber(String phone) {
        fujian.recruits(person("号码有误").phone(phone)).on("2019-06-01").isRefusedWith(422, "invalid-phone")
                .namingJust("person.phone invalid-phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"199" + "00000000", "+852 6000 0000", "+1 (415) 555-0100"})
    void mainlandOrInternational(String phone) {
        fujian.recruits(person("号码无误").phone(phone)).on("2019-06-01").isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "11010519491231002", "11010519491231002XX", "A1010519491231002X"})
    void anIdentityNumberHasItsCheckDigit(String number) {
        fujian.recruits(person("证号有误").idNumber(number)).on("2019-06-01").isRefusedWith(422, "invalid-id-number")
                .namingJust("person.idNumber invalid-id-number");
    }

    @Test
    void aPersonIsToldApart() {
        fujian.recruits(person("无名氏")).on("2019-06-01").isRefusedWith(422, "person-not-identified")
                .namingJust("person person-not-identified");
    }

    @Test
    void lengthsAreCountedInCharactersAndNotInUnits() {
        fujian.mobilizes(union("𠮷".repeat(200))).on("2019-06-01").isRecorded();
        fujian.mobilizes(union("𠮷".repeat(201))).on("2019-06-01").isRefusedWith(422, "too-long");
        fujian.recruits(aPerson().with("employer", "厂".repeat(200))).on("2019-06-01").isRecorded();
        fujian.recruits(aPerson().with("employer", "厂".repeat(201))).on("2019-06-01").isRefusedWith(422, "too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "不是网址", "http://", "/relative"})
    void evidenceIsALinkOfTheWeb(String link) {
        fujian.reports(reach("PRINT", 1).with("evidence", link)).between("2019-06-01", "2019-06-01")
                .isRefusedWith(422, "invalid-link").namingJust("evidence invalid-link");
    }

    @ParameterizedTest
    @CsvSource({
            "mobilizations?limit=0, limit-out-of-range, limit", "mobilizations?limit=501, limit-out-of-range, limit",
            "events?after=x, bad-cursor, after", "events?from=2019-06-02&to=2019-06-01, period-reversed, to",
            "trail?limit=501, limit-out-of-range, limit", "trail?after=-1, bad-cursor, after",
            "progress/explain?metric=joy, unknown-metric, metric", "progress/explain, missing, metric",
            "progress/explain?metric=events&after=x, bad-cursor, after",
            "progress/explain?metric=events&limit=0, limit-out-of-range, limit",
            "progress/explain?metric=submitted&category=opera, unknown-category, category",
            "progress?unit=ATLANTIS, unknown-unit, unit", "progress?position=999999999, position-not-reached, position",
            "progress?position=-1, out-of-range, position", "progress/compare?from=1, missing, to"})
    void questionsHaveRulesToo(String question, String code, String field) {
        ledger.asAuditor().reads(question).isRefusedWith(422, code).namingJust(field + " " + code);
    }

    @Test
    void severalOfThemAreNamedTogether() {
        ledger.asAuditor().reads("events?limit=0&after=x&from=2019-06-02&to=2019-06-01")
                .isRefusedWith(422, "validation-failed")
                .namingJust("limit limit-out-of-range", "after bad-cursor", "to period-reversed");
    }
}
