package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Follows a context of Axon Server, which tells a writer nothing but success: here every event gets its position, in
 * the order in which the context holds it, and whoever waits for an event is told. Begins again by itself after an
 * outage.
 */
final class AxonServerTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AxonServerTail.class);
    private static final int BUFFER = 2_000;
    private static final int TOGETHER = 500;
    private static final int KNOWN_AGGREGATES = 50_000;
    private static final long POLL_MILLIS = 1_000;
    private static final long NOT_BEGUN = -2;

    private final AxonServerLink link;
    private final AxonServerIndex index;
    private final Duration patience;
    private final String ledger;
    private final Map<UUID, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final RecentEvents recent = new RecentEvents();
    private final Map<String, Long> sequences = new LinkedHashMap<>(1_024, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KNOWN_AGGREGATES;
        }
    };
    private final Thread thread;
    private final AtomicLong misplaced = new AtomicLong();
    private volatile boolean closed;
    private long token = NOT_BEGUN;
    private long position;
    private long foreign;
    private Instant recordedAt = Instant.EPOCH;

    /**
     * Begins to follow.
     *
     * @param patience how long a caller waits until the tail has come as far as the context
     */
    AxonServerTail(AxonServerLink link, AxonServerIndex index, Duration patience) {
        this.link = link;
        this.index = index;
        this.patience = patience;
        this.ledger = index.name();
        this.thread = Thread.ofPlatform().name("ledger-axon-tail").daemon(true).start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                begin();
                follow();
            } catch (DataAccessException gone) {
                LOG.debug("The context can't be followed just now", gone);
                pause();
            } catch (RuntimeException unexpected) {
                LOG.error("The context can't be followed", unexpected);
                pause();
            }
        }
    }

    private void begin() {
        if (token() != NOT_BEGUN) {
            return;
        }
        long after = index.afterToken(link::lastToken);
        index.load();
        AxonServerIndex.Run last = index.last();
        lock.lock();
        try {
            // The last event known is read again: the next one is recorded no earlier.
            token = last == null ? after : last.lastToken() - 1;
            position = last == null ? 0 : last.lastPosition() - 1;
            recent.beginAfter(position);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        LOG.info("Ledger {} is kept in Axon Server, from token {} on", ledger, after + 1);
    }

    private void follow() {
        try (EventStream stream = link.stream(token, BUFFER)) {
            boolean unsaved = false;
            while (!closed) {
                EventWithToken next = AxonServerLink.next(stream, POLL_MILLIS);
                if (next == null) {
                    if (stream.isClosed()) {
                        throw new DataAccessResourceFailureException("the stream has ended");
                    }
                    if (unsaved) {
                        index.save();
                        unsaved = false;
                    }
                    continue;
                }
                grow(together(next, stream));
                unsaved = true;
            }
        }
    }

    private static List<EventWithToken> together(EventWithToken first, EventStream stream) {
        List<EventWithToken> page = new ArrayList<>();
        EventWithToken next = first;
        while (next != null) {
            page.add(next);
            next = page.size() < TOGETHER ? stream.nextIfAvailable() : null;
        }
        return page;
    }

    private void grow(List<EventWithToken> page) {
        lock.lock();
        try {
            for (EventWithToken next : page) {
                if (AxonServerForm.isOf(ledger, next.getEvent())) {
                    take(AxonServerForm.read(next.getEvent()), next.getToken());
                } else if (foreign++ == 0) {
                    LOG.warn("The context holds events that are not of ledger {}; they are passed over, the first at "
                            + "token {}. It should be this ledger's alone", ledger, next.getToken());
                }
                token = next.getToken();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void take(RecordedEvent event, long at) {
        position++;
        if (event.position() != position) {
            misplaced.incrementAndGet();
            LOG.error("Event {} was written for position {} and stands at {}: an append came late, after it had been "
                    + "given up", event.eventId(), event.position(), position);
        }
        index.add(position, at);
        RecordedEvent placed = at(event, position);
        recent.add(placed);
        recordedAt = event.recordedAt();
        sequences.put(event.aggregateId(), event.sequence());
        CompletableFuture<Long> waiting = expected.remove(event.eventId());
        if (waiting != null) {
            waiting.complete(position);
        }
    }

    /** The event at the position that it has come to. */
    static RecordedEvent at(RecordedEvent event, long position) {
        return event.position() == position
                ? event
                : new RecordedEvent(position, event.eventId(), event.aggregateType(), event.aggregateId(),
                        event.sequence(), event.type(), event.revision(), event.recordedAt(), event.payload(),
                        event.metadata(), event.salt());
    }

    /** Waits until everything is known that stands in the context now. */
    void sync() {
        long before = token();
        long last = link.lastToken();
        if (last < before) {
            throw new DataAccessResourceFailureException("the context ends at token " + last + ", before token "
                    + before + " that this ledger has read: it is another one, or has lost events");
        }
        lock.lock();
        try {
            long left = patience.toNanos();
            while (token < last) {
                if (left <= 0) {
                    throw new DataAccessResourceFailureException("Axon Server's events come too slowly");
                }
                left = grown.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted while following Axon Server", interrupted);
        } finally {
            lock.unlock();
        }
    }

    /** Will tell at which position an event has come to stand; to be asked before it is appended. */
    CompletableFuture<Long> expect(UUID eventId) {
        return expected.computeIfAbsent(eventId, id -> new CompletableFuture<>());
    }

    /** Ends {@link #expect}. */
    void expectNoLonger(UUID eventId) {
        expected.remove(eventId);
    }

    /** Waits until a position is known; false if it is not in time. */
    boolean awaitPosition(long wanted) {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (position < wanted && left > 0) {
                left = grown.awaitNanos(left);
            }
            return position >= wanted;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** How many events this instance has seen at other positions than they were written for. */
    long misplaced() {
        return misplaced.get();
    }

    /** The ledger's name in the context. */
    String ledger() {
        return ledger;
    }

    private long token() {
        lock.lock();
        try {
            return token;
        } finally {
            lock.unlock();
        }
    }

    /** The last position known. */
    long head() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** The instant of the last event known. */
    Instant lastRecordedAt() {
        lock.lock();
        try {
            return recordedAt;
        } finally {
            lock.unlock();
        }
    }

    /** The sequence of an aggregate's last event, where it was written of late. */
    OptionalLong sequenceOf(String aggregateId) {
        lock.lock();
        try {
            Long known = sequences.get(aggregateId);
            return known == null ? OptionalLong.empty() : OptionalLong.of(known);
        } finally {
            lock.unlock();
        }
    }

    /** The event at a position, where it is recent. */
    Optional<RecordedEvent> recent(long at) {
        lock.lock();
        try {
            return recent.at(at);
        } finally {
            lock.unlock();
        }
    }

    /** Up to so many events after a position; empty where some of them are not recent. */
    Optional<List<RecordedEvent>> recentAfter(long after, int limit) {
        lock.lock();
        try {
            return recent.holdsAllAfter(after) ? Optional.of(recent.after(after, limit)) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(2_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
