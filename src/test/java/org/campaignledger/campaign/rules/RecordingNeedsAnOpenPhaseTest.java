package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.RecordingNeedsAnOpenPhase;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 2: recording needs MOBILISE or RECOMMEND, and goes on in grace for what occurred inside MOBILISE. */
class RecordingNeedsAnOpenPhaseTest {

    private static final LocalDate INSIDE = LocalDate.of(2019, 6, 1);

    private static String check(CampaignRules rules, LocalDate occurredOn, String today) {
        return RecordingNeedsAnOpenPhase.check(rules, occurredOn, LocalDate.parse(today)).map(Violation::code)
                .orElse("");
    }

    private static CampaignRules.Phase phase(String id, boolean open) {
        return new CampaignRules.Phase(id, LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 30), open, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-05-01", "2019-09-30", "2019-10-20", "2026-01-01"})
    void whileMobiliseIsOpenWhateverTheDate(String today) {
        assertThat(check(Rules.recording(), INSIDE, today)).isEmpty();
        assertThat(check(Rules.recording(), LocalDate.of(2019, 11, 1), today)).isEmpty();
    }

    @Test
    void whileRecommendIsOpen() {
        assertThat(check(Rules.with(false, Rules.mobilise(false, null), phase("RECOMMEND", true)), INSIDE,
                "2019-09-05")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JUDGE", "SUMMARISE"})
    void notInOtherPhases(String other) {
        assertThat(check(Rules.with(false, Rules.mobilise(false, null), phase(other, true)), INSIDE, "2019-10-05"))
                .isEqualTo("phase-not-open");
    }

    @Test
    void notBeforeMobiliseWasEverOpened() {
        assertThat(check(Rules.with(false, Rules.mobilise(false, null)), INSIDE, "2019-06-05"))
                .isEqualTo("phase-not-open");
    }

    /** Closed on schedule, the day after its last: ten days of grace count from the closing. */
    @ParameterizedTest
    @CsvSource({"2019-10-01,", "2019-10-11,", "2019-10-12, phase-not-open"})
    void inGraceAfterTheClosing(String today, String code) {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2019, 10, 1)));
        assertThat(check(rules, INSIDE, today)).isEqualTo(code == null ? "" : code);
    }

    /** Closed in August: grace still counts from MOBILISE's end, which is the later of the two. */
    @ParameterizedTest
    @CsvSource({"2019-08-16,", "2019-10-10,", "2019-10-11, phase-not-open"})
    void graceCountsFromTheLaterOfEndAndClosing(String today, String code) {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2019, 8, 15)));
        assertThat(check(rules, INSIDE, today)).isEqualTo(code == null ? "" : code);
    }

    @ParameterizedTest
    @CsvSource({"2019-04-30, phase-not-open", "2019-05-01,", "2019-09-30,", "2019-10-01, phase-not-open",
            "2019-10-05, phase-not-open"})
    void graceIsForWhatOccurredInside(String occurredOn, String code) {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2019, 10, 1)));
        assertThat(check(rules, LocalDate.parse(occurredOn), "2019-10-05")).isEqualTo(code == null ? "" : code);
    }

    /** Closed early by an ADMIN: inside it means up to that day. */
    @ParameterizedTest
    @CsvSource({"2019-08-15,", "2019-08-16, phase-not-open"})
    void closedEarlyItWasOpenUpToThatDay(String occurredOn, String code) {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2019, 8, 15)));
        assertThat(check(rules, LocalDate.parse(occurredOn), "2019-08-20")).isEqualTo(code == null ? "" : code);
    }

    /** A historical campaign, closed years later: recording goes on for ten days for all of MOBILISE. */
    @Test
    void closedYearsLater() {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2026, 3, 1)));
        assertThat(check(rules, LocalDate.of(2019, 9, 30), "2026-03-11")).isEmpty();
        assertThat(check(rules, LocalDate.of(2019, 9, 30), "2026-03-12")).isEqualTo("phase-not-open");
        assertThat(check(rules, LocalDate.of(2019, 10, 1), "2026-03-02")).isEqualTo("phase-not-open");
    }

    @Test
    void aDateThatWasNotReadableDoesNotCloseTheGate() {
        CampaignRules rules = Rules.with(false, Rules.mobilise(false, LocalDate.of(2019, 10, 1)));
        assertThat(RecordingNeedsAnOpenPhase.check(rules, null, LocalDate.of(2019, 10, 5))).isEmpty();
    }

    @Test
    void aClosedCampaignIsClosedWhateverIsOpen() {
        assertThat(check(Rules.with(true, Rules.mobilise(true, null)), INSIDE, "2019-06-05"))
                .isEqualTo("campaign-closed");
    }

    @Test
    void theViolationNamesThePhaseAndItsDays() {
        Violation violation = RecordingNeedsAnOpenPhase.check(Rules.with(false, Rules.mobilise(false, null)), INSIDE,
                Rules.TODAY).orElseThrow();
        assertThat(violation.arguments().get("phase")).isEqualTo("MOBILISE");
        assertThat(violation.arguments().get("from")).isEqualTo(LocalDate.of(2019, 5, 1));
        assertThat(violation.arguments().get("to")).isEqualTo(LocalDate.of(2019, 9, 30));
    }
}
