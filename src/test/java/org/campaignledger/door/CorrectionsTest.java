package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.merging;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.union;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Corrections from the asking to the effect: previewed, decided by another, posted, and seen wherever the record is. */
@AtTheDoor
class CorrectionsTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk admin;
    private final Desk checker;

    CorrectionsTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.admin = ledger.asAdmin();
        this.checker = ledger.as("checker");
    }

    private Answer anEventOf(long contacts) {
        return fujian.holds(anEvent().with("contacts", contacts)).on("2019-06-01").isRecorded();
    }

    private long figure(String unit, String metric, long position) {
        JsonNode progress = ledger.progressAfter(position);
        return progress.path("units").valueStream().filter(one -> one.path("unit").stringValue().equals(unit))
                .findFirst().orElseThrow().path("metrics").path(metric).path("actual").longValue();
    }

    @Test
    void aReversalTakesBackWhatTheRecordPosted() {
        Answer held = anEventOf(30);
        Answer asked = fujian.asksFor(reversing(held)).isRecorded();
        assertThat(figure("FJ", "contacts", asked.position())).isEqualTo(30);
        Answer approved = checker.approves(asked).isDone();
        assertThat(figure("FJ", "contacts", approved.position())).isZero();
        assertThat(figure("FJ", "events", approved.position())).isZero();
        JsonNode trail = ledger.asAuditor().gets("/api/v1/trail/" + held.position() + "?waitFor="
                + approved.position()).isShown().json();
        assertThat(trail.at("/correctedBy/0/type").stringValue()).isEqualTo("EventReversed");
        assertThat(trail.at("/correctedBy/0/position").longValue()).isEqualTo(approved.position());
    }

    @Test
    void anAmendmentPostsTheDifference() {
        Answer held = anEventOf(30);
        Answer asked = fujian.asksFor(amending(held).to("contacts", 20)).isRecorded();
        Answer approved = checker.approves(asked).isDone();
        assertThat(figure("FJ", "contacts", approved.position())).isEqualTo(20);
        assertThat(figure("FJ", "events", approved.position())).isEqualTo(1);
        JsonNode effect = ledger.asAuditor().gets("/api/v1/trail/" + approved.position() + "?waitFor="
                + approved.position()).isShown().json();
        assertThat(effect.at("/postings")).hasSize(1);
        assertThat(effect.at("/postings/0/amount").longValue()).isEqualTo(-10);
    }

    @Test
    void theEffectIsSeenBeforeItIsAskedFor() {
        Answer held = anEventOf(30);
        long head = ledger.head();
        JsonNode effect = fujian.previews(amending(held).to("contacts", 12)).json();
        assertThat(effect.at("/records/0/before/contacts").longValue()).isEqualTo(30);
        assertThat(effect.at("/records/0/after/contacts").longValue()).isEqualTo(12);
        assertThat(effect.at("/postings/0/amount").longValue()).isEqualTo(-18);
        assertThat(effect.at("/figures").valueStream().map(figure -> figure.path("metric").stringValue() + " "
                + figure.path("unit").asString("") + " " + figure.at("/before/actual").longValue() + " "
                + figure.at("/after/actual").longValue())).containsExactly("contacts  30 12", "contacts FJ 30 12");
        assertThat(ledger.head()).isEqualTo(head);
    }

    @Test
    void aMergerKeepsOneOfTwo() {
        Answer survivor = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer same = fujian.mobilizes(aUnion()).on("2019-06-02").isRecorded();
        Answer asked = admin.asksFor(merging(same, survivor)).isRecorded();
        Answer approved = checker.approves(asked).isDone();
        assertThat(figure("FJ", "organizations", approved.position())).isEqualTo(1);
        JsonNode gone = fujian.reads("mobilizations/" + same.id() + "?waitFor=" + approved.position()).isShown().json();
        assertThat(gone.at("/state").stringValue()).isEqualTo("MERGED");
        assertThat(gone.at("/mergedInto").stringValue()).isEqualTo(survivor.id());
        JsonNode kept = fujian.reads("mobilizations/" + survivor.id()).isShown().json();
        assertThat(kept.at("/mergedFrom/0").stringValue()).isEqualTo(same.id());
        assertThat(kept.at("/corrections/0/id").stringValue()).isEqualTo(asked.id());
    }

    @Test
    void whatIsReversedMayBeRecordedAgain() {
        Answer mobilized = fujian.mobilizes(union("福州闽江机械厂工会").code("FZMJ2019")).on("2019-06-01").isRecorded();
        fujian.mobilizes(union("福州闽江机械厂工会").code("FZMJ2019")).on("2019-06-03")
                .isRefusedWith(409, "duplicate-record");
        checker.approves(admin.asksFor(reversing(mobilized)).isRecorded()).isDone();
        fujian.mobilizes(union("福州闽江机械厂工会").code("FZMJ2019")).on("2019-06-03").isRecorded();
    }

    @Test
    void anAmendmentMovesTheClaims() {
        Answer mobilized = fujian.mobilizes(union("泉州晋江鞋业工会").code("QZJJ2019")).on("2019-06-01").isRecorded();
        checker.approves(admin.asksFor(amending(mobilized).to("organization.code", "QZJJ2020")).isRecorded()).isDone();
        fujian.mobilizes(union("泉州晋江鞋业工会").code("QZJJ2020")).on("2019-06-03")
                .isRefusedWith(409, "duplicate-record").showing(mobilized);
        fujian.mobilizes(union("泉州另一家工会").code("QZJJ2019")).on("2019-06-03").isRecorded();
    }

    @Test
    void aRecordsWholeLifeIsInItsRegister() {
        Answer held = anEventOf(30);
        Answer first = fujian.asksFor(amending(held).to("contacts", 25).to("title", "更正后的标题")).isRecorded();
        checker.approves(first).isDone();
        Answer second = fujian.asksFor(reversing(held)).isRecorded();
        Answer end = checker.rejects(second).isDone();
        JsonNode record = fujian.reads("events/" + held.id() + "?waitFor=" + end.position()).isShown().json();
        assertThat(record.at("/state").stringValue()).isEqualTo("AMENDED");
        assertThat(record.at("/contacts").longValue()).isEqualTo(25);
        assertThat(record.at("/versions").valueStream().map(version -> version.path("contacts").longValue()))
                .containsExactly(30L, 25L);
        assertThat(record.at("/corrections").valueStream().map(one -> one.path("id").stringValue() + " "
                + one.path("state").stringValue())).containsExactly(first.id() + " APPROVED",
                        second.id() + " REJECTED");
    }
}
