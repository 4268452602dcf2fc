package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import org.campaignledger.kernel.Claim;

/** An append that waits for its batch, and the caller who waits for the answer. */
final class Pending {

    private enum State {
        QUEUED, TAKEN, ABANDONED
    }

    private final Append append;
    private final List<Claimed> claims;
    private final boolean freesAny;
    private final CompletableFuture<AppendReceipt> answer = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);

    Pending(Append append) {
        this.append = append;
        this.claims = claimsOf(append.events());
        this.freesAny = claims.stream().anyMatch(Claimed::freed);
    }

    /**
     * A claim that an event of the append takes or gives back.
     *
     * @param index of the event in the append
     * @param key   under which the claim is kept
     * @param freed whether it is given back
     */
    record Claimed(NewEvent event, int index, Claim claim, ByteBuffer key, boolean freed) {

        private static Claimed of(NewEvent event, int index, Claim claim, boolean freed) {
            return new Claimed(event, index, claim, ByteBuffer.wrap(ClaimKeys.of(claim)), freed);
        }
    }

    /** Made by the caller, whose thread is one of many, not by the writer. */
    private static List<Claimed> claimsOf(List<NewEvent> events) {
        List<Claimed> all = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            for (Claim claim : events.get(i).freed()) {
                all.add(Claimed.of(events.get(i), i, claim, true));
            }
            for (Claim claim : events.get(i).claims()) {
                all.add(Claimed.of(events.get(i), i, claim, false));
            }
        }
        return all;
    }

    /** The claims of its events in their order; what an event gives back comes before what it takes. */
    List<Claimed> claims() {
        return claims;
    }

    /** Whether any of its events gives a claim back. */
    boolean freesAny() {
        return freesAny;
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
