package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.amending;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.anEvent;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was not asked for yet is not seen from before, and what was not decided yet is undecided there. */
@AtTheDoor
class CorrectionsAtPointsInTimeTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Answer held;
    private final Answer asked;
    private final Answer approved;

    CorrectionsAtPointsInTimeTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.held = fujian.holds(anEvent().with("contacts", 30)).on("2019-06-01").isRecorded();
        this.asked = fujian.asksFor(amending(held).to("contacts", 20)).isRecorded();
        this.approved = ledger.as("checker").approves(asked).isDone();
        fujian.asksFor(reversing(held)).isRecorded();
    }

    private JsonNode recordAt(long position) {
        return fujian.reads("events/" + held.id() + "?position=" + position).isShown().json();
    }

    @Test
    void aRecordListsTheCorrectionsOfItsTimeInTheStateOfItsTime() {
        assertThat(recordAt(held.position()).at("/corrections")).isEmpty();
        JsonNode undecided = recordAt(asked.position());
        assertThat(undecided.at("/corrections")).hasSize(1);
        assertThat(undecided.at("/corrections/0/state").stringValue()).isEqualTo("REQUESTED");
        assertThat(undecided.at("/corrections/0/decidedBy").isMissingNode()).isTrue();
        assertThat(undecided.at("/contacts").intValue()).isEqualTo(30);
        JsonNode decided = recordAt(approved.position());
        assertThat(decided.at("/corrections")).hasSize(1);
        assertThat(decided.at("/corrections/0/state").stringValue()).isEqualTo("APPROVED");
        assertThat(decided.at("/contacts").intValue()).isEqualTo(20);
        assertThat(fujian.reads("events/" + held.id()).isShown().at("/corrections")).hasSize(2);
    }

    @Test
    void aCorrectionIsShownAsItStood() {
        String path = "/api/v1/corrections/" + asked.id() + "?position=";
        ledger.asAdmin().gets(path + held.position()).isRefusedWith(404, "not-found");
        Answer then = ledger.asAdmin().gets(path + asked.position()).isShown();
        assertThat(then.position()).isEqualTo(asked.position());
        assertThat(then.at("/state").stringValue()).isEqualTo("REQUESTED");
        assertThat(then.at("/effect/records/0/after/contacts").intValue()).isEqualTo(20);
        assertThat(then.at("/mayDecide").booleanValue()).isFalse();
        assertThat(then.json().has("decidedAt")).isFalse();
        Answer later = ledger.asAdmin().gets(path + approved.position()).isShown();
        assertThat(later.at("/state").stringValue()).isEqualTo("APPROVED");
        String asOf = "/api/v1/corrections/" + asked.id() + "?at=";
        assertThat(ledger.asAdmin().gets(asOf + later.at("/decidedAt").stringValue()).isShown().at("/state")
                .stringValue()).isEqualTo("APPROVED");
        ledger.asAdmin().gets(asOf + "2019-01-01T00:00:00Z").isRefusedWith(404, "not-found");
        ledger.asAdmin().gets(path + 99_999_999).isRefusedWith(422, "position-not-reached");
    }

    @Test
    void theRegisterOfCorrectionsIsThatOfItsTime() {
        String path = "corrections?recordId=" + held.id() + "&position=";
        assertThat(ledger.asAdmin().reads(path + held.position()).isShown().at("/items")).isEmpty();
        JsonNode undecided = ledger.asAdmin().reads(path + asked.position()).isShown().at("/items");
        assertThat(undecided).hasSize(1);
        assertThat(undecided.at("/0/state").stringValue()).isEqualTo("REQUESTED");
        JsonNode decided = ledger.asAdmin().reads(path + approved.position()).isShown().at("/items");
        assertThat(decided).hasSize(1);
        assertThat(decided.at("/0/state").stringValue()).isEqualTo("APPROVED");
    }
}
