package org.campaignledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many people at once, each with steps of their own, all about the same few things: what is left must fit together. */
@AtTheDoor
class ConcurrentSimulationTest {

    private static final int PEOPLE = 8;
    private static final int STEPS_EACH = 40;
    private static final int DECISIONS_EACH = 40;

    private final Ledger ledger;

    ConcurrentSimulationTest(Ledger ledger) {
        this.ledger = Checkers.areTwoIn(Parts.areKnownTo(ledger));
    }

    private static LongStream seeds() {
        return LongStream.of(2019, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsTriedAtOnce(long seed) {
        System.out.println("simulation of " + PEOPLE + " at once, seed " + seed);
        Ledger fresh = ledger.withCampaign(form -> form);
        Memory memory = new Memory();
        ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
        List<Callable<Integer>> people = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<Step> steps = new Generator(seed + person).steps(STEPS_EACH).stream()
                    .filter(step -> !(step instanceof Step.Close)).toList();
            people.add(() -> play(steps, fresh, memory, unexpected));
        }
        for (String checker : List.of("checker", Checkers.SECOND)) {
            List<Step> decisions = new Generator(seed - people.size()).decisions(checker, DECISIONS_EACH);
            people.add(() -> play(decisions, fresh, memory, unexpected));
        }
        int recorded = AtOnce.all(people).stream().mapToInt(Integer::intValue).sum();
        assertThat(unexpected).as("seed " + seed).isEmpty();
        assertThat(Audit.of(fresh, seed)).as("seed " + seed).isEmpty();
        assertThat(recorded).as("seed " + seed).isGreaterThan(PEOPLE);
        Fold trail = Fold.ofTheTrailOf(fresh, fresh.head());
        assertThat(trail.figures(null)).isNotEmpty();
        assertThat(trail.ofType("CorrectionApproved")).as("seed " + seed).isNotEmpty();
    }

    private static int play(List<Step> steps, Ledger ledger, Memory memory,
            ConcurrentLinkedQueue<String> unexpected) {
        int recorded = 0;
        for (Step step : steps) {
            Answer answer = step.play(ledger, memory);
            recorded += answer.status() == 201 ? 1 : 0;
            boolean known = answer.status() < 300 || List.of(403, 404, 409, 422).contains(answer.status());
            if (!known) {
                unexpected.add(step + " → " + answer);
            }
        }
        return recorded;
    }
}
