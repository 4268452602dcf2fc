package org.campaignledger.simulation;

import java.util.stream.LongStream;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulations with many more seeds than a usual build takes: {@code -Dsimulation.seeds=N}. */
@AtTheDoor
class SimulationBench {

    private final Ledger ledger;

    SimulationBench(Ledger ledger) {
        this.ledger = ledger;
    }

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("simulation.seeds", 100));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneAfterTheOther(long seed) {
        new SequentialSimulationTest(ledger).whateverIsTried(seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void atOnce(long seed) {
        new ConcurrentSimulationTest(ledger).whateverIsTriedAtOnce(seed);
    }
}
