package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.merging;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.Map;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken at the door as a correction, and what is refused there, with nothing written. */
@AtTheDoor
class WhatCanBeAskedForTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;

    WhatCanBeAskedForTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
    }

    private Answer anEventHeld() {
        return fujian.holds(anEvent().with("contacts", 30)).on("2019-06-01").isRecorded();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate", "wrong-figure", "wrong-unit", "wrong-date", "not-held", "evidence-withdrawn",
            "eligibility", "other"})
    void everyReasonOfTheListIsTaken(String code) {
        fujian.asksFor(reversing(anEventHeld()).with("reasonCode", code)).isRecorded();
    }

    @Test
    void aReasonBeyondTheListIsNot() {
        fujian.asksFor(reversing(anEventHeld()).with("reasonCode", "because")).isRefusedWith(400, "malformed")
                .naming("reasonCode", "unknown-constant");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        fujian.asksFor(reversing(anEventHeld()).without("reasonCode").without("reason").without("action"))
                .isRefusedWith(422, "validation-failed")
                .namingJust("reasonCode missing", "reason missing", "action missing");
    }

    @Test
    void changesBelongToAmendmentsAndASurvivorToMergers() {
        Answer held = anEventHeld();
        fujian.asksFor(reversing(held).to("contacts", 1)).isRefusedWith(422, "not-taken-here");
        fujian.asksFor(amending(held)).isRefusedWith(422, "missing").naming("changes", "missing");
        fujian.asksFor(merging(held, held).without("into")).isRefusedWith(422, "missing").naming("into", "missing");
    }

    @Test
    void aRecordIsNamedByItsIdOrByThePositionOfAnyOfItsEvents() {
        Answer held = anEventHeld();
        CorrectionForm byPosition = reversing(held).without("recordId").with("position", held.position());
        assertThat(fujian.previews(byPosition).at("/records/0/recordId").stringValue()).isEqualTo(held.id());
        fujian.asksFor(byPosition.with("recordId", held.id())).isRefusedWith(422, "one-of-them-only");
        fujian.asksFor(byPosition.without("position")).isRefusedWith(422, "missing").naming("recordId", "missing");
    }

    @Test
    void noSuchRecordAndAForeignOneLookTheSame() {
        Answer held = anEventHeld();
        ledger.as("gd").asksFor(reversing(held)).isRefusedWith(404, "not-found");
        fujian.asksFor(reversing(held).with("recordId", "no-such-record")).isRefusedWith(404, "not-found");
        fujian.asksFor(reversing(held).with("recordId", ledger.campaign())).isRefusedWith(404, "not-found");
        ledger.as("gd").previews(reversing(held)).isRefusedWith(404, "not-found");
        ledger.as("gd").asksFor(amending(held).to("contacts", -1)).isRefusedWith(404, "not-found");
    }

    @Test
    void changesAreReadAsStrictlyAsTheRecordWas() {
        Answer held = anEventHeld();
        fujian.asksFor(amending(held).to("contacts", "30")).isRefusedWith(400, "malformed")
                .naming("changes.contacts", "wrong-type");
        fujian.asksFor(amending(held).to("colour", "red")).isRefusedWith(400, "malformed")
                .naming("changes.colour", "unknown-field");
        fujian.asksFor(amending(held).to("contacts", 100_001).to("occurredOn", "2018-01-01"))
                .isRefusedWith(422, "validation-failed").namingJust("changes.contacts implausible-figure",
                        "changes.occurredOn outside-window");
        fujian.asksFor(amending(held).to("title", " ")).isRefusedWith(422, "blank").naming("changes.title", "blank");
        fujian.asksFor(amending(held).to("contacts", 30)).isRefusedWith(422, "changes-nothing");
        fujian.asksFor(amending(held).to("unit", "NOWHERE")).isRefusedWith(422, "unknown-unit");
    }

    @Test
    void aReporterGivesNoRecordToAnotherUnit() {
        Answer held = anEventHeld();
        fujian.asksFor(amending(held).to("unit", "GD")).isRefusedWith(403, "foreign-unit");
        admin.asksFor(amending(held).to("unit", "GD")).isRecorded();
    }

    @Test
    void aRecordIsMergedIntoAnotherOfItsKindThatCounts() {
        Answer union = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        fujian.asksFor(merging(union, union)).isRefusedWith(422, "merged-into-itself");
        fujian.asksFor(merging(union, anEventHeld())).isRefusedWith(422, "unknown-record").naming("into",
                "unknown-record");
        Answer reversed = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        ledger.as("checker").approves(fujian.asksFor(reversing(reversed)).isRecorded()).isDone();
        fujian.asksFor(merging(union, reversed)).isRefusedWith(409, "already-reversed");
    }

    @Test
    void anAmendmentThatMakesItTheSameAsAnotherIsADuplicate() {
        Answer one = fujian.mobilizes(aUnion().code("SAME2019")).on("2019-06-01").isRecorded();
        Answer other = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        fujian.asksFor(amending(other).to("organization.code", "SAME2019")).isRefusedWith(409, "duplicate-record")
                .showing(one);
        Answer may = fujian.reports(reach("WEB", 10)).between("2019-06-01", "2019-06-10").isRecorded();
        fujian.reports(reach("WEB", 20)).between("2019-06-11", "2019-06-20").isRecorded();
        fujian.asksFor(amending(may).to("to", "2019-06-11")).isRefusedWith(409, "duplicate-record");
        fujian.asksFor(amending(may).to("to", "2019-06-09")).isRecorded();
    }

    @Test
    void aReasonNamesNobody() {
        fujian.asksFor(reversing(anEventHeld()).with("reason", "电话13800000000的人")).isRefusedWith(422,
                "personal-data-in-text");
    }

    @Test
    void aPersonsDetailsAreAmendedWithoutBeingTold() {
        Answer person = fujian.recruits(aPerson()).on("2019-06-01").isRecorded();
        Answer asked = fujian.asksFor(amending(person).to("person", Map.of("name", "假名甲")).to("employer", "闽江纸业"))
                .isRecorded();
        assertThat(ledger.asAuditor().gets("/api/v1/trail/" + asked.position() + "?waitFor=" + asked.position())
                .isShown().text()).doesNotContain("假名甲");
        assertThat(admin.reviews(asked).at("/changes/personFields/0").stringValue()).isEqualTo("name");
        Answer approved = ledger.as("checker").approves(asked).isDone();
        Answer seen = fujian.reads("propagandists/" + person.id() + "?waitFor=" + approved.position()).isShown();
        assertThat(seen.at("/person/name").stringValue()).isEqualTo("假名甲");
        assertThat(seen.at("/employer").stringValue()).isEqualTo("闽江纸业");
        assertThat(seen.at("/versions/0/person/name").stringValue()).isNotEqualTo("假名甲");
        assertThat(admin.reads("propagandists/" + person.id()).text()).doesNotContain("假名甲");
    }

    @Test
    void anAnswerToTheSameRequestIsGivenAgain() {
        Desk keyed = fujian.sending("Idempotency-Key", "reverse-once");
        Answer held = anEventHeld();
        Answer first = keyed.asksFor(reversing(held)).isRecorded();
        Answer again = keyed.asksFor(reversing(held)).isRecorded().isAReplay();
        assertThat(again.id()).isEqualTo(first.id());
    }
}
