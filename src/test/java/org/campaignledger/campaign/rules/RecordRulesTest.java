package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.rules.RecordRules;
import org.campaignledger.testing.Rules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Unit, phase and window are asked together, and everything that is wrong is named at once. */
class RecordRulesTest {

    private static List<String> found(CampaignRules rules, @Nullable String unit, @Nullable LocalDate day) {
        Checks checks = new Checks();
        RecordRules.check(rules, Rules.FUJIAN, unit, "occurredOn", day, Rules.TODAY, checks);
        return checks.violations().stream().map(violation -> violation.field() + " " + violation.code()).toList();
    }

    @Test
    void nothing() {
        assertThat(found(Rules.recording(), "FJ", Rules.TODAY)).isEmpty();
        assertThat(found(Rules.recording(), "FJ-XM", Rules.TODAY)).isEmpty();
    }

    @Test
    void everythingAtOnce() {
        assertThat(found(Rules.with(false), "ATLANTIS", LocalDate.of(2018, 1, 1))).containsExactly("unit unknown-unit",
                " phase-not-open", "occurredOn outside-window");
    }

    @Test
    void whatIsAbsentWasReportedAlready() {
        assertThat(found(Rules.recording(), null, null)).isEmpty();
    }

    @Test
    void aForeignUnitIsForbiddenAtOnce() {
        assertThatThrownBy(() -> found(Rules.with(false), "GD", LocalDate.of(2018, 1, 1)))
                .isInstanceOfSatisfying(Refused.class, RefusedWith.code("foreign-unit"));
    }

    @Test
    void aCampaignsDaysAreCountedInItsZone() {
        CampaignRules rules = Rules.recording();
        assertThat(rules.dateOf(java.time.Instant.parse("2019-06-30T15:59:59Z"))).isEqualTo("2019-06-30");
        assertThat(rules.dateOf(java.time.Instant.parse("2019-06-30T16:00:00Z"))).isEqualTo("2019-07-01");
    }
}
