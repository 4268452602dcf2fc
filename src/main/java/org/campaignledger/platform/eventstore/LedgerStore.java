package org.campaignledger.platform.eventstore;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.campaignledger.kernel.Claim;

/**
 * The ledger's store, whatever engine keeps it. Positions are gapless and in the order of commit, so that a reader who
 * has seen N has seen everything up to N.
 */
public interface LedgerStore {

    /** An event, payload and metadata together, is at most this long: 1 MiB (DOMAIN, "Ledger events"). */
    int MAX_EVENT_BYTES = 1 << 20;

    /**
     * Writes an append and answers once it is durable. Blocks the caller, without a pooled connection.
     *
     * @throws AppendFailure nothing was written, except for {@link AppendFailure.OutcomeUnknown}
     */
    AppendReceipt append(Append append);

    /**
     * Writes events of an archive back, positions, instants and salts as they were, and the claims that they take. Only
     * for a ledger that nobody writes to. A crash leaves a batch written or not, and the next attempt goes on behind it.
     *
     * @param events consecutive, the first at the position after the head
     * @throws IllegalArgumentException they do not follow the head
     * @throws org.springframework.dao.DataAccessException the store can't be reached or does not take them
     */
    void restore(List<KeptEvent> events);

    /** The last position written, 0 in an empty ledger. */
    long head();

    /** The event at a position, empty beyond the head or below 1. */
    Optional<RecordedEvent> at(long position);

    /** The events at these positions, ascending; what is beyond the head is not in it. */
    List<RecordedEvent> at(Collection<Long> positions);

    /** Up to {@code limit} events after a position, in order. */
    List<RecordedEvent> readAfter(long position, int limit);

    /**
     * Streams the events with {@code after < position <= to} in order, at constant memory, holding a connection for as
     * long as it takes.
     */
    void stream(long after, long to, Consumer<RecordedEvent> consumer);

    /** The events of one aggregate from a sequence on, in order; empty if there are none. */
    List<RecordedEvent> readAggregate(String aggregateId, long fromSequence);

    /** The events of many aggregates, by aggregate, each in order; those that have none are not in it. */
    default Map<String, List<RecordedEvent>> readAggregates(Collection<String> aggregateIds) {
        Map<String, List<RecordedEvent>> found = new LinkedHashMap<>();
        for (String id : aggregateIds) {
            List<RecordedEvent> events = readAggregate(id, 0);
            if (!events.isEmpty()) {
                found.put(id, events);
            }
        }
        return found;
    }

    /** The sequence of the aggregate's last event, -1 if it has none. */
    long lastSequence(String aggregateId);

    /**
     * The greatest position with {@code recordedAt <= instant}, 0 if there is none. By bisection: positions are gapless
     * and recordedAt never decreases with them, so that twenty look-ups serve a million events and no index on the
     * instant has to be kept up on the way of a command.
     */
    default long positionAt(Instant instant) {
        long low = 0;
        long high = head();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (at(middle).orElseThrow().recordedAt().isAfter(instant)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * The last position up to this one at which an append ends: whoever stands between the events of one append goes back
     * to before its first, since they were written together or not at all.
     */
    default long settled(long position) {
        return at(position).map(event -> EventCodec.placeOf(event.metadata()))
                .filter(place -> !place.isLast()).map(place -> position - place.index()).orElse(position);
    }

    /** Who holds a natural key now. */
    default Optional<ClaimHolder> holderOf(Claim claim) {
        return Optional.ofNullable(holdersOf(List.of(claim)).get(claim));
    }

    /** Who holds these natural keys now; those that are free are not in it. */
    Map<Claim, ClaimHolder> holdersOf(Collection<Claim> claims);

    /** The answer kept for an idempotency scope, if any. */
    Optional<IdempotentAnswer> answerFor(String scope);
}
