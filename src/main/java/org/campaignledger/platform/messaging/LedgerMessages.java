package org.campaignledger.platform.messaging;

import java.util.HashMap;
import java.util.Map;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.stereotype.Component;

/** Ledger events as Axon's messages, and back. */
@Component
public class LedgerMessages {

    private final EventCodec codec;

    /** Messages with this codec's payloads. */
    public LedgerMessages(EventCodec codec) {
        this.codec = codec;
    }

    TrackedEventMessage<?> tracked(RecordedEvent recorded) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(recorded.position()),
                message(recorded));
    }

    DomainEventMessage<?> message(RecordedEvent recorded) {
        return new GenericDomainEventMessage<>(recorded.aggregateType(), recorded.aggregateId(), recorded.sequence(),
                codec.decodePayload(recorded.type(), recorded.revision(), recorded.payload()),
                codec.decodeMetadata(recorded.metadata()), recorded.eventId().toString(), recorded.recordedAt());
    }

    /** The ledger event behind a message that a processor was handed. */
    public static LedgerEntry entry(EventMessage<?> message) {
        TrackedEventMessage<?> tracked = (TrackedEventMessage<?>) message;
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        LedgerEvent payload = (LedgerEvent) event.getPayload();
        return new LedgerEntry(tracked.trackingToken().position().orElseThrow(), event.getTimestamp(),
                event.getIdentifier(), event.getAggregateIdentifier(), event.getSequenceNumber(),
                payload.getClass().getSimpleName(), payload, texts(event.getMetaData()));
    }

    static Map<String, String> texts(Map<String, ?> metadata) {
        Map<String, String> texts = new HashMap<>();
        metadata.forEach((key, value) -> {
            if (value != null) {
                texts.put(key, value.toString());
            }
        });
        return texts;
    }
}
