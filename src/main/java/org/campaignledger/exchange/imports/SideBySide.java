package org.campaignledger.exchange.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Rows dealt with at the same time, each on a thread of its own: those that wait for their batch cost none. */
final class SideBySide {

    private SideBySide() {}

    /**
     * What comes of each, in their order.
     *
     * @throws RuntimeException what the first that failed has thrown; the others are broken off
     */
    static <R, T> List<T> all(List<R> rows, Function<R, T> each) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<T>> futures = rows.stream().map(row -> threads.submit(() -> each.apply(row))).toList();
            List<T> outcomes = new ArrayList<>(rows.size());
            for (Future<T> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the instance is shutting down", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failed);
        } finally {
            // What is broken off here finds itself in the ledger, or not, when it is tried again.
            threads.shutdownNow();
            threads.close();
        }
    }
}
