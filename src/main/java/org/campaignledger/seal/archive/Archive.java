package org.campaignledger.seal.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.seal.note.Checkpoint;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** An archive that was written by {@link ArchiveWriter} and verified: what a restore reads of it. */
final class Archive implements AutoCloseable {

    /** What the names of its attachments begin with. */
    static final String ATTACHMENTS = "attachments/";

    private static final int BATCH_EVENTS = 5_000;
    private static final int BATCH_CHARACTERS = 8 << 20;
    private static final int LARGEST_TEXT = 64 << 20;

    private final ZipFile zip;
    private final ObjectReader lines = JsonMapper.shared().readerFor(EventLine.class);

    Archive(Path file) throws IOException {
        zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    }

    /** The checkpoint that it ends with, as signed. */
    String note() throws IOException {
        return text("checkpoint");
    }

    /** What that checkpoint says. */
    Checkpoint checkpoint() throws IOException {
        return Checkpoint.parse(note());
    }

    /** Earlier checkpoints, as signed. */
    List<String> checkpoints() throws IOException {
        // A note has an empty line inside, before its signatures, and one behind it.
        String[] parts = text("checkpoints").split("\n\n");
        List<String> notes = new ArrayList<>();
        for (int i = 0; i + 1 < parts.length; i += 2) {
            notes.add(parts[i] + "\n\n" + parts[i + 1].stripTrailing() + "\n");
        }
        return notes;
    }

    /** The verifier keys that the log had, the oldest first. */
    List<String> keys() throws IOException {
        return Arrays.asList(text("keys").split("\n")).reversed();
    }

    private String text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the archive has no " + name);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
        }
    }

    /** Hands over the events after a position, in order, some thousands or some megabytes at a time. */
    void events(long after, long to, Consumer<List<RecordedEvent>> taker) throws IOException {
        for (long first = after / EventLines.CHUNK * EventLines.CHUNK + 1; first <= to; first += EventLines.CHUNK) {
            try (BufferedReader reader = reader("events/%010d.ndjson".formatted(first))) {
                List<RecordedEvent> events = new ArrayList<>();
                long characters = 0;
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    EventLine read = lines.readValue(line);
                    if (read.position() > after) {
                        events.add(read.event());
                        characters += line.length();
                    }
                    if (events.size() == BATCH_EVENTS || characters > BATCH_CHARACTERS) {
                        taker.accept(List.copyOf(events));
                        events.clear();
                        characters = 0;
                    }
                }
                if (!events.isEmpty()) {
                    taker.accept(events);
                }
            }
        }
    }

    /**
     * Hands over its attachments, one at a time.
     *
     * @throws IOException one of them is not what its name says
     */
    void attachments(Consumer<Attachment> taker) throws IOException {
        for (ZipEntry entry : zip.stream().filter(each -> each.getName().startsWith(ATTACHMENTS)).toList()) {
            // The comment is lost where somebody has packed the archive anew.
            String mediaType = Objects.requireNonNullElse(entry.getComment(), Attachment.UNKNOWN_TYPE);
            try (InputStream in = zip.getInputStream(entry)) {
                taker.accept(new Attachment(entry.getName().substring(ATTACHMENTS.length()), mediaType,
                        in.readNBytes(Attachment.MAX_BYTES + 1)));
            } catch (IllegalArgumentException another) {
                throw new IOException(entry.getName() + " cannot be brought back", another);
            }
        }
    }

    private BufferedReader reader(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("the archive has no " + name);
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
