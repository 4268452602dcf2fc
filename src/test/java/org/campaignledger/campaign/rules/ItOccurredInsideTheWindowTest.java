package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.ItOccurredInsideTheWindow;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 4: what is recorded occurred inside the campaign's window, and not in the future. */
class ItOccurredInsideTheWindowTest {

    @ParameterizedTest
    @CsvSource({"2019-04-30, outside-window", "2019-05-01,", "2019-06-30,", "2019-07-01,",
            "2019-07-02, in-the-future", "2019-11-30, in-the-future", "2019-12-01, outside-window"})
    void onADay(LocalDate day, String code) {
        assertThat(ItOccurredInsideTheWindow.check(Rules.recording(), "on", day, Rules.TODAY).map(Violation::code)
                .orElse(null)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"2019-11-30,", "2019-12-01, outside-window"})
    void afterwardsTheWindowStaysWhatItWas(LocalDate day, String code) {
        assertThat(ItOccurredInsideTheWindow.check(Rules.recording(), "on", day, LocalDate.of(2026, 1, 1))
                .map(Violation::code).orElse(null)).isEqualTo(code);
    }

    @Test
    void theViolationNamesTheFieldAndTheWindow() {
        Violation violation = ItOccurredInsideTheWindow.check(Rules.recording(), "to", LocalDate.of(2020, 1, 1),
                Rules.TODAY).orElseThrow();
        assertThat(violation.field()).isEqualTo("to");
        assertThat(violation.arguments().get("from")).isEqualTo(Rules.recording().from());
        assertThat(violation.arguments().get("to")).isEqualTo(Rules.recording().to());
    }
}
