package org.campaignledger.platform.eventstore;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.campaignledger.kernel.Claim;

/** A store in memory, honest unless sabotaged: for tests of what stands on a store, and of the contract itself. */
public final class MemoryStore implements LedgerStore {

    private final MemoryLedger ledger;

    /** An honest one, empty, on the real clock. */
    public MemoryStore() {
        this(new MemoryLedger(Instant::now, Sabotage.NONE));
    }

    MemoryStore(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public AppendReceipt append(Append append) {
        if (append.events().isEmpty()) {
            throw new IllegalArgumentException("an append without events");
        }
        return ledger.append(append);
    }

    @Override
    public void restore(List<KeptEvent> events) {
        PostgresLedgerStore.mustFollow(head(), events);
        ledger.restore(events);
    }

    @Override
    public long head() {
        List<RecordedEvent> events = ledger.events();
        return events.isEmpty() ? 0 : events.getLast().position();
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return ledger.events().stream().filter(event -> event.position() == position).findFirst();
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        Set<Long> wanted = new HashSet<>(positions);
        return ledger.events().stream().filter(event -> wanted.contains(event.position())).toList();
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return ledger.events().stream().filter(event -> event.position() > position).limit(limit).toList();
    }

    @Override
    public void stream(long after, long to, Consumer<RecordedEvent> consumer) {
        ledger.events().stream().filter(event -> event.position() > after && event.position() <= to).forEach(consumer);
    }

    @Override
    public List<RecordedEvent> readAggregate(String aggregateId, long fromSequence) {
        return ledger.events().stream()
                .filter(event -> event.aggregateId().equals(aggregateId) && event.sequence() >= fromSequence).toList();
    }

    @Override
    public long lastSequence(String aggregateId) {
        return ledger.lastSequence(aggregateId);
    }

    @Override
    public long positionAt(Instant instant) {
        Instant asked = ledger.sabotage() == Sabotage.GOES_BY_THE_SECOND
                ? Instant.ofEpochSecond(instant.getEpochSecond())
                : instant;
        return ledger.events().stream().filter(event -> !event.recordedAt().isAfter(asked))
                .mapToLong(RecordedEvent::position).max().orElse(0);
    }

    @Override
    public long settled(long position) {
        return ledger.sabotage() == Sabotage.TEARS_APPENDS_APART ? position : LedgerStore.super.settled(position);
    }

    @Override
    public Map<Claim, ClaimHolder> holdersOf(Collection<Claim> claims) {
        return ledger.holdersOf(claims);
    }

    @Override
    public Optional<IdempotentAnswer> answerFor(String scope) {
        return ledger.answerFor(scope);
    }
}
