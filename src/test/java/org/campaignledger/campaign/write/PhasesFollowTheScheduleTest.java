package org.campaignledger.campaign.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.campaign.events.CampaignClosed;
import org.campaignledger.campaign.model.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 3: phases open and close by themselves on their days, unless an ADMIN had it otherwise. */
class PhasesFollowTheScheduleTest {

    private static final Given FRESH = Given.openedOn("2019-04-20");

    private static List<String> due(Given given, String today) {
        return PhasesFollowTheSchedule.due(given.campaign(), LocalDate.parse(today)).stream().map(
                command -> switch (command) {
                    case CampaignCommand.OpenPhase open -> "open " + open.phase();
                    case CampaignCommand.ClosePhase close -> "close " + close.phase();
                    default -> throw new AssertionError(command);
                }).toList();
    }

    @ParameterizedTest
    @CsvSource({"2019-04-30,", "2019-05-01, open MOBILISE", "2019-08-31, open MOBILISE",
            "2019-09-01, open MOBILISE;open RECOMMEND", "2019-09-30, open MOBILISE;open RECOMMEND",
            "2019-10-01, open JUDGE", "2019-10-31, open JUDGE", "2019-11-01, open SUMMARISE",
            "2019-11-30, open SUMMARISE", "2019-12-01,"})
    void eachOpensOnItsFirstDayOrAsSoonAsItIsLookedAt(String today, String expected) {
        assertThat(String.join(";", due(FRESH, today))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void eachClosesOnTheDayAfterItsLast() {
        Given open = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01");
        assertThat(due(open, "2019-08-01")).isEmpty();
        assertThat(due(open, "2019-09-30")).containsExactly("open RECOMMEND");
        assertThat(due(open, "2019-10-01")).containsExactlyInAnyOrder("close MOBILISE", "open JUDGE");
        assertThat(due(open, "2019-10-20")).contains("close MOBILISE");
    }

    @Test
    void anExtendedPhaseClosesLater() {
        Given extended = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01").phaseExtended("MOBILISE",
                "2019-10-15");
        assertThat(due(extended, "2019-10-15")).containsExactly("open JUDGE");
        assertThat(due(extended, "2019-10-16")).contains("close MOBILISE");
    }

    @Test
    void whatAnAdminClosedStaysClosed() {
        Given closed = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01").phaseClosed("MOBILISE",
                "2019-06-01");
        assertThat(due(closed, "2019-06-02")).isEmpty();
    }

    @Test
    void whatAnAdminOpenedEarlyIsNotClosedBeforeItsEnd() {
        Given early = Given.openedOn("2019-04-20").phaseOpened("JUDGE", "2019-06-01");
        assertThat(due(early, "2019-07-01")).containsExactly("open MOBILISE");
        assertThat(due(early, "2019-10-31")).isEmpty();
        assertThat(due(early, "2019-11-01")).contains("close JUDGE");
    }

    @Test
    void whatAnAdminOpenedAfterItsEndStaysOpen() {
        Given late = Given.openedOn("2019-04-20").phaseOpened("RECOMMEND", "2019-10-05");
        assertThat(due(late, "2019-10-06")).containsExactly("open JUDGE");
        assertThat(due(late, "2019-12-31")).isEmpty();
    }

    @Test
    void whatAnAdminOpenedAgainStaysOpen() {
        Given again = Given.openedOn("2019-04-20").phaseOpened("MOBILISE", "2019-05-01")
                .phaseClosed("MOBILISE", "2019-10-01").phaseOpened("MOBILISE", "2019-10-08");
        assertThat(due(again, "2019-10-09")).containsExactly("open JUDGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-05-01", "2019-09-15", "2019-12-01", "2026-11-22"})
    void inAHistoricalCampaignNothingHappensByItself(String today) {
        assertThat(due(Given.openedOn("2019-12-01").phaseOpened("MOBILISE", "2019-12-01"), today)).isEmpty();
    }

    @Test
    void openedOnItsLastDayACampaignIsNotHistorical() {
        assertThat(Given.openedOn("2019-11-30").campaign().historical()).isFalse();
        assertThat(Given.openedOn("2019-12-01").campaign().historical()).isTrue();
        assertThat(due(Given.openedOn("2019-11-30"), "2019-11-30")).containsExactly("open SUMMARISE");
    }

    @Test
    void inAClosedCampaignNothingHappens() {
        assertThat(due(Given.openedOn("2019-04-20").and(new CampaignClosed("2019", "完毕")), "2019-05-01")).isEmpty();
    }
}
