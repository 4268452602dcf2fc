package org.campaignledger.seal.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Events as lines of JSON with everything that was stored, byte for byte (docs/sealed-log.md, "Events"). */
@Component
public class EventLines {

    /** Events that are read at a time, on a connection that is given back in between. */
    static final int CHUNK = 10_000;

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private final LedgerStore store;
    private final JsonFactory json = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM).rootValueSeparator((String) null).build();

    /** Lines of this ledger. */
    public EventLines(LedgerStore store) {
        this.store = store;
    }

    /** Is handed every event that was written. */
    @FunctionalInterface
    interface Seen {

        /** An event whose line was written. */
        void event(RecordedEvent event);
    }

    /** Writes the events with {@code after < position <= to}. */
    void write(long after, long to, OutputStream out, Seen seen) throws IOException {
        for (long from = after; from < to; from += CHUNK) {
            try (JsonGenerator generator = json.createGenerator(out)) {
                store.stream(from, Math.min(to, from + CHUNK), event -> {
                    line(generator, event);
                    seen.event(event);
                });
            } catch (UncheckedIOException gone) {
                throw gone.getCause();
            }
        }
    }

    private static void line(JsonGenerator line, RecordedEvent event) {
        line.writeStartObject();
        line.writeNumberProperty("position", event.position());
        line.writeStringProperty("eventId", event.eventId().toString());
        line.writeStringProperty("aggregateType", event.aggregateType());
        line.writeStringProperty("aggregateId", event.aggregateId());
        line.writeNumberProperty("sequence", event.sequence());
        line.writeStringProperty("type", event.type());
        line.writeNumberProperty("revision", event.revision());
        line.writeStringProperty("recordedAt", INSTANT.format(event.recordedAt()));
        line.writeBinaryProperty("salt", event.salt());
        line.writeStringProperty("payload", text(event.payload()));
        line.writeStringProperty("metadata", text(event.metadata()));
        line.writeEndObject();
        line.writeRaw('\n');
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
