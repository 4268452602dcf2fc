package org.campaignledger.campaign.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.AFigureIsPlausible;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 9: figures go up to the campaign's plausible bounds, these included. */
class AFigureIsPlausibleTest {

    @ParameterizedTest
    @CsvSource({"0, 1000, true", "1000, 1000, true", "1001, 1000, false", "9223372036854775807, 1000, false",
            "9223372036854775807, 9223372036854775807, true"})
    void upToTheBound(long figure, long bound, boolean plausible) {
        var found = AFigureIsPlausible.check("contacts", figure, bound);
        assertThat(found.isEmpty()).isEqualTo(plausible);
        assertThat(found.map(Violation::code)).isIn(java.util.Optional.empty(), java.util.Optional.of(
                "implausible-figure"));
        found.ifPresent(violation -> assertThat(violation.arguments().get("max")).isEqualTo(bound));
    }
}
