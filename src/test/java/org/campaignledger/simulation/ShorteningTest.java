package org.campaignledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A failing sequence is shortened to what it takes to fail. */
class ShorteningTest {

    private static final List<Integer> HUNDRED = IntStream.range(0, 100).boxed().toList();

    @Test
    void toOneStep() {
        assertThat(Shortening.of(HUNDRED, steps -> steps.contains(73), 1_000)).containsExactly(73);
    }

    @Test
    void toStepsThatAreFarApartAndInOrder() {
        assertThat(Shortening.of(HUNDRED, steps -> steps.containsAll(List.of(3, 50, 98)), 1_000)).containsExactly(3,
                50, 98);
    }

    @Test
    void whatTakesAllStaysAsItIs() {
        List<Integer> four = List.of(1, 2, 3, 4);
        assertThat(Shortening.of(four, steps -> steps.size() == 4, 1_000)).isEqualTo(four);
    }

    @Test
    void patienceHasAnEnd() {
        AtomicInteger tried = new AtomicInteger();
        List<Integer> shortened = Shortening.of(new ArrayList<>(HUNDRED), steps -> {
            tried.incrementAndGet();
            return steps.contains(73) && steps.contains(5);
        }, 7);
        assertThat(tried.get()).isLessThanOrEqualTo(7);
        assertThat(shortened).contains(73, 5).hasSizeLessThan(100);
    }
}
