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
import org.campaignledger.seal.verify.source.Source;

/** Works on numbered pieces, several at once, and takes in what they come to in the order of their numbers. */
public final class InOrder {

    private static final int AHEAD = 4;
    /** A service has few turns for those who read the whole ledger, and others want theirs. */
    private static final int AT_A_SERVICE = 2;

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

    /** How many may ask a source at once: of an archive as many as there are processors, of a service two. */
    public static int workers(Source source) {
        int processors = Runtime.getRuntime().availableProcessors();
        return source.isLive() ? Math.min(AT_A_SERVICE, processors) : processors;
    }

    /** Works on all pieces, this many at once, and takes in what they come to; the first failure ends it. */
    public static <R> void run(int threads, long pieces, Work<R> work, Taker<R> taker) throws IOException, Verdict {
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
