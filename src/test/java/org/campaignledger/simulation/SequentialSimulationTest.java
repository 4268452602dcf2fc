package org.campaignledger.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hundreds of steps, right and wrong, one after the other: each is answered as the rules say, and what the ledger shows
 * afterwards is the fold of its trail. A sequence that fails is shortened before it is reported.
 */
@AtTheDoor
class SequentialSimulationTest {

    private static final int STEPS = 300;
    private static final int PATIENCE = 60;

    private final Ledger ledger;

    SequentialSimulationTest(Ledger ledger) {
        this.ledger = Parts.areKnownTo(ledger);
    }

    /** Some that are always played, and one that was never played before. */
    private static LongStream seeds() {
        return LongStream.of(2019, 12_351, System.nanoTime());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverIsTried(long seed) {
        System.out.println("simulation of one after the other, seed " + seed);
        List<Step> steps = new Generator(seed).steps(STEPS);
        List<String> problems = play(steps, seed, Model::new);
        if (!problems.isEmpty()) {
            List<Step> shortest = Shortening.of(steps, fewer -> !play(fewer, seed, Model::new).isEmpty(), PATIENCE);
            fail("seed " + seed + ": " + play(shortest, seed, Model::new) + "\nafter\n" + shortest.stream()
                    .map(Step::toString).collect(Collectors.joining("\n")) + "\nat first: " + problems);
        }
    }

    private List<String> play(List<Step> steps, long seed, Supplier<Model> rules) {
        Ledger fresh = ledger.withCampaign(form -> form);
        Memory memory = new Memory();
        Model model = rules.get();
        NavigableMap<Long, Picture> pictures = new TreeMap<>(Map.of(fresh.head(), model.picture()));
        List<String> problems = new ArrayList<>();
        for (Step step : steps) {
            String expected = model.expect(step);
            Answer answer = step.play(fresh, memory);
            String actual = answer.status() < 300
                    ? answer.status() + ""
                    : answer.status() + " " + answer.at("/code")
                            .stringValue("");
            if (!actual.equals(expected)) {
                problems.add(step + ": expected " + expected + ", found " + answer);
                return problems; // from here on the model knows something else than the ledger
            }
            if (answer.status() < 300) {
                pictures.put(answer.position(), model.picture());
            }
        }
        problems.addAll(Audit.of(fresh, Fold.ofTheTrailOf(fresh, fresh.head()), position -> pictures.floorEntry(
                position)
                .getValue(), seed, Audit.POSITIONS));
        return problems;
    }

    /** With a rule told wrongly the simulation must notice, and say so in a few steps. */
    @Test
    void aFaultIsFoundAndTheSequenceIsShortened() {
        long seed = 2019;
        Supplier<Model> faulty = () -> new Model() {

            @Override
            String keyOf(Step.Mobilize union) {
                return union.unit() + " " + super.keyOf(union); // as if a code were counted unit by unit
            }
        };
        List<Step> steps = new Generator(seed).steps(STEPS);
        assertThat(differs(steps, faulty)).isTrue();
        List<Step> shortest = Shortening.of(steps, fewer -> differs(fewer, faulty), 400);
        assertThat(shortest).hasSizeLessThanOrEqualTo(5);
        assertThat(shortest.getLast()).isInstanceOf(Step.Mobilize.class);
        assertThat(play(shortest, seed, faulty)).singleElement().asString().contains("expected 201",
                "duplicate-record");
    }

    /** Whether both models would ever say something else: without a ledger, hence quickly. */
    private static boolean differs(List<Step> steps, Supplier<Model> faulty) {
        Model right = new Model();
        Model wrong = faulty.get();
        return steps.stream().anyMatch(step -> !right.expect(step).equals(wrong.expect(step)));
    }
}
