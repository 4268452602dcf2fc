package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 404: what is missing and what is someone else's look the same, byte by byte. */
@AtTheDoor
class OutsideTheScopeTest {

    private static final String MISSING = "01975b1e-0000-7000-8000-000000000000";

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk guangdong;

    OutsideTheScopeTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
        this.guangdong = ledger.as("gd");
    }

    private void looksMissingTo(Desk other, Answer record, String register) {
        fujian.gets(record.location() + "?waitFor=" + record.position()).isShown();
        String waiting = "?waitFor=" + record.position();
        Answer foreign = other.gets(record.location() + waiting).isRefusedWith(404, "not-found");
        Answer missing = other.reads(register + "/" + MISSING + waiting).isRefusedWith(404, "not-found");
        sameBut(foreign, missing);
    }

    /** But for ids, of which there are none in a refusal, and for the time. */
    private static void sameBut(Answer one, Answer other) {
        assertThat(one.text()).isEqualTo(other.text());
        for (String header : new String[]{"Content-Type", "Content-Length", "Cache-Control", "Content-Language",
                "Ledger-Position", "ETag"}) {
            assertThat(one.header(header)).isEqualTo(other.header(header));
        }
    }

    @Test
    void aForeignMobilization() {
        looksMissingTo(guangdong, fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded(), "mobilizations");
    }

    @Test
    void aForeignPropagandist() {
        looksMissingTo(guangdong, fujian.recruits(aPerson()).on("2019-06-01").isRecorded(), "propagandists");
    }

    @Test
    void aForeignEvent() {
        looksMissingTo(guangdong, fujian.holds(anEvent()).on("2019-06-01").isRecorded(), "events");
    }

    @Test
    void aForeignReachReport() {
        looksMissingTo(guangdong, fujian.reports(reach("WEB", 1)).between("2019-06-01", "2019-06-02").isRecorded(),
                "reach-reports");
    }

    @Test
    void aRecordUnderTheWrongCampaign() {
        Answer record = fujian.mobilizes(aUnion()).on("2019-06-02").isRecorded();
        Desk elsewhere = ledger.withAnotherCampaign().as("fj");
        Answer misplaced = elsewhere.reads("mobilizations/" + record.id() + "?waitFor=" + record.position())
                .isRefusedWith(404, "not-found");
        sameBut(misplaced, elsewhere.reads("mobilizations/" + MISSING).isRefusedWith(404, "not-found"));
        fujian.reads("events/" + record.id()).isRefusedWith(404, "not-found");
    }

    @Test
    void aForeignEventOfTheTrail() {
        long position = fujian.mobilizes(aUnion()).on("2019-06-03").isRecorded().position();
        fujian.gets("/api/v1/trail/" + position + "?waitFor=" + position).isShown();
        Answer foreign = guangdong.gets("/api/v1/trail/" + position).isRefusedWith(404, "not-found");
        sameBut(foreign, guangdong.gets("/api/v1/trail/999999999").isRefusedWith(404, "not-found"));
        sameBut(foreign, guangdong.gets("/api/v1/trail/0").isRefusedWith(404, "not-found"));
        sameBut(foreign, guangdong.gets("/api/v1/trail/-1").isRefusedWith(404, "not-found"));
        sameBut(foreign, ledger.as("host-video").gets("/api/v1/trail/" + position).isRefusedWith(404, "not-found"));
    }

    @Test
    void whatIsOfNoUnitInTheTrail() {
        guangdong.gets("/api/v1/trail/1").isRefusedWith(404, "not-found");
        ledger.asAuditor().gets("/api/v1/trail/1").isShown();
    }

    @Test
    void theExplanationOfAForeignFigure() {
        Answer foreign = guangdong.reads("progress/explain?metric=events&unit=FJ").isRefusedWith(404, "not-found");
        sameBut(foreign, guangdong.reads("progress/explain?metric=events&unit=ATLANTIS").isRefusedWith(404,
                "not-found"));
        ledger.asAuditor().reads("progress/explain?metric=events&unit=ATLANTIS").isRefusedWith(422, "unknown-unit");
    }

    @Test
    void aForeignAccount() {
        fujian.gets("/api/v1/accounts/fj").isShown();
        Answer foreign = guangdong.gets("/api/v1/accounts/fj").isRefusedWith(404, "not-found");
        sameBut(foreign, guangdong.gets("/api/v1/accounts/nobody-at-all").isRefusedWith(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "progress", "progress?position=1", "progress/stream", "progress/compare?from=1&to=1",
            "progress/explain?metric=events", "trail", "latest", "mobilizations", "propagandists", "events",
            "reach-reports", "events/x", "units/FJ/sub-units"})
    void whateverIsAskedOfACampaignThatIsNotThere(String question) {
        ledger.inCampaign("1999").asAuditor().reads(question).isRefusedWith(404, "not-found");
    }

    @Test
    void whateverIsDoneToACampaignThatIsNotThere() {
        Ledger nowhere = ledger.inCampaign("1999");
        nowhere.as("fj").mobilizes(aUnion()).on("2019-06-01").isRefusedWith(404, "not-found");
        nowhere.as("fj").recruits(aPerson()).on("2019-06-01").isRefusedWith(404, "not-found");
        nowhere.as("fj").holds(anEvent()).on("2019-06-01").isRefusedWith(404, "not-found");
        nowhere.as("fj").reports(reach("WEB", 1)).between("2019-06-01", "2019-06-01").isRefusedWith(404, "not-found");
        nowhere.asAdmin().opens("MOBILISE").isRefusedWith(404, "not-found");
        nowhere.asAdmin().opensSubUnit("FJ", "FJ-1", "x").isRefusedWith(404, "not-found");
        nowhere.asAdmin().closesTheCampaign().isRefusedWith(404, "not-found");
    }
}
