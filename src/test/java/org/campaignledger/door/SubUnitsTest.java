package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sub-units: the unit's reporter acts for them too, theirs for themselves alone, and figures roll up. */
@AtTheDoor
class SubUnitsTest {

    private final Ledger ledger;
    private final Desk admin;
    private final Desk fujian;

    SubUnitsTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.admin = ledger.asAdmin();
        this.fujian = ledger.as("fj");
    }

    @BeforeEach
    void twoCities() {
        admin.opensSubUnit("FJ", "FJ-FZ", "福州市").isRecorded();
        admin.opensSubUnit("FJ", "FJ-XM", "厦门市").isRecorded();
    }

    @Test
    void aSubUnitCanBeFetchedWhereItWasPut() {
        Answer opened = admin.opensSubUnit("GD", "GD-SZ", "深圳市").isRecorded();
        assertThat(opened.id()).isEqualTo("GD-SZ");
        JsonNode shown = ledger.asAuditor().gets(opened.location()).isShown().json();
        assertThat(shown.get("name").stringValue()).isEqualTo("深圳市");
        assertThat(shown.get("unit").stringValue()).isEqualTo("GD");
        assertThat(ledger.asAuditor().reads("units/FJ/sub-units").isShown().json().valueStream()
                .map(part -> part.get("code").stringValue())).containsExactly("FJ-FZ", "FJ-XM");
        assertThat(ledger.asNobody().reads("").isShown().at("/subUnits")).hasSize(3);
        ledger.asAuditor().reads("units/GD/sub-units/FJ-FZ").isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FJ", "GD", "fj", "FJ-XM", "fj-xm", "Rail"})
    void aCodeIsGivenOnceInACampaign(String code) {
        admin.opensSubUnit("FJ", code, "重复").isRefusedWith(409, "duplicate-record").naming("code",
                "duplicate-record").hidingWhatExists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "A_B", "福州", "A B", "", "A23456789012345678901234567890123"})
    void aCodeHas2To32LettersDigitsAndHyphens(String code) {
        admin.opensSubUnit("FJ", code, "编号有误").isRefusedWith(422, "invalid-code").namingJust("code invalid-code");
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        admin.posts(admin.path("units/FJ/sub-units"), new Form()).isRefusedWith(422, "validation-failed")
                .namingJust("code missing", "name missing");
        admin.opensSubUnit("FJ", "x", " ").isRefusedWith(422, "validation-failed").namingJust("code invalid-code",
                "name blank");
        admin.opensSubUnit("ATLANTIS", "AT-1", "某市").isRefusedWith(404, "not-found");
        admin.opensSubUnit("FJ-XM", "XM-1", "某区").isRefusedWith(404, "not-found");
    }

    @Test
    void theUnitsReporterActsForItsPartsAndEachPartForItself() {
        Answer byUnit = fujian.mobilizes(aUnion()).of("FJ-XM").on("2019-06-01").isRecorded();
        Answer byPart = ledger.as("fj-xm").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer byOther = ledger.as("fj-fz").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        ledger.as("fj-xm").mobilizes(aUnion()).of("FJ").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        ledger.as("fj-xm").mobilizes(aUnion()).of("FJ-FZ").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        ledger.as("gd").mobilizes(aUnion()).of("FJ-XM").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        String waiting = "?waitFor=" + byOther.position();
        assertThat(shown(fujian, "mobilizations" + waiting)).containsExactly(byOther.id(), byPart.id(), byUnit.id());
        assertThat(shown(ledger.as("fj-xm"), "mobilizations" + waiting)).containsExactly(byPart.id(), byUnit.id());
        assertThat(shown(ledger.as("fj-fz"), "mobilizations" + waiting)).containsExactly(byOther.id());
        assertThat(shown(ledger.asAuditor(), "mobilizations" + waiting + "&unit=FJ")).hasSize(3);
        assertThat(shown(ledger.asAuditor(), "mobilizations" + waiting + "&unit=FJ-XM")).hasSize(2);
        ledger.as("fj-fz").gets(byPart.location()).isRefusedWith(404, "not-found");
        fujian.gets(byPart.location()).isShown();
        assertThat(ledger.as("fj-xm").reads("trail" + waiting).isShown().at("/items").valueStream()
                .map(item -> item.get("recordId").stringValue())).containsExactly(byPart.id(), byUnit.id());
    }

    private static List<String> shown(Desk desk, String question) {
        return desk.reads(question).isShown().at("/items").valueStream().map(item -> item.get("id").stringValue())
                .toList();
    }

    @Test
    void figuresRollUpIntoTheUnits() {
        fujian.holds(anEvent().meeting(10)).on("2019-06-01").isRecorded();
        ledger.as("fj-xm").holds(anEvent().meeting(20)).on("2019-06-01").isRecorded();
        ledger.as("fj-fz").reports(reach("WEB", 5).andOnward(6)).between("2019-06-01", "2019-06-02").isRecorded();
        long head = ledger.as("fj-xm").recruits(aPerson()).on("2019-06-03").isRecorded().position();
        JsonNode whole = unit("FJ", head, "");
        assertThat(figure(whole, "events")).isEqualTo(2);
        assertThat(figure(whole, "contacts")).isEqualTo(30);
        assertThat(figure(whole, "directReach")).isEqualTo(5);
        assertThat(figure(whole, "secondaryReach")).isEqualTo(6);
        assertThat(figure(whole, "propagandists")).isEqualTo(1);
        assertThat(whole.at("/metrics/events/target").longValue()).isEqualTo(100);
        JsonNode part = unit("FJ-XM", head, "");
        assertThat(part.get("of").stringValue()).isEqualTo("FJ");
        assertThat(figure(part, "events")).isEqualTo(1);
        assertThat(figure(part, "contacts")).isEqualTo(20);
        assertThat(part.at("/metrics/events").has("target")).isFalse();
        assertThat(figure(unit("FJ", head, "&on=2019-06-01"), "directReach")).isZero();
        assertThat(figure(unit("FJ", head, "&on=2019-06-02"), "directReach")).isEqualTo(5);
        assertThat(ledger.progressAfter(head).at("/units")).hasSize(35);
    }

    private JsonNode unit(String code, long waitFor, String more) {
        JsonNode units = ledger.asNobody().reads("progress?unit=" + code + "&waitFor=" + waitFor + more).isShown()
                .at("/units");
        assertThat(units).hasSize(1);
        return units.get(0);
    }

    private static long figure(JsonNode unit, String metric) {
        return unit.at("/metrics/" + metric + "/actual").longValue();
    }

    @Test
    void aUnitsFigureIsExplainedWithItsParts() {
        fujian.holds(anEvent().meeting(10)).on("2019-06-01").isRecorded();
        long head = ledger.as("fj-xm").holds(anEvent().meeting(20)).on("2019-06-01").isRecorded().position();
        String question = "progress/explain?metric=contacts&waitFor=" + head + "&unit=";
        assertThat(fujian.reads(question + "FJ").isShown().at("/sum").longValue()).isEqualTo(30);
        assertThat(fujian.reads(question + "FJ-XM").isShown().at("/sum").longValue()).isEqualTo(20);
        assertThat(ledger.as("fj-xm").reads(question + "FJ-XM").isShown().at("/sum").longValue()).isEqualTo(20);
        ledger.as("fj-xm").reads(question + "FJ").isRefusedWith(404, "not-found");
        ledger.as("fj-xm").reads(question + "FJ-FZ").isRefusedWith(404, "not-found");
    }
}
