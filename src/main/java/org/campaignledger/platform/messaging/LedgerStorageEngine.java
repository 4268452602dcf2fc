package org.campaignledger.platform.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Reference;
import org.campaignledger.platform.eventstore.AppendPlace;
import org.campaignledger.platform.eventstore.AppendReceipt;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.NewEvent;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's store as Axon's storage engine: aggregates are loaded from it, a unit of work appends through it, and
 * processors tail it by position.
 */
public final class LedgerStorageEngine implements EventStorageEngine {

    private static final int PAGE = 1_000;

    private final LedgerStore store;
    private final EventCodec codec;
    private final LedgerMessages ledgerMessages;
    private final Runnable appended;

    /**
     * An engine on this store.
     *
     * @param appended told after every append
     */
    public LedgerStorageEngine(LedgerStore store, EventCodec codec, LedgerMessages ledgerMessages,
            Runnable appended) {
        this.store = store;
        this.codec = codec;
        this.ledgerMessages = ledgerMessages;
        this.appended = appended;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> messages) {
        if (messages.isEmpty()) {
            return;
        }
        List<DomainEventMessage<?>> events = messages.stream().<DomainEventMessage<?>>map(
                message -> (DomainEventMessage<?>) message).toList();
        AppendContext context = AppendContext.current();
        if (!context.gathered(events)) {
            context.written(append(events, context));
        }
    }

    /** Writes these events and what goes with them in one append. */
    AppendReceipt append(List<DomainEventMessage<?>> messages, AppendContext context) {
        int count = messages.size();
        List<NewEvent> events = IntStream.range(0, count)
                .mapToObj(i -> newEvent(messages.get(i), AppendPlace.of(i + 1, count))).toList();
        AppendReceipt receipt = store.append(context.appendOf(events));
        appended.run();
        return receipt;
    }

    private NewEvent newEvent(DomainEventMessage<?> message, AppendPlace place) {
        LedgerEvent event = (LedgerEvent) message.getPayload();
        Reference reference = event.reference();
        String unit = reference.unit();
        return new NewEvent(UUID.fromString(message.getIdentifier()), message.getType(),
                message.getAggregateIdentifier(), message.getSequenceNumber(), codec.typeOf(event),
                codec.revisionOf(event), codec.encode(event), codec.encodeMetadata(metadata(message, place)),
                event.claims(), event.freed(), reference.recordId(), unit == null ? "" : unit,
                event.corrects().map(CorrectionMark::corrects).orElse(null));
    }

    /** What is sealed with the payload: which event this is, on whose word and why. */
    private static Map<String, String> metadata(DomainEventMessage<?> message, AppendPlace place) {
        Map<String, String> metadata = new HashMap<>(LedgerMessages.texts(message.getMetaData()));
        metadata.put(MetadataKeys.EVENT_ID, message.getIdentifier());
        metadata.put(MetadataKeys.AGGREGATE_TYPE, message.getType());
        metadata.put(MetadataKeys.AGGREGATE_ID, message.getAggregateIdentifier());
        metadata.put(MetadataKeys.SEQUENCE, Long.toString(message.getSequenceNumber()));
        if (place.count() > 1) {
            metadata.put(MetadataKeys.APPEND, place.text());
        }
        return metadata;
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        Iterator<TrackedEventMessage<?>> pages = new Pages(positionOf(token));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    /** Reads page by page, so that a processor far behind never holds more than one page. */
    private final class Pages implements Iterator<TrackedEventMessage<?>> {

        private long position;
        private Iterator<RecordedEvent> page = List.<RecordedEvent>of().iterator();

        private Pages(long position) {
            this.position = position;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext()) {
                page = store.readAfter(position, PAGE).iterator();
            }
            return page.hasNext();
        }

        @Override
        public TrackedEventMessage<?> next() {
            RecordedEvent next = page.next();
            position = next.position();
            return ledgerMessages.tracked(next);
        }
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElseThrow();
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequence) {
        return DomainEventStream.of(store.readAggregate(aggregateId, firstSequence).stream().map(
                ledgerMessages::message));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        long last = store.lastSequence(aggregateId);
        return last < 0 ? Optional.empty() : Optional.of(last);
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
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(store.positionAt(instant.minusMillis(1)));
    }

    /** Records are short streams: snapshots would cost more than they save, so none is kept. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("this ledger keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }
}
