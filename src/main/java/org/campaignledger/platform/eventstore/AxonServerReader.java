package org.campaignledger.platform.eventstore;

import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessResourceFailureException;

/** Reads a ledger's events by position: recent ones from memory, older ones from the context. */
final class AxonServerReader {

    /** What lies this close together is read in one go. */
    private static final int NEAR = 200;
    private static final int MAX_BUFFER = 5_000;

    private final AxonServerLink link;
    private final AxonServerTail tail;
    private final AxonServerIndex index;
    private final Duration patience;

    AxonServerReader(AxonServerLink link, AxonServerTail tail, AxonServerIndex index, Duration patience) {
        this.link = link;
        this.tail = tail;
        this.index = index;
        this.patience = patience;
    }

    /** The events with {@code after < position <= to}; {@code to} is known already. */
    void read(long after, long to, Consumer<RecordedEvent> consumer) {
        if (to <= after) {
            return;
        }
        String ledger = tail.ledger();
        long position = after;
        int buffer = (int) Math.min(to - after, MAX_BUFFER);
        try (EventStream stream = link.stream(index.tokenOf(after + 1) - 1, buffer)) {
            while (position < to) {
                EventWithToken next = AxonServerLink.next(stream, patience.toMillis());
                if (next == null) {
                    throw new DataAccessResourceFailureException("Axon Server's events come too slowly");
                }
                if (AxonServerForm.isOf(ledger, next.getEvent())) {
                    position++;
                    consumer.accept(AxonServerTail.at(AxonServerForm.read(next.getEvent()), position));
                }
            }
        }
    }

    /** The event at a position that is known already. */
    RecordedEvent at(long position) {
        return tail.recent(position).orElseGet(() -> {
            List<RecordedEvent> read = new ArrayList<>(1);
            read(position - 1, position, read::add);
            return read.getFirst();
        });
    }

    /** The events at positions that are known already, ascending. */
    List<RecordedEvent> at(Collection<Long> positions) {
        List<RecordedEvent> found = new ArrayList<>();
        TreeSet<Long> older = new TreeSet<>();
        for (long position : new TreeSet<>(positions)) {
            Optional<RecordedEvent> recent = tail.recent(position);
            recent.ifPresentOrElse(found::add, () -> older.add(position));
        }
        List<RecordedEvent> read = new ArrayList<>();
        while (!older.isEmpty()) {
            long first = older.getFirst();
            long last = first;
            for (long position : older) {
                if (position - last > NEAR) {
                    break;
                }
                last = position;
            }
            read(first - 1, last, event -> {
                if (older.contains(event.position())) {
                    read.add(event);
                }
            });
            older.headSet(last, true).clear();
        }
        // What is older stands before what is recent.
        read.addAll(found);
        return read;
    }
}
