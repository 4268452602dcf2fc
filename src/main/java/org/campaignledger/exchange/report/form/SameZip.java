package org.campaignledger.exchange.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A workbook without the time at which it was made. */
final class SameZip {

    /** The earliest that the format can tell. */
    private static final LocalDateTime THEN = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String CREATED = "(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)";

    private SameZip() {}

    /** The same workbook, made at this instant. */
    static byte[] of(byte[] workbook, Instant made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder().setByteArray(workbook).get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(THEN);
                out.putNextEntry(same);
                byte[] part = in.getInputStream(entry).readAllBytes();
                out.write(entry.getName().equals("docProps/core.xml") ? dated(part, made) : part);
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] part, Instant made) {
        return new String(part, StandardCharsets.UTF_8).replaceAll(CREATED, "$1" + made + "$3").getBytes(
                StandardCharsets.UTF_8);
    }
}
