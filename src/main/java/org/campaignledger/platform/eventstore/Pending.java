package org.campaignledger.platform.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** An append that waits for its batch, and the caller who waits for the answer. */
final class Pending {

    private enum State {
        QUEUED, TAKEN, ABANDONED
    }

    private final Append append;
    private final CompletableFuture<AppendReceipt> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);

    Pending(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    /** Takes it into a batch; false if its caller has given up, and then it must not be written. */
    boolean take() {
        return state.compareAndSet(State.QUEUED, State.TAKEN);
    }

    void succeed(AppendReceipt receipt) {
        answer.complete(receipt);
    }

    void fail(AppendFailure failure) {
        answer.completeExceptionally(failure);
    }

    /**
     * Waits for the outcome. Who gives up while still queued knows that nothing was written; who gives up later does
     * not know.
     */
    AppendReceipt await(long timeoutMillis) {
        try {
            return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            if (state.compareAndSet(State.QUEUED, State.ABANDONED)) {
                throw new AppendFailure.Unavailable("the store did not get to it in time");
            }
            throw new AppendFailure.OutcomeUnknown(append.events().getFirst().eventId());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (state.compareAndSet(State.QUEUED, State.ABANDONED)) {
                throw new AppendFailure.Unavailable("interrupted while waiting");
            }
            throw new AppendFailure.OutcomeUnknown(append.events().getFirst().eventId());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof AppendFailure failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
