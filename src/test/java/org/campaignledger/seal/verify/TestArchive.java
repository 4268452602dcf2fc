package org.campaignledger.seal.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes archives from the page on the sealed log; every entry may be replaced before. */
public final class TestArchive {

    private static final int STRETCH = 10_000;

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** The archive of a log as it stands. */
    public TestArchive(TestLog log) {
        String root = Base64.getEncoder().encodeToString(log.root(log.size()));
        put("manifest.json", "{\"format\":\"campaign-ledger-archive/v1\",\"origin\":\"" + TestLog.ORIGIN
                + "\",\"position\":" + log.size() + ",\"root\":\"" + root
                + "\",\"exportedAt\":\"2020-01-01T00:00:00.000Z\",\"product\":\"test\"}");
        put("checkpoint", log.checkpoint(log.size()));
        put("checkpoints", log.checkpoint(0) + "\n" + log.checkpoint(log.size() / 2) + "\n"
                + log.checkpoint(log.size() - 1) + "\n");
        put("keys", log.key.verifier() + "\n");
        put("witnesses", "quorum 0\n");
        put("certificate", log.certificate());
        for (int first = 0; first < Math.max(1, log.size()); first += STRETCH) {
            int last = first + STRETCH >= log.size() ? log.events.size() : first + STRETCH;
            put(String.format(Locale.ROOT, "events/%010d.ndjson", first + 1), log.lines(first, last));
        }
        entries.putAll(log.tiles());
        log.attachments.forEach((digest, bytes) -> entries.put("attachments/" + digest, bytes));
        put("campaigns/c.json", JsonMapper.shared().readTree(log.events.getFirst().payload()).get("definition")
                .toString());
        put("progress/c.json", log.figures().progress());
    }

    /** Replaces or adds an entry. */
    public TestArchive put(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** The bytes of an entry, to be changed. */
    public byte[] bytes(String name) {
        byte[] bytes = entries.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException(name);
        }
        return bytes;
    }

    /** The text of an entry. */
    public String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** Leaves an entry out. */
    public TestArchive without(String name) {
        entries.remove(name);
        return this;
    }

    /** Writes it. */
    public Path writeTo(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
