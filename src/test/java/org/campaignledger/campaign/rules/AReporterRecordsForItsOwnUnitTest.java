package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.AReporterRecordsForItsOwnUnit;
import org.campaignledger.testing.Rules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rule 8: a reporter records for its own unit and its parts; a part's reporter for that part alone. */
class AReporterRecordsForItsOwnUnitTest {

    @ParameterizedTest
    @CsvSource({"FJ, FJ", "FJ, FJ-XM", "FJ-XM, FJ-XM", "FJ, ATLANTIS"})
    void own(String reporterOf, String unit) {
        assertThatCode(() -> AReporterRecordsForItsOwnUnit.check(Rules.recording(), Rules.reporterOf(reporterOf), unit))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"FJ, GD", "FJ-XM, FJ", "GD, FJ-XM", "ATLANTIS, FJ"})
    void foreign(String reporterOf, String unit) {
        assertThatThrownBy(() -> AReporterRecordsForItsOwnUnit.check(Rules.recording(), Rules.reporterOf(reporterOf),
                unit)).isInstanceOfSatisfying(Refused.class, RefusedWith.code("foreign-unit"));
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "REPORTER")
    void nobodyElseRecords(Role role) {
        Actor actor = new Actor("someone", role, "FJ", null);
        assertThatThrownBy(() -> AReporterRecordsForItsOwnUnit.check(Rules.recording(), actor, "FJ"))
                .isInstanceOfSatisfying(Refused.class, RefusedWith.code("wrong-role"));
    }
}
