package org.campaignledger.subscription.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.subscription.model.AnAlertIsToldOnceUntilItRecovers.decide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
        String two = decide(known, List.of("FJ", "FJ", "GD"), Set.of()).occasion();
        String first = decide(known, List.of("FJ"), Set.of()).occasion();
        assertThat(decide(known, List.of("FJ", "GD"), Set.of()).occasion()).isEqualTo(two).isNotEqualTo(first);
        found(List.of("FJ"));
        found(List.of(), "FJ");
        assertThat(decide(known, List.of("FJ"), Set.of()).occasion()).isNotEqualTo(first);
    }

    @Test
    void ofManyAHundredAreToldAndTheRestAtTheNextLook() {
        List<String> many = IntStream.range(0, 200).mapToObj(number -> "%036d".formatted(number)).toList();
        assertThat(decide(known, many, Set.of()).occasion()).matches("alert:[0-9a-f]{64}");
        assertThat(found(many)).isEqualTo(many.subList(0, 100));
        assertThat(found(many)).isEqualTo(many.subList(100, 200));
        assertThat(found(many)).isEmpty();
    }
}
