package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.campaignledger.seal.verify.outcome.Verdict;

/** Works on numbered pieces on all processors, and takes in what they come to in the order of their numbers. */
public final class InOrder {

    private static final int AHEAD = 4;

    private InOrder() {}

    /**
     * Works on a piece.
     *
     * @param <R> what it comes to
     */
    @FunctionalInterface
    public interface Work<R> {

        /** Works on the piece of this number, on any thread. */
        R on(long number) throws IOException, Verdict;
    }

    /**
     * Takes in what pieces come to.
     *
     * @param <R> what they come to
     */
    @FunctionalInterface
    public interface Taker<R> {

        /** Takes in the next one, on the thread that called. */
        void take(R result) throws IOException, Verdict;
    }

    /** Works on all pieces, and takes in what they come to; the first failure ends it. */
    public static <R> void run(long pieces, Work<R> work, Taker<R> taker) throws IOException, Verdict {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
        try {
            Deque<Future<R>> underWay = new ArrayDeque<>();
            long next = 0;
            while (next < pieces || !underWay.isEmpty()) {
                while (next < pieces && underWay.size() < AHEAD * threads) {
                    long number = next++;
                    underWay.add(workers.submit(() -> work.on(number)));
                }
                taker.take(result(underWay.remove()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) throws IOException, Verdict {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case Verdict verdict -> throw verdict;
                case IOException unread -> throw unread;
                case RuntimeException bug -> throw bug;
                case null, default -> throw new IllegalStateException(failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotChecked("stopped");
        }
    }
}
