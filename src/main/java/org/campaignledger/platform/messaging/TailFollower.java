package org.campaignledger.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.campaignledger.kernel.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in the {@link LedgerTail}. It is handed what concerns it, and the last event of each page that was
 * read, so that its place moves on with the ledger: most projections are concerned by few of the events, and each event
 * costs a processor of Axon's a look at its whole queue.
 */
final class TailFollower implements BlockingStream<TrackedEventMessage<?>> {

    private final LedgerTail tail;
    private final Predicate<LedgerEvent> concerns;
    private final List<TrackedEventMessage<?>> page = new ArrayList<>();
    private int next;
    private long position;
    private volatile @Nullable Runnable callback;

    TailFollower(LedgerTail tail, long position, Predicate<LedgerEvent> concerns) {
        this.tail = tail;
        this.position = position;
        this.concerns = concerns;
    }

    /** Tells that there is more. */
    void tell() {
        Runnable told = callback;
        if (told != null) {
            told.run();
        }
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(page.get(next)) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (fill()) {
            return true;
        }
        tail.awaitAfter(position, unit.toNanos(timeout));
        return fill();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
        TrackedEventMessage<?> message = page.get(next++);
        position = LedgerMessages.entry(message).position();
        return message;
    }

    /** Answers whether there is a next one. */
    private boolean fill() {
        if (next < page.size()) {
            return true;
        }
        page.clear();
        next = 0;
        List<TrackedEventMessage<?>> all = tail.after(position);
        for (TrackedEventMessage<?> message : all) {
            if (message == all.getLast() || concerns.test(LedgerMessages.entry(message).event())) {
                page.add(message);
            }
        }
        return !page.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable toTell) {
        callback = toTell;
        return true;
    }

    @Override
    public void close() {
        tail.leave(this);
    }
}
