package org.campaignledger.platform.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.eventstore.Unreadable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The growing end of the ledger, read once for all who follow it: an append of this instance wakes it at once, those of
 * others are looked for at the fetch interval. Axon's own store does not tell its pooled processors of new events, so
 * that they look every half second; with this one, rows follow their command within milliseconds.
 *
 * <p>Who is far behind reads pages of its own from the store until it has caught up.
 */
public final class LedgerTail implements StreamableMessageSource<TrackedEventMessage<?>>, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerTail.class);
    private static final int RECENT = 8_192;
    private static final int PAGE = 1_000;
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final long STOP_MILLIS = 5_000;

    private final LedgerStore store;
    private final LedgerMessages messages;
    private final long fetchMillis;
    private final long restNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Condition grown = lock.newCondition();
    private final TrackedEventMessage<?>[] recent = new TrackedEventMessage<?>[RECENT];
    private final Set<TailFollower> followers = ConcurrentHashMap.newKeySet();
    private long oldest = Long.MAX_VALUE;
    private long head;
    private boolean appended;
    private boolean awaited;
    private volatile boolean running;
    private @Nullable Thread thread;

    /**
     * A tail of this store.
     *
     * @param fetchMillis how often appends of other instances are looked for
     */
    public LedgerTail(LedgerStore store, LedgerMessages messages, long fetchMillis) {
        this(store, messages, fetchMillis, REST_NANOS);
    }

    LedgerTail(LedgerStore store, LedgerMessages messages, long fetchMillis, long restNanos) {
        this.restNanos = restNanos;
        this.store = store;
        this.messages = messages;
        this.fetchMillis = fetchMillis;
    }

    /** Tells that this instance has appended something. */
    void appended() {
        lock.lock();
        try {
            appended = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Tells that somebody waits for what was written: it is handed on at once, and no longer with what follows it. */
    public void hurry() {
        lock.lock();
        try {
            awaited = true;
            wake.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What was read before a pause is no longer next to what will be read: who is behind asks the store. */
    @Override
    public void start() {
        lock.lock();
        try {
            oldest = Long.MAX_VALUE;
        } finally {
            lock.unlock();
        }
        running = true;
        thread = Thread.ofPlatform().daemon().name("ledger-tail").start(this::run);
    }

    private void run() {
        boolean begun = false;
        while (running) {
            try {
                if (!begun) {
                    grow(store.head(), List.of());
                    begun = true;
                }
                List<RecordedEvent> page = store.readAfter(head, PAGE);
                if (page.isEmpty()) {
                    sleepUntilWoken();
                } else {
                    grow(page.getLast().position(), page);
                    rest(page.size());
                }
            } catch (RuntimeException gone) {
                LOG.debug("The ledger can't be followed just now", gone);
                sleepUntilWoken();
            }
        }
    }

    /**
     * What comes within the next moment is handed on together, unless somebody waits for it: a projection pays for a batch,
     * not for an event, and there are many of them.
     */
    private void rest(int events) {
        if (events == PAGE) {
            return;
        }
        lock.lock();
        try {
            long left = restNanos;
            while (!awaited && running && left > 0) {
                left = wake.awaitNanos(left);
            }
            awaited = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }

    private void grow(long newHead, List<RecordedEvent> page) {
        List<TrackedEventMessage<?>> decoded = new ArrayList<>(page.size());
        page.forEach(recorded -> decoded.add(messages.tracked(recorded)));
        lock.lock();
        try {
            for (int i = 0; i < decoded.size(); i++) {
                long position = page.get(i).position();
                recent[(int) (position % RECENT)] = decoded.get(i);
                oldest = Math.max(Math.min(oldest, position), position - RECENT + 1);
            }
            head = newHead;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        followers.forEach(TailFollower::tell);
    }

    private void sleepUntilWoken() {
        lock.lock();
        try {
            if (!appended && running) {
                long left = wake.awaitNanos(TimeUnit.MILLISECONDS.toNanos(fetchMillis));
                LOG.trace("Woken with {} ns left", left);
            }
            appended = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        } finally {
            lock.unlock();
        }
    }

    /** Follows the ledger from a token on. */
    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return follow(token, event -> true);
    }

    private BlockingStream<TrackedEventMessage<?>> follow(@Nullable TrackingToken token,
            Predicate<LedgerEvent> concerns) {
        TailFollower follower = new TailFollower(this, token == null ? 0 : token.position().orElseThrow(), concerns);
        followers.add(follower);
        return follower;
    }

    /**
     * What concerns somebody, and always the last one that is there, so that whoever follows knows how far the ledger has
     * come. An event that can't be read might concern anybody.
     */
    public StreamableMessageSource<TrackedEventMessage<?>> of(Predicate<LedgerEvent> concerns) {
        return new StreamableMessageSource<>() {

            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
                return follow(token, event -> event instanceof Unreadable || concerns.test(event));
            }

            @Override
            public TrackingToken createTailToken() {
                return LedgerTail.this.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return LedgerTail.this.createHeadToken();
            }
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(store.head());
    }

    @Override
    public void stop() {
        running = false;
        appended();
        Thread reader = thread;
        if (reader != null) {
            try {
                reader.join(STOP_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the processors, and after them at the end. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 8_192;
    }

    /** What follows a position, up to a page of it: what is recent is shared, what is older is read from the store. */
    List<TrackedEventMessage<?>> after(long position) {
        List<TrackedEventMessage<?>> page = new ArrayList<>();
        boolean older;
        lock.lock();
        try {
            older = head > position && position + 1 < oldest;
            for (long p = position + 1; !older && p <= head && page.size() < PAGE; p++) {
                page.add(recent[(int) (p % RECENT)]);
            }
        } finally {
            lock.unlock();
        }
        if (older) {
            store.readAfter(position, PAGE).forEach(recorded -> page.add(messages.tracked(recorded)));
        }
        return page;
    }

    /** Waits until something follows a position, or the time is up. */
    void awaitAfter(long position, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lock();
        try {
            while (head <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells a follower nothing any more. */
    void leave(TailFollower follower) {
        followers.remove(follower);
    }
}
