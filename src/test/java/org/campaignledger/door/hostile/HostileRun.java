package org.campaignledger.door.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Sends what is hostile for so long: commands one after the other, so that it is known of each whether it wrote; questions
 * beside them, several at a time.
 */
final class HostileRun {

    static final int SECONDS = Integer.getInteger("hostile.seconds", 30);
    static final long SEED = Long.getLong("hostile.seed", 12_351);

    private static final int READERS = 6;

    private static final int MOST_PATIENCE_MILLIS = 15_000;

    private HostileRun() {}

    static Tally of(int port, List<Operation> operations, Stage stage, LongSupplier head, int seconds)
            throws InterruptedException, ExecutionException {
        Tally tally = new Tally();
        int patience = Math.min(MOST_PATIENCE_MILLIS, seconds * 1_000);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> lanes = new ArrayList<>();
            lanes.add(threads.submit(new Lane("commands", port, operations.stream().filter(Operation::isCommand)
                    .toList(),
                    stage, tally, head, SEED, deadline, patience)));
            for (int i = 0; i < READERS; i++) {
                int reader = i;
                List<Operation> mine = operations.stream().filter(operation -> !operation.isCommand() && Math.floorMod(
                        operation.hashCode(), READERS) == reader).toList();
                lanes.add(threads.submit(new Lane("questions " + i, port, mine, stage, tally, head, SEED, deadline,
                        patience)));
            }
            for (Future<?> lane : lanes) {
                lane.get();
            }
        }
        return tally;
    }
}
