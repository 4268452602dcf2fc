package org.campaignledger.platform.messaging;

import java.util.HashMap;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.eventstore.Unreadable;
import org.springframework.stereotype.Component;

/** Ledger events as Axon's messages, and back. */
@Component
public class LedgerMessages {

    private final EventCodec codec;

    /** Messages with this codec's payloads. */
    public LedgerMessages(EventCodec codec) {
        this.codec = codec;
    }

    /**
     * A ledger event for who follows the ledger, at its place; one that can't be read is handed on as
     * {@link org.campaignledger.platform.eventstore.Unreadable}.
     */
    TrackedEventMessage<?> tracked(RecordedEvent recorded) {
        return new Tracked(new GlobalSequenceTrackingToken(recorded.position()), message(recorded, codec
                .decodeOrUnreadable(recorded)));
    }

    /** One message goes to every projection: what stands behind it is made once. */
    private static final class Tracked extends GenericTrackedDomainEventMessage<Object> {

        private static final long serialVersionUID = 1L;

        private final transient LedgerEntry entry;

        @SuppressWarnings("unchecked") // read only
        Tracked(GlobalSequenceTrackingToken token, DomainEventMessage<?> event) {
            super(token, (DomainEventMessage<Object>) event);
            entry = read(this);
        }

        private Tracked(TrackingToken token, Tracked known) {
            super(token, known);
            entry = known.entry;
        }

        /** A pooled processor gives each message a token of its own. */
        @Override
        public GenericTrackedDomainEventMessage<Object> withTrackingToken(TrackingToken token) {
            return new Tracked(token, this);
        }
    }

    /** An event of an aggregate that is loaded: whoever decides must know all of its events, so that it fails. */
    DomainEventMessage<?> message(RecordedEvent recorded) {
        return message(recorded, codec.decode(recorded));
    }

    private static DomainEventMessage<?> message(RecordedEvent recorded, LedgerEntry entry) {
        return new GenericDomainEventMessage<>(recorded.aggregateType(), recorded.aggregateId(), recorded.sequence(),
                entry.event(), entry.metadata(), entry.eventId(), recorded.recordedAt());
    }

    /** The ledger event behind a message that a processor was handed. */
    public static LedgerEntry entry(EventMessage<?> message) {
        return message instanceof Tracked known ? known.entry : read(message);
    }

    private static LedgerEntry read(EventMessage<?> message) {
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) message;
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        LedgerEvent payload = (LedgerEvent) event.getPayload();
        return new LedgerEntry(tracked.trackingToken().position().orElseThrow(), event.getTimestamp(),
                event.getIdentifier(), event.getAggregateIdentifier(), event.getSequenceNumber(),
                payload instanceof Unreadable unreadable ? unreadable.type() : payload.getClass().getSimpleName(),
                payload, texts(event.getMetaData()));
    }

    /** Stored metadata are texts already, and every projection asks for them. */
    @SuppressWarnings("unchecked") // looked at one by one
    static Map<String, String> texts(Map<String, ?> metadata) {
        if (metadata.values().stream().allMatch(String.class::isInstance)) {
            return (Map<String, String>) metadata;
        }
        Map<String, String> texts = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }
}
