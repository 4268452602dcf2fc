package org.campaignledger.trail.read;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.eventstore.Unreadable;
import org.campaignledger.platform.records.RestsOnRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes what the trail shows from the stored bytes. */
@Component
class TrailItems {

    private final LedgerStore store;
    private final EventCodec codec;
    private final JsonMapper json = JsonMapper.shared();

    TrailItems(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /** The events at these positions, ascending, as a reader may see them. */
    List<TrailItem> at(Collection<Long> positions, Actor reader) {
        return positions.isEmpty()
                ? List.of()
                : store.at(positions).stream().map(recorded -> item(recorded, reader)).toList();
    }

    /** The event itself; where this release can't read it, what stands in its place. */
    LedgerEvent event(RecordedEvent recorded) {
        return codec.decodeOrUnreadable(recorded).event();
    }

    /** The event as a reader may see it. */
    TrailItem item(RecordedEvent recorded, Actor reader) {
        LedgerEntry entry = codec.decodeOrUnreadable(recorded);
        LedgerEvent event = entry.event();
        Map<String, String> metadata = entry.metadata();
        Reference reference = event.reference();
        return new TrailItem(recorded.position(), recorded.eventId().toString(), recorded.type(), recorded.revision(),
                recorded.recordedAt(), reference.occurredOn(), reference.campaign(), reference.unit(),
                reference.category(), reference.recordId(), recorded.aggregateId(), recorded.sequence(),
                new TrailItem.ActorView(metadata.getOrDefault(MetadataKeys.ACCOUNT, ""),
                        metadata.get(MetadataKeys.ROLE), metadata.get(MetadataKeys.SCOPE),
                        metadata.get(MetadataKeys.UNIT)),
                metadata.get(MetadataKeys.CORRELATION), metadata.get(MetadataKeys.CAUSATION),
                metadata.get(MetadataKeys.IDEMPOTENCY_KEY), version(metadata.get(MetadataKeys.CAMPAIGN_VERSION)),
                postings(event), payload(recorded, reader));
    }

    private static List<TrailItem.PostingView> postings(LedgerEvent event) {
        return event instanceof Unreadable
                ? List.of()
                : event.postings().stream().map(TrailItems::posting).toList();
    }

    /**
     * As it is stored, but for places in a ranking, which a REPORTER is not shown anywhere else either; nothing where its
     * bytes are damaged.
     */
    private JsonNode payload(RecordedEvent recorded, Actor reader) {
        try {
            JsonNode payload = json.readTree(recorded.payload());
            if (reader.role() == Role.REPORTER) {
                payload.at("/effect/falls").forEach(fallen -> {
                    if (fallen instanceof ObjectNode one) {
                        one.remove(RestsOnRecords.PLACE);
                    }
                });
            }
            return payload;
        } catch (JacksonException damaged) {
            return json.nullNode();
        }
    }

    private static @Nullable Long version(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static TrailItem.PostingView posting(Posting posting) {
        return new TrailItem.PostingView(posting.metric().id(), posting.unit(), posting.category(), posting.amount(),
                posting.occurredOn());
    }
}
