package org.campaignledger.campaign.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.campaign.model.Given;
import org.campaignledger.kernel.Refused;
import org.campaignledger.testing.Campaigns;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes of each command to a campaign, decided without a ledger. */
class CampaignDecisionsTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 6, 1);

    private static List<CampaignEvent> opening(Campaigns form, String now) {
        return CampaignDecisions.open(new CampaignCommand.OpenCampaign("2019", form.definition(), "digest"),
                Instant.parse(now));
    }

    private static List<CampaignEvent> decide(Given given, CampaignCommand command) {
        return CampaignDecisions.decide(given.campaign(), command, TODAY);
    }

    private static AbstractThrowableAssert<?, ?> refusing(Given given, CampaignCommand command, String code) {
        return assertThatThrownBy(() -> decide(given, command)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static CampaignCommand.OpenPhase open(String phase, @Nullable String until) {
        return new CampaignCommand.OpenPhase("2019", phase, null, until == null ? null : LocalDate.parse(until));
    }

    @Test
    void openingBeforeItsTimeOpensNoPhase() {
        assertThat(opening(Campaigns.of2019("2019"), "2019-04-01T00:00:00Z")).singleElement()
                .isInstanceOfSatisfying(CampaignOpened.class, opened -> assertThat(opened.openedOn())
                        .isEqualTo("2019-04-01"));
    }

    @Test
    void openingInTimeOpensWhatIsDue() {
        List<CampaignEvent> events = opening(Campaigns.of2019("2019"), "2019-09-15T00:00:00Z");
        assertThat(events.subList(1, events.size())).containsExactly(
                new PhaseOpened("2019", "MOBILISE", LocalDate.of(2019, 9, 15), null),
                new PhaseOpened("2019", "RECOMMEND", LocalDate.of(2019, 9, 15), null));
    }

    @Test
    void openingAHistoricalOneOpensNothing() {
        assertThat(opening(Campaigns.of2019("2019"), "2026-11-22T00:00:00Z")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2019-04-30T15:59:59Z, 1", "2019-04-30T16:00:00Z, 2"})
    void itsDaysBeginInItsOwnZone(String now, int events) {
        assertThat(opening(Campaigns.of2019("2019"), now)).hasSize(events);
    }

    @Test
    void aWrongDefinitionIsNotOpened() {
        assertThatThrownBy(() -> opening(Campaigns.of2019("2019").with("/units/0/events", 1), "2019-06-01T00:00:00Z"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("allocations-do-not-add-up"));
    }

    @Test
    void aPhaseOpensOnTheDay() {
        assertThat(decide(Given.openedOn("2019-04-20"), open("JUDGE", null))).containsExactly(
                new PhaseOpened("2019", "JUDGE", TODAY, null));
        assertThat(decide(Given.openedOn("2019-04-20"), open("JUDGE", "2019-11-05"))).containsExactly(
                new PhaseOpened("2019", "JUDGE", TODAY, null),
                new PhaseExtended("2019", "JUDGE", LocalDate.of(2019, 11, 5), null));
    }

    @Test
    void aPhaseIsNotOpenedTwice() {
        Given open = Given.openedOn("2019-04-20").phaseOpened("JUDGE", "2019-05-01");
        refusing(open, open("JUDGE", null), "phase-already-open");
        refusing(open, open("HARVEST", null), "not-found");
        assertThat(decide(open.phaseClosed("JUDGE", "2019-05-02"), open("JUDGE", null))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"2019-10-30", "2019-10-31"})
    void whoOpensAndExtendsExtends(String until) {
        refusing(Given.openedOn("2019-04-20"), open("JUDGE", until), "not-an-extension");
    }

    @Test
    void onlyWhatIsOpenIsClosed() {
        CampaignCommand close = new CampaignCommand.ClosePhase("2019", "MOBILISE", "完毕");
        Given given = Given.openedOn("2019-04-20");
        refusing(given, close, "phase-never-opened");
        assertThat(decide(given.phaseOpened("MOBILISE", "2019-05-01"), close)).containsExactly(
                new PhaseClosed("2019", "MOBILISE", TODAY, "完毕"));
        refusing(given.phaseClosed("MOBILISE", "2019-05-02"), close, "phase-already-closed");
    }

    @Test
    void anEndIsMovedLaterOnly() {
        Given given = Given.openedOn("2019-04-20");
        CampaignCommand toTheFifth = new CampaignCommand.ExtendPhase("2019", "MOBILISE", null,
                LocalDate.of(2019, 10, 5));
        assertThat(decide(given, toTheFifth)).containsExactly(new PhaseExtended("2019", "MOBILISE", LocalDate.of(2019,
                10, 5), null));
        refusing(given.phaseExtended("MOBILISE", "2019-10-05"), toTheFifth, "not-an-extension");
    }

    @ParameterizedTest
    @CsvSource({"FJ, FJ-XM,", "FJ, BJ, duplicate-record", "FJ, bj, duplicate-record",
            "FJ, fj-fz, duplicate-record", "GD, FJ-FZ, duplicate-record", "ATLANTIS, AT-1, not-found",
            "FJ-FZ, FJ-FZ-1, not-found"})
    void subUnits(String unit, String code, String refusal) {
        Given given = Given.openedOn("2019-04-20").subUnit("FJ", "FJ-FZ");
        CampaignCommand command = new CampaignCommand.OpenSubUnit("2019", unit, code, "某市");
        if (refusal == null) {
            assertThat(decide(given, command)).containsExactly(new SubUnitOpened("2019", unit, code, "某市"));
        } else {
            refusing(given, command, refusal);
        }
    }

    @Test
    void whatIsClosedIsClosed() {
        Given given = Given.openedOn("2019-04-20");
        CampaignCommand close = new CampaignCommand.CloseCampaign("2019", "总结完毕");
        assertThat(decide(given, close)).containsExactly(new CampaignClosed("2019", "总结完毕"));
        given.and(new CampaignClosed("2019", "总结完毕"));
        refusing(given, close, "campaign-closed");
        refusing(given, open("JUDGE", null), "campaign-closed");
        refusing(given, new CampaignCommand.OpenSubUnit("2019", "FJ", "FJ-1", "x"), "campaign-closed");
    }
}
