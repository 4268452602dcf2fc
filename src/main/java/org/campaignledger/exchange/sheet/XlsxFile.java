package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A workbook. Read by our own hand and not by a library's: those at hand hold the whole file or all of its texts in memory,
 * or tell nothing of merged cells, and none bounds what it unpacks (docs/decisions/0013).
 */
final class XlsxFile implements SheetFile {

    private static final String WORKBOOK = "xl/workbook.xml";

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
    private boolean from1904;
    private DateFormats formats = DateFormats.none();
    private SharedTexts texts = new SharedTexts();
    private String sheet = "";

    private record Sheet(String part, boolean visible) {}

    private XlsxFile(ZipFile zip) {
        this.zip = zip;
    }

    static XlsxFile open(SeekableByteChannel channel, Wanted wanted) throws IOException {
        ZipDirectory.mustBeSmall(channel);
        ZipFile zip = reading(() -> ZipFile.builder().setSeekableByteChannel(channel).get());
        XlsxFile file = new XlsxFile(zip);
        boolean opened = false;
        try {
            file.look(wanted);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private void look(Wanted wanted) throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            String name = entry.getName().replace('\\', '/');
            if (name.endsWith("vbaProject.bin")) {
                throw SheetRefused.of("macros-in-workbook");
            }
            if (parts.size() >= SheetLimits.MAX_PARTS || parts.put(name, entry) != null) {
                throw SheetRefused.of("not-a-workbook");
            }
        }
        if (parts.containsKey("mimetype")) {
            throw SheetRefused.of("not-a-workbook");
        }
        List<Sheet> sheets = reading(this::sheets);
        formats = parts.containsKey("xl/styles.xml")
                ? reading(() -> DateFormats.read(small("xl/styles.xml")))
                : DateFormats.none();
        choose(sheets, wanted);
    }

    private List<Sheet> sheets() throws IOException, XMLStreamException {
        Map<String, String> targets = targets();
        List<Sheet> sheets = new ArrayList<>();
        XMLStreamReader xml = XmlParts.reader(small(WORKBOOK));
        while (XmlParts.toNextStart(xml)) {
            if ("workbookPr".equals(xml.getLocalName())) {
                String date1904 = XmlParts.attribute(xml, "date1904");
                from1904 = "1".equals(date1904) || "true".equals(date1904);
            } else if ("sheet".equals(xml.getLocalName())) {
                String state = XmlParts.attribute(xml, "state");
                String part = targets.get(String.valueOf(
                        xml.getAttributeValue(
                                "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id")));
                if (part != null && parts.containsKey(part) && sheets.stream().noneMatch(one -> one.part().equals(
                        part))) {
                    if (sheets.size() == SheetLimits.MAX_SHEETS) {
                        throw SheetRefused.of("not-a-workbook");
                    }
                    sheets.add(new Sheet(part, state == null || state.equals("visible")));
                }
            }
        }
        return sheets;
    }

    /** Parts of the sheets and the shared texts, by the ids under which the workbook names them. */
    private Map<String, String> targets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        XMLStreamReader xml = XmlParts.reader(small("xl/_rels/workbook.xml.rels"));
        while (XmlParts.toNextStart(xml)) {
            String id = XmlParts.attribute(xml, "Id");
            String target = XmlParts.attribute(xml, "Target");
            if (id != null && target != null) {
                targets.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
        return targets;
    }

    /** The visible sheet that is wanted, else the first visible one: what is wrong with it is told. */
    private void choose(List<Sheet> sheets, Wanted wanted) throws IOException {
        List<Sheet> visible = sheets.stream().filter(Sheet::visible).toList();
        if (visible.isEmpty()) {
            throw SheetRefused.of(sheets.isEmpty() ? "not-a-workbook" : "all-sheets-hidden");
        }
        if (parts.containsKey("xl/sharedStrings.xml")) {
            texts = reading(() -> SharedTexts.read(part("xl/sharedStrings.xml", SheetLimits.MAX_INFLATED)));
        }
        sheet = visible.getFirst().part();
        if (visible.size() == 1) {
            return;
        }
        List<Beginning> begun = new ArrayList<>();
        for (Sheet one : visible) {
            beginning(one.part()).ifPresent(begun::add);
        }
        List<Beginning> whole = begun.stream().filter(one -> wanted.isWhole().test(one.header()) && one.goesOn())
                .toList();
        if (whole.size() > 1) {
            throw SheetRefused.of("several-sheets", Map.of("sheets", whole.size()));
        }
        (whole.isEmpty() ? begun : whole).stream().filter(one -> wanted.looksLike().test(one.header())).findFirst()
                .ifPresent(one -> sheet = one.part());
    }

    private record Beginning(String part, SheetRow header, boolean goesOn) {}

    /** Only its beginning is read: a sheet whose first row is far down is none that is looked for. */
    private Optional<Beginning> beginning(String part) throws IOException {
        try (SheetRows rows = rows(part, SheetLimits.MAX_SMALL_PART)) {
            Optional<SheetRow> header = rows.next();
            return header.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Beginning(part, header.get(), goesOn(rows)));
        } catch (SheetRefused refused) {
            return Optional.empty();
        }
    }

    /** A row that cannot be read is one, too. */
    private static boolean goesOn(SheetRows rows) throws IOException {
        try {
            return rows.next().filter(row -> !row.isBlank()).isPresent();
        } catch (SheetRefused refused) {
            return true;
        }
    }

    @Override
    public SheetRows rows() throws IOException {
        return rows(sheet, SheetLimits.MAX_INFLATED);
    }

    private SheetRows rows(String part, long limit) throws IOException {
        return reading(() -> new XlsxRows(part(part, limit), texts, formats, from1904));
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    private InputStream small(String name) throws IOException {
        return part(name, SheetLimits.MAX_SMALL_PART);
    }

    private InputStream part(String name, long limit) throws IOException {
        ZipArchiveEntry entry = parts.get(name);
        if (entry == null || entry.getGeneralPurposeBit().usesEncryption()) {
            throw SheetRefused.of("not-a-workbook");
        }
        return new Inflated(zip.getInputStream(entry), entry.getCompressedSize(), limit);
    }

    /** Reads XML; whatever is wrong with it is wrong with the file. */
    static <T> T reading(Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof SheetRefused refused) {
                throw refused;
            }
            if (broken.getNestedException() instanceof IOException disk && isOurs(disk)) {
                throw disk;
            }
            throw SheetRefused.of("not-a-workbook");
        } catch (SheetRefused refused) {
            throw refused;
        } catch (IOException broken) {
            if (isOurs(broken)) {
                throw broken;
            }
            throw SheetRefused.of("not-a-workbook");
        } catch (RuntimeException broken) {
            throw refusedOr(broken);
        }
    }

    /** An archive that is damaged is the sender's; a disk that does not read, or a reader that is stopped, is ours. */
    private static boolean isOurs(IOException failure) {
        return failure instanceof ClosedChannelException || failure instanceof InterruptedIOException
                || failure instanceof FileSystemException || Thread.currentThread().isInterrupted();
    }

    /** Parsers of the platform answer nonsense with exceptions of many kinds, and wrap what they were thrown. */
    private static RuntimeException refusedOr(RuntimeException broken) {
        for (@Nullable
        Throwable cause = broken; cause != null && cause != cause.getCause(); cause = cause.getCause()) {
            if (cause instanceof SheetRefused refused) {
                return refused;
            }
        }
        return SheetRefused.of("not-a-workbook");
    }

    /** Something read from a part. */
    @FunctionalInterface
    interface Reading<T> {

        T read() throws IOException, XMLStreamException;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
