package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Rules 2 and 3 at the door: phases gate recording, an ADMIN outranks the schedule, and a closed campaign is closed. */
@AtTheDoor
class PhasesTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Ledger ledger;
    private final Desk admin;
    private final Desk fujian;

    PhasesTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.admin = ledger.asAdmin();
        this.fujian = ledger.as("fj");
    }

    private static List<String> openPhases(Ledger of) {
        return of.asNobody().reads("").isShown().at("/phases").valueStream().filter(phase -> phase.get("open")
                .booleanValue()).map(phase -> phase.get("id").stringValue()).toList();
    }

    @Test
    void aHistoricalCampaignDoesNothingByItself() {
        Ledger historical = ledger.withCampaign(form -> form);
        JsonNode campaign = historical.asNobody().reads("").isShown().json();
        assertThat(campaign.get("historical").booleanValue()).isTrue();
        assertThat(openPhases(historical)).isEmpty();
        historical.as("fj").mobilizes(aUnion()).on("2019-06-01").isRefusedWith(422, "phase-not-open").naming("",
                "phase-not-open");
        assertThat(campaign.get("state").stringValue()).isEqualTo("OPEN");
    }

    @Test
    void theRefusalNamesThePhaseAndItsDays() {
        Ledger historical = ledger.withCampaign(form -> form);
        assertThat(historical.as("fj").speaking("en").mobilizes(aUnion()).on("2019-06-01").isRefusedWith(422,
                "phase-not-open").at("/detail").stringValue()).contains("launch and mobilisation", "2019-05-01",
                        "2019-09-30");
    }

    @Test
    void whatIsDueOpensWithTheCampaign() {
        Ledger running = ledger.withCampaign(form -> form.window(TODAY.minusDays(30), TODAY.plusDays(30))
                .phase("MOBILISE", TODAY.minusDays(30), TODAY).phase("RECOMMEND", TODAY, TODAY.plusDays(5))
                .phase("JUDGE", TODAY.plusDays(1), TODAY.plusDays(10)).phase("SUMMARISE", TODAY.minusDays(9), TODAY
                        .minusDays(1)));
        assertThat(running.asNobody().reads("").isShown().at("/historical").booleanValue()).isFalse();
        assertThat(openPhases(running)).containsExactly("MOBILISE", "RECOMMEND");
        running.as("fj").mobilizes(aUnion()).on(TODAY.toString()).isRecorded();
        running.as("fj").mobilizes(aUnion()).on(TODAY.plusDays(1).toString()).isRefusedWith(422, "in-the-future")
                .namingJust("occurredOn in-the-future");
        running.as("fj").reports(reach("WEB", 1)).between(TODAY.minusDays(1).toString(), TODAY.plusDays(1).toString())
                .isRefusedWith(422, "in-the-future").namingJust("to in-the-future");
    }

    @Test
    void anAdminOpensAnyPhaseAtAnyTimeSeveralSideBySide() {
        admin.opens("SUMMARISE").isDone();
        admin.posts(admin.path("phases/JUDGE/open"), new Form().with("reason", "提前评选")).isDone();
        assertThat(openPhases(ledger)).containsExactly("MOBILISE", "JUDGE", "SUMMARISE");
        admin.opens("JUDGE").isRefusedWith(422, "phase-already-open");
        admin.closes("JUDGE").isDone();
        admin.closes("JUDGE").isRefusedWith(422, "phase-already-closed");
        admin.closes("RECOMMEND").isRefusedWith(422, "phase-never-opened");
        admin.opens("JUDGE").isDone();
        admin.opens("HARVEST").isRefusedWith(404, "not-found");
    }

    @Test
    void openingMayExtend() {
        admin.posts(admin.path("phases/JUDGE/open"), new Form().with("until", "2019-11-15")).isDone();
        assertThat(end("JUDGE")).isEqualTo("2019-11-15");
        admin.posts(admin.path("phases/SUMMARISE/open"), new Form().with("until", "2019-11-01"))
                .isRefusedWith(422, "not-an-extension").namingJust("until not-an-extension");
        assertThat(openPhases(ledger)).doesNotContain("SUMMARISE");
    }

    @Test
    void aPhaseCanOnlyEndLater() {
        admin.extendsPhase("MOBILISE", "2019-10-15").isDone();
        assertThat(end("MOBILISE")).isEqualTo("2019-10-15");
        admin.extendsPhase("MOBILISE", "2019-10-15").isRefusedWith(422, "not-an-extension");
        admin.extendsPhase("MOBILISE", "2019-10-14").isRefusedWith(422, "not-an-extension");
        admin.posts(admin.path("phases/MOBILISE/extend")).isRefusedWith(422, "missing").namingJust("until missing");
        admin.posts(admin.path("phases/MOBILISE/close"), new Form().with("until", "2019-12-01"))
                .isRefusedWith(422, "not-taken-here");
        admin.extendsPhase("HARVEST", "2019-12-01").isRefusedWith(404, "not-found");
    }

    private String end(String phase) {
        return ledger.asNobody().reads("").isShown().at("/phases").valueStream().filter(one -> one.get("id")
                .stringValue().equals(phase)).findFirst().orElseThrow().get("to").stringValue();
    }

    /** Closed today: grace counts from the later of MOBILISE's end and its closing. */
    @Test
    void recordingGoesOnInGraceForWhatOccurredInside() {
        admin.closes("MOBILISE").isDone();
        fujian.mobilizes(aUnion()).on("2019-09-30").isRecorded();
        fujian.reports(reach("WEB", 1)).between("2019-09-29", "2019-10-01").isRefusedWith(422, "phase-not-open");
        fujian.mobilizes(aUnion()).on("2019-10-01").isRefusedWith(422, "phase-not-open");
        admin.opens("RECOMMEND").isDone();
        fujian.mobilizes(aUnion()).on("2019-10-01").isRecorded();
        admin.closes("RECOMMEND").isDone();
        fujian.mobilizes(aUnion()).on("2019-10-01").isRefusedWith(422, "phase-not-open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JUDGE", "SUMMARISE"})
    void otherPhasesDoNotHelp(String phase) {
        Ledger other = ledger.withCampaign(form -> form);
        other.asAdmin().opens(phase).isDone();
        other.as("fj").holds(anEvent()).on("2019-06-01").isRefusedWith(422, "phase-not-open");
        other.as("fj").recruits(aPerson()).on("2019-06-01").isRefusedWith(422, "phase-not-open");
    }

    @Test
    void theGateIsNamedTogetherWithWhatElseIsWrong() {
        Ledger other = ledger.withCampaign(form -> form);
        other.as("fj").holds(anEvent().meeting(100_001)).of("ATLANTIS").on("2020-01-01")
                .isRefusedWith(422, "validation-failed").namingJust("unit unknown-unit", " phase-not-open",
                        "occurredOn outside-window", "contacts implausible-figure");
    }

    @Test
    void whatWasClosedIsClosedForGood() {
        Answer closed = admin.closesTheCampaign().isDone();
        assertThat(closed.id()).isEqualTo(ledger.campaign());
        assertThat(ledger.asNobody().reads("").isShown().at("/state").stringValue()).isEqualTo("CLOSED");
        fujian.mobilizes(aUnion()).on("2019-06-01").isRefusedWith(422, "campaign-closed");
        admin.opens("JUDGE").isRefusedWith(422, "campaign-closed");
        admin.closes("MOBILISE").isRefusedWith(422, "campaign-closed");
        admin.opensSubUnit("FJ", "FJ-LATE", "迟到市").isRefusedWith(422, "campaign-closed");
        admin.closesTheCampaign().isRefusedWith(422, "campaign-closed");
        assertThat(ledger.progressAfter(closed.position()).at("/phases")).isEmpty();
    }

    @Test
    void closingACampaignWantsAReason() {
        admin.posts(admin.path("close")).isRefusedWith(422, "missing").namingJust("reason missing");
        admin.posts(admin.path("close"), new Form().with("reason", " ")).isRefusedWith(422, "blank");
        admin.posts(admin.path("close"), new Form().with("reason", "长".repeat(10_001))).isRefusedWith(422, "too-long");
    }
}
