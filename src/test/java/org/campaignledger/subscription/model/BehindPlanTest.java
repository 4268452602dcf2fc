package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BehindPlanTest {

    @Test
    void aUnitsPlanIsItsShareOfTheDay() {
        assertThat(BehindPlan.of(100, 3_000, 1_804, 50)).isEqualTo(new BehindPlan(60, 50));
        assertThat(BehindPlan.of(40, 3_000, 3_000, 0)).isEqualTo(new BehindPlan(40, 0));
        assertThat(BehindPlan.of(1, 2, 1, 0)).as("half is rounded up").isEqualTo(new BehindPlan(1, 0));
        assertThat(BehindPlan.of(10, 0, 0, 3)).isEqualTo(new BehindPlan(0, 3));
    }

    @Test
    void itIsBehindFromTheThresholdOn() {
        assertThat(new BehindPlan(100, 90).isBehind(10)).isTrue();
        assertThat(new BehindPlan(100, 91).isBehind(10)).isFalse();
        assertThat(new BehindPlan(100, 90).percent()).isEqualTo(10);
        assertThat(new BehindPlan(100, 120).percent()).isZero();
    }

    @Test
    void itHasRecoveredOnlyAtLessThanFourFifthsOfIt() {
        assertThat(new BehindPlan(100, 91).hasRecovered(10)).isFalse();
        assertThat(new BehindPlan(100, 92).hasRecovered(10)).isFalse();
        assertThat(new BehindPlan(100, 93).hasRecovered(10)).isTrue();
    }

    @Test
    void whereNothingIsPlannedYetNobodyIsBehind() {
        assertThat(new BehindPlan(0, 0).isBehind(1)).isFalse();
        assertThat(new BehindPlan(0, 0).hasRecovered(1)).isTrue();
        assertThat(new BehindPlan(0, 0).percent()).isZero();
    }
}
