package org.campaignledger.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What came of an append: a receipt or a failure.
 *
 * @param append  as given
 * @param receipt where it was written
 * @param failure where it was not
 */
record Attempt(Append append, @Nullable AppendReceipt receipt, @Nullable AppendFailure failure) {

    /** Long enough for appends that were started together to be waiting together. */
    private static final long GATHER_MILLIS = 40;

    static Attempt at(LedgerStore store, Append append) {
        try {
            return new Attempt(append, store.append(append), null);
        } catch (AppendFailure failure) {
            return new Attempt(append, null, failure);
        }
    }

    /** All of them at once, while the ledger is paused: they come to the engine as one heap, in any order. */
    static List<Attempt> together(StoreUnderTest.Ledger ledger, List<Append> appends) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new CountDownLatch(appends.size());
            List<Future<Attempt>> running = new ArrayList<>();
            try (var pause = ledger.pause()) {
                for (Append append : appends) {
                    running.add(threads.submit(() -> {
                        started.countDown();
                        return at(ledger.store(), append);
                    }));
                }
                started.await();
                Thread.sleep(GATHER_MILLIS);
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> one : running) {
                attempts.add(one.get());
            }
            return attempts;
        }
    }

    /** One after the other, while the ledger is paused behind a first that is in nobody's way: one heap, in this order. */
    static List<Attempt> inOrder(StoreUnderTest.Ledger ledger, List<Append> appends) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Attempt>> running = new ArrayList<>();
            try (var pause = ledger.pause()) {
                threads.submit(() -> at(ledger.store(), AnAppend.of("in nobody's way", 0, 1).build()));
                for (Append append : appends) {
                    Thread.sleep(GATHER_MILLIS);
                    running.add(threads.submit(() -> at(ledger.store(), append)));
                }
                Thread.sleep(GATHER_MILLIS);
            }
            List<Attempt> attempts = new ArrayList<>();
            for (Future<Attempt> one : running) {
                attempts.add(one.get());
            }
            return attempts;
        }
    }

    static List<Attempt> written(List<Attempt> attempts) {
        return attempts.stream().filter(attempt -> attempt.receipt() != null).toList();
    }

    static List<AppendFailure> failures(List<Attempt> attempts) {
        List<AppendFailure> failures = new ArrayList<>();
        for (Attempt attempt : attempts) {
            AppendFailure failure = attempt.failure();
            if (failure != null) {
                failures.add(failure);
            }
        }
        return failures;
    }

    /** The receipt of one that must have been written. */
    AppendReceipt mustBeWritten() {
        if (receipt == null) {
            throw new AssertionError("not written", failure);
        }
        return receipt;
    }
}
