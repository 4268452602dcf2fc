package org.campaignledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan is shared out as the target is. */
class ShareOfPlanTest {

    @ParameterizedTest
    @CsvSource({"100, 3000, 1804, 60", "40, 3000, 3000, 40", "1, 2, 1, 1", "10, 0, 0, 0", "0, 3000, 1804, 0"})
    void aUnitsPlanIsItsQuotasShare(long allocation, long target, long planned, long share) {
        assertThat(ShareOfPlan.of(allocation, target, planned)).isEqualTo(share);
    }
}
