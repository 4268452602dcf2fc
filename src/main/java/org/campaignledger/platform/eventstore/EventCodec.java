package org.campaignledger.platform.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.campaignledger.kernel.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Between the events' records and the bytes that are stored, hashed and exported: UTF-8 JSON with sorted keys, dates as
 * texts, absent values left out. Knows every event type of every slice by its short name, and the steps from older
 * revisions to the current one.
 */
@Component
public class EventCodec {

    private static final Logger LOG = LoggerFactory.getLogger(EventCodec.class);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private static final String PLACE = "\"" + MetadataKeys.APPEND + "\":\"";

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            // A record's components and nothing else, whatever its other methods are called.
            .changeDefaultVisibility(visibility -> visibility
                    .withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                    .withGetterVisibility(JsonAutoDetect.Visibility.NONE)
                    .withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // All keys sorted: left to itself, a record's components come first, in the order of their declaration.
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final ToldOnce told = new ToldOnce();
    private final ObjectReader metadataReader = mapper.readerFor(TEXTS);
    private final Map<String, Form> byName = new HashMap<>();
    private final Map<Class<?>, Form> byClass = new HashMap<>();

    /** How one event type is stored. */
    private record Form(String name, int revision, ObjectReader reader, ObjectWriter writer,
            List<Upcaster> upcasters, boolean namesAttachments) {}

    /**
     * Learns the event types of all slices.
     *
     * @throws IllegalStateException two types share a short name, or upcasters leave a gap
     */
    public EventCodec(List<EventTypes> slices) {
        for (EventTypes slice : slices) {
            for (Class<?> type : slice.sealedType().getPermittedSubclasses()) {
                register(type, slice.upcasters());
            }
        }
    }

    private void register(Class<?> type, List<Upcaster> all) {
        String name = type.getSimpleName();
        List<Upcaster> steps = all.stream().filter(step -> step.type().equals(name)).toList();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).fromRevision() != i + 1) {
                throw new IllegalStateException("upcasters of " + name + " do not lead from revision to revision");
            }
        }
        Form form = new Form(name, steps.size() + 1, mapper.readerFor(type), mapper.writerFor(type), steps,
                namesAttachments(type));
        if (byName.put(name, form) != null) {
            throw new IllegalStateException("two event types are called " + name);
        }
        byClass.put(type, form);
    }

    private static boolean namesAttachments(Class<?> type) {
        try {
            return type.getMethod("attachments").getDeclaringClass() != LedgerEvent.class;
        } catch (NoSuchMethodException none) {
            throw new IllegalStateException(none);
        }
    }

    /** Whether events of this type may name attachments; whoever looks for those need not read any others. */
    public boolean mayNameAttachments(String type) {
        Form form = byName.get(type);
        return form != null && form.namesAttachments();
    }

    /** Short names of all event types. */
    public Set<String> types() {
        return java.util.Collections.unmodifiableSet(byName.keySet());
    }

    /** Short name of an event's type. */
    public String typeOf(LedgerEvent event) {
        return form(event).name();
    }

    /** Revision in which events of this type are written now. */
    public int revisionOf(LedgerEvent event) {
        return form(event).revision();
    }

    /** The event's bytes as they will be stored. */
    public byte[] encode(LedgerEvent event) {
        return form(event).writer().writeValueAsBytes(event);
    }

    /** The metadata's bytes as they will be stored: an object of texts, keys sorted. */
    public byte[] encodeMetadata(Map<String, String> metadata) {
        SortedMap<String, String> sorted = new TreeMap<>(metadata);
        return mapper.writeValueAsBytes(sorted);
    }

    /** Where a stored event stands in its append. Only looked for in the text: it is asked on the way of queries. */
    static AppendPlace placeOf(byte[] metadata) {
        String text = new String(metadata, StandardCharsets.UTF_8);
        int at = text.indexOf(PLACE);
        return at < 0
                ? AppendPlace.of(1, 1)
                : AppendPlace.of(Map.of(MetadataKeys.APPEND, text.substring(at + PLACE.length(),
                        text.indexOf('"', at + PLACE.length()))));
    }

    /** The metadata of a stored event. */
    public Map<String, String> decodeMetadata(byte[] metadata) {
        return metadataReader.readValue(metadata);
    }

    /**
     * The event of stored bytes, brought up to the current revision.
     *
     * @throws IllegalArgumentException the type or revision is unknown to this version of the product
     */
    public LedgerEvent decodePayload(String type, int revision, byte[] payload) {
        Form form = byName.get(type);
        if (form == null || revision > form.revision() || revision < 1) {
            throw new IllegalArgumentException("unknown event " + type + " revision " + revision);
        }
        if (revision == form.revision()) {
            return form.reader().readValue(payload);
        }
        ObjectNode tree = (ObjectNode) mapper.readTree(payload);
        for (Upcaster step : form.upcasters().subList(revision - 1, form.upcasters().size())) {
            tree = step.step().apply(tree);
        }
        return form.reader().readValue(tree);
    }

    /** The stored event, read back. */
    public LedgerEntry decode(RecordedEvent recorded) {
        return new LedgerEntry(recorded.position(), recorded.recordedAt(), recorded.eventId().toString(),
                recorded.aggregateId(), recorded.sequence(), recorded.type(),
                decodePayload(recorded.type(), recorded.revision(), recorded.payload()),
                decodeMetadata(recorded.metadata()));
    }

    /**
     * The stored event, read back; with {@link Unreadable} in its place where its type, its revision or its bytes are
     * nothing that this release can read. Told in the log once.
     */
    public LedgerEntry decodeOrUnreadable(RecordedEvent recorded) {
        try {
            return decode(recorded);
        } catch (RuntimeException failure) {
            if (told.first(recorded.position())) {
                LOG.error("Event {} ({} revision {}) can't be read: projections set it aside, progress leaves it out",
                        recorded.position(), recorded.type(), recorded.revision(), failure);
            }
            return new LedgerEntry(recorded.position(), recorded.recordedAt(), recorded.eventId().toString(),
                    recorded.aggregateId(), recorded.sequence(), recorded.type(),
                    new Unreadable(recorded.type(), recorded.revision(), recorded.aggregateId(), recorded.position(),
                            failure.toString()),
                    metadataIfReadable(recorded));
        }
    }

    private Map<String, String> metadataIfReadable(RecordedEvent recorded) {
        try {
            return decodeMetadata(recorded.metadata());
        } catch (RuntimeException damaged) {
            return Map.of();
        }
    }

    private Form form(LedgerEvent event) {
        Form form = byClass.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException("no slice has contributed " + event.getClass().getName());
        }
        return form;
    }
}
