package org.campaignledger.seal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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

    /** Events in one file of an archive, and read at a time at most. */
    static final int CHUNK = 10_000;

    private static final int ABOUT_BYTES = 4 << 20;
    private static final int FIRST_READ = 256;
    private static final int SMALLEST_READ = 16;
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

    /**
     * Writes the events with {@code after < position <= to}. They are read some megabytes at a time, and written when
     * the connection has been given back: a slow reader holds none.
     */
    void write(long after, long to, OutputStream out, Seen seen) throws IOException {
        int count = FIRST_READ;
        ByteArrayOutputStream lines = new ByteArrayOutputStream(ABOUT_BYTES / 4);
        for (long from = after; from < to; from += count) {
            count = (int) Math.min(to - from, nextCount(lines.size(), from == after ? 0 : count));
            lines.reset();
            try (JsonGenerator generator = json.createGenerator(lines)) {
                store.stream(from, from + count, event -> {
                    line(generator, event);
                    seen.event(event);
                });
            }
            lines.writeTo(out);
        }
    }

    /** So many that they are about as long as is wanted, going by the ones before. */
    private static long nextCount(int bytesBefore, int countBefore) {
        return countBefore == 0 || bytesBefore == 0
                ? FIRST_READ
                : Math.clamp((long) ABOUT_BYTES * countBefore / bytesBefore, SMALLEST_READ, CHUNK);
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
