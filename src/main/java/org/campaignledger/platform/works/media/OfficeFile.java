package org.campaignledger.platform.works.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Office Open XML (ECMA-376, part 2): a ZIP whose content types say what it is. Only that one part is unpacked, in
 * bounds; files with macros are not taken.
 */
final class OfficeFile {

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.";
    private static final Map<String, String> TYPES = Map.of(
            MAIN + "wordprocessingml.document.main+xml", MAIN + "wordprocessingml.document",
            MAIN + "spreadsheetml.sheet.main+xml", MAIN + "spreadsheetml.sheet",
            MAIN + "presentationml.presentation.main+xml", MAIN + "presentationml.presentation");
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int MAX_CONTENT_TYPES = 1024 * 1024;
    private static final int MAX_ENTRIES = 20_000;
    private static final long MAX_DIRECTORY = 4L * 1024 * 1024;
    /** Length of the record with which a ZIP ends, without its comment. */
    private static final int END = 22;
    private static final long END_MARK = 0x504b0506L;
    private static final int MAX_COMMENT = 0xffff;

    private OfficeFile() {}

    static boolean isOne(FileBytes bytes) {
        return bytes.has(0, 4) && bytes.latin(0, 4).equals("PK\3\4");
    }

    static Facts inspect(Path file, FileBytes bytes) throws IOException {
        mustBeBounded(bytes);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String types = contentTypes(zip);
            if (types.contains("macroEnabled") || types.contains("vbaProject")) {
                throw MediaRefusals.notTaken("VBA");
            }
            return TYPES.entrySet().stream().filter(type -> types.contains('"' + type.getKey() + '"')).findFirst()
                    .map(type -> Facts.ofDocument(type.getValue(), bytes.length()))
                    .orElseThrow(() -> MediaRefusals.notTaken("ZIP"));
        } catch (ZipException broken) {
            throw MediaRefusals.malformed("ZIP");
        }
    }

    /** The directory is read whole by what opens the file: so it must not be long, whatever the file says. */
    private static void mustBeBounded(FileBytes bytes) {
        long at = end(bytes);
        int entries = bytes.u16LittleEndian(at + 10);
        long directory = bytes.u32LittleEndian(at + 12);
        if (entries > MAX_ENTRIES || directory > MAX_DIRECTORY) {
            throw MediaRefusals.tooComplex();
        }
    }

    private static long end(FileBytes bytes) {
        long first = Math.max(0, bytes.length() - END - MAX_COMMENT);
        for (long at = bytes.length() - END; at >= first; at--) {
            if (bytes.u32(at) == END_MARK) {
                return at;
            }
        }
        throw MediaRefusals.truncated();
    }

    private static String contentTypes(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(CONTENT_TYPES);
        if (entry == null) {
            throw MediaRefusals.notTaken("ZIP");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] read = in.readNBytes(MAX_CONTENT_TYPES + 1);
            if (read.length > MAX_CONTENT_TYPES) {
                throw MediaRefusals.tooComplex();
            }
            return new String(read, StandardCharsets.UTF_8);
        }
    }
}
