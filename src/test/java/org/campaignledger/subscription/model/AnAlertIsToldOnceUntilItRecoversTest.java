package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers.Crossing;
import org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers.Outcome;
import org.junit.jupiter.api.Test;

class AnAlertIsToldOnceUntilItRecoversTest {

    private final Map<String, Crossing> known = new HashMap<>();

    private List<String> found(List<String> over, String... recovered) {
        Outcome outcome = decide(known, over, Set.of(recovered));
        known.putAll(outcome.changed());
        return outcome.told();
    }

    @Test
    void itIsToldOnceHoweverOftenItIsFound() {
        assertThat(found(List.of("FJ", "GD"))).containsExactly("FJ", "GD");
        assertThat(found(List.of("FJ", "GD"))).isEmpty();
        assertThat(found(List.of("FJ", "GD", "XZ"))).containsExactly("XZ");
    }

    @Test
    void afterARecoveryItIsToldAgain() {
        found(List.of("FJ"));
        assertThat(found(List.of(), "FJ")).isEmpty();
        assertThat(found(List.of("FJ"))).containsExactly("FJ");
        assertThat(known.get("FJ")).isEqualTo(new Crossing(true, 2));
    }

    @Test
    void betweenTheTwoItStaysAsItWas() {
        found(List.of("FJ"));
        assertThat(found(List.of())).isEmpty();
        assertThat(found(List.of("FJ"))).isEmpty();
    }

    @Test
    void whatIsOverHasNotRecovered() {
        found(List.of("FJ"));
        assertThat(found(List.of("FJ"), "FJ")).isEmpty();
        assertThat(known.get("FJ")).isEqualTo(new Crossing(true, 1));
    }

    @Test
    void eachCrossingHasAnOccasionOfItsOwn() {
        assertThat(decide(known, List.of("FJ", "FJ", "GD"), Set.of()).occasion()).isEqualTo("alert:FJ#1,GD#1");
        found(List.of("FJ"));
        found(List.of(), "FJ");
        assertThat(decide(known, List.of("FJ"), Set.of()).occasion()).isEqualTo("alert:FJ#2");
    }
}
