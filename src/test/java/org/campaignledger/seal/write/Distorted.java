package org.campaignledger.seal.write;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.campaignledger.kernel.Claim;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.ClaimHolder;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.KeptEvent;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;

/** A ledger that somebody has laid hands on. */
abstract class Distorted implements LedgerStore {

    private final LedgerStore store;

    Distorted(LedgerStore store) {
        this.store = store;
    }

    /** What is seen of an event; empty if it is gone. */
    abstract Optional<RecordedEvent> seen(RecordedEvent event);

    @Override
    public void stream(long after, long to, Consumer<RecordedEvent> consumer) {
        store.stream(after, to, event -> seen(event).ifPresent(consumer));
    }

    @Override
    public List<RecordedEvent> readAfter(long position, int limit) {
        return store.readAfter(position, limit).stream().flatMap(event -> seen(event).stream()).toList();
    }

    @Override
    public Optional<RecordedEvent> at(long position) {
        return store.at(position).flatMap(this::seen);
    }

    @Override
    public List<RecordedEvent> at(Collection<Long> positions) {
        return store.at(positions).stream().flatMap(event -> seen(event).stream()).toList();
    }

    @Override
    public AppendReceipt append(Append append) {
        return store.append(append);
    }

    @Override
    public void restore(List<KeptEvent> events) {
        store.restore(events);
    }

    @Override
    public long head() {
        return store.head();
    }

    @Override
    public List<RecordedEvent> readAggregate(String aggregateId, long fromSequence) {
        return store.readAggregate(aggregateId, fromSequence);
    }

    @Override
    public long lastSequence(String aggregateId) {
        return store.lastSequence(aggregateId);
    }

    @Override
    public long positionAt(Instant instant) {
        return store.positionAt(instant);
    }

    @Override
    public Map<Claim, ClaimHolder> holdersOf(Collection<Claim> claims) {
        return store.holdersOf(claims);
    }

    @Override
    public Optional<IdempotentAnswer> answerFor(String scope) {
        return store.answerFor(scope);
    }
}
