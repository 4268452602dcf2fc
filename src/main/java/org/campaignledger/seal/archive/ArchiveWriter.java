package org.campaignledger.seal.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.proof.PublishedFigures;
import org.campaignledger.seal.note.Checkpoint;
import org.campaignledger.seal.store.Certificates;
import org.campaignledger.seal.store.Cosignatures;
import org.campaignledger.seal.store.LogIdentity;
import org.campaignledger.seal.store.LogProperties;
import org.campaignledger.seal.store.SealStore;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.seal.tree.Tile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the ledger up to a sealed position into one self-contained archive (docs/sealed-log.md, "Archive"), while
 * commands go on, at constant memory. What is up to that position never changes, so that no lock is needed.
 */
@Component
public class ArchiveWriter {

    /** What the archive calls its form. */
    static final String FORM = "campaign-ledger-archive/v1";

    private final EventLines lines;
    private final SealedLog log;
    private final SealStore tiles;
    private final LogIdentity identity;
    private final Cosignatures cosignatures;
    private final LogProperties properties;
    private final Certificates certificates;
    private final PublishedFigures figures;
    private final NamedAttachments attachments;
    private final JsonMapper json;
    private final Clock clock;

    /** A writer of archives of this ledger, dated by real time whatever the ledger's own clock shows. */
    ArchiveWriter(EventLines lines, SealedLog log, SealStore tiles, LogIdentity identity,
            Cosignatures cosignatures, LogProperties properties, Certificates certificates, PublishedFigures figures,
            NamedAttachments attachments, JsonMapper json, Clock clock) {
        this.lines = lines;
        this.log = log;
        this.tiles = tiles;
        this.identity = identity;
        this.cosignatures = cosignatures;
        this.properties = properties;
        this.certificates = certificates;
        this.figures = figures;
        this.attachments = attachments;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Writes the archive.
     *
     * @param position a position that is sealed
     * @throws IOException what it is written to has gone
     * @throws Refused     409 {@code attachment-missing} or {@code attachment-changed}, before a byte is written: an event
     *                     names what is not kept, or not as it was
     */
    public void write(long position, OutputStream out) throws IOException {
        attachments.mustBeWhole(position);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        put(zip, "manifest.json", json.writeValueAsBytes(manifest(position)));
        put(zip, "checkpoint", log.checkpoint(position));
        put(zip, "checkpoints", earlierCheckpoints(position));
        put(zip, "keys", lines(identity.keys()));
        put(zip, "witnesses", "quorum " + properties.quorum() + "\n" + lines(cosignatures.witnesses()));
        put(zip, "certificate", certificates.at(position));
        Map<String, JsonNode> definitions = new TreeMap<>();
        for (long first = 1; first <= position; first += EventLines.CHUNK) {
            zip.putNextEntry(new ZipEntry("events/%010d.ndjson".formatted(first)));
            lines.write(first - 1, Math.min(position, first - 1 + EventLines.CHUNK), new Unclosed(zip),
                    event -> noteDefinition(event, definitions));
            zip.closeEntry();
        }
        zip.setLevel(Deflater.NO_COMPRESSION); // hashes can't be compressed
        writeTiles(position, zip);
        zip.setLevel(Deflater.BEST_SPEED);
        writeAttachments(position, zip);
        for (Map.Entry<String, JsonNode> definition : definitions.entrySet()) {
            put(zip, "campaigns/" + definition.getKey() + ".json", json.writeValueAsBytes(definition.getValue()));
        }
        for (Map.Entry<String, ?> campaign : figures.progressAt(position).entrySet()) {
            put(zip, "progress/" + campaign.getKey() + ".json", json.writeValueAsBytes(campaign.getValue()));
        }
        zip.finish();
    }

    private Map<String, Object> manifest(long position) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORM);
        manifest.put("origin", identity.origin());
        manifest.put("position", position);
        manifest.put("root", Base64.getEncoder().encodeToString(log.root(position)));
        manifest.put("exportedAt", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        manifest.put("product", "campaign-ledger");
        return manifest;
    }

    private String earlierCheckpoints(long position) {
        Map<Long, String> bySize = new TreeMap<>();
        for (String note : tiles.keptCheckpoints(position)) {
            bySize.put(Checkpoint.parse(note).size(), note);
        }
        cosignatures.sizes(position).forEach(size -> bySize.put(size, log.checkpoint(size)));
        StringBuilder all = new StringBuilder();
        bySize.values().forEach(note -> all.append(note).append('\n'));
        return all.toString();
    }

    private static String lines(Iterable<?> each) {
        StringBuilder lines = new StringBuilder();
        each.forEach(one -> lines.append(one).append('\n'));
        return lines.toString();
    }

    private void noteDefinition(RecordedEvent event, Map<String, JsonNode> definitions) {
        if (event.type().equals("CampaignOpened")) {
            JsonNode opened = json.readTree(event.payload());
            definitions.put(opened.path("campaign").asString(), opened.path("definition"));
        }
    }

    private void writeTiles(long position, ZipOutputStream zip) throws IOException {
        for (int level = 0; position >> (8 * level) > 0; level++) {
            for (Tile tile = new Tile(level, 0); tile.widthIn(position) > 0; tile = new Tile(level, tile.index() + 1)) {
                int width = tile.widthIn(position);
                String partial = width < Tile.WIDTH ? ".p/" + width : "";
                put(zip, "tile/" + level + "/" + Tile.number(tile.index()) + partial,
                        Arrays.copyOf(tiles.stored(tile), width * 32));
            }
        }
    }

    private void writeAttachments(long position, ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, Long> named : attachments.upTo(position).entrySet()) {
            Attachment attachment = attachments.kept(named.getKey(), named.getValue());
            ZipEntry entry = new ZipEntry(Archive.ATTACHMENTS + attachment.sha256());
            entry.setComment(attachment.mediaType());
            put(zip, entry, attachment.bytes());
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        put(zip, new ZipEntry(name), bytes);
    }

    private static void put(ZipOutputStream zip, ZipEntry entry, byte[] bytes) throws IOException {
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** One entry's part of the archive: who has written it does not close the archive. */
    private static final class Unclosed extends FilterOutputStream {

        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
