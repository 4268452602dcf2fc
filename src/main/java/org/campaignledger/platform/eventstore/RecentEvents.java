package org.campaignledger.platform.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The last events of a ledger in memory, at most so many and of so many bytes. Not safe for use by several threads. */
final class RecentEvents {

    private static final int EVENTS = 8_192;
    private static final long BYTES = 32 << 20;

    private final @Nullable RecordedEvent[] ring = new RecordedEvent[EVENTS];
    private long oldest = 1;
    private long head;
    private long bytes;

    /** Holds nothing up to this position. */
    void beginAfter(long position) {
        head = position;
        oldest = position + 1;
    }

    /** Adds the event after the last one. */
    void add(RecordedEvent event) {
        head = event.position();
        if (head - oldest >= EVENTS) {
            dropOldest();
        }
        ring[slot(head)] = event;
        bytes += size(event);
        while (bytes > BYTES && oldest < head) {
            dropOldest();
        }
    }

    private void dropOldest() {
        RecordedEvent dropped = ring[slot(oldest)];
        if (dropped != null) {
            bytes -= size(dropped);
        }
        ring[slot(oldest)] = null;
        oldest++;
    }

    /** Position of the last event, 0 if there was none. */
    long head() {
        return head;
    }

    /** The event at a position, if it is held. */
    Optional<RecordedEvent> at(long position) {
        return position < oldest || position > head ? Optional.empty() : Optional.ofNullable(ring[slot(position)]);
    }

    /** Whether everything after a position is held. */
    boolean holdsAllAfter(long position) {
        return position + 1 >= oldest;
    }

    /** Up to so many events after a position. */
    List<RecordedEvent> after(long position, int limit) {
        List<RecordedEvent> found = new ArrayList<>();
        for (long p = position + 1; p <= head && found.size() < limit; p++) {
            RecordedEvent event = ring[slot(p)];
            if (event != null) {
                found.add(event);
            }
        }
        return found;
    }

    private static int slot(long position) {
        return (int) (position % EVENTS);
    }

    private static long size(RecordedEvent event) {
        return 256L + event.payload().length + event.metadata().length;
    }
}
