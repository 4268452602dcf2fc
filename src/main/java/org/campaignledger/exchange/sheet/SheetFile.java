package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.function.Predicate;

/** A file with a sheet in it. */
public interface SheetFile extends AutoCloseable {

    /** The rows of the sheet from its first on. May be asked for again, not side by side. */
    SheetRows rows() throws IOException;

    /** What it is: {@code xlsx} or {@code csv}. */
    Format format();

    @Override
    void close() throws IOException;

    /** The two kinds of files. */
    enum Format {

        /** A workbook of Office Open XML (ECMA-376). */
        XLSX,
        /** Values separated by commas (RFC 4180), or by what a spreadsheet puts in their place. */
        CSV;

        /** What a file seems to be; empty if it is neither, with nothing said of whether it is a good one. */
        public static Optional<Format> of(SeekableByteChannel channel) throws IOException {
            return switch (Signature.of(channel)) {
                case ZIP, COMPOUND -> Optional.of(XLSX);
                case TEXT, EMPTY -> Optional.of(CSV);
                case BINARY -> Optional.empty();
            };
        }
    }

    /**
     * Which of several sheets is wanted: the one whose first row is a whole header, else the first whose first row looks
     * like one, else the first.
     *
     * @param looksLike whether a row looks like the header
     * @param isWhole   whether a row is a header in which nothing is missing: two sheets with rows below such a one are
     *                  refused, since nobody can tell which is meant
     */
    record Wanted(Predicate<SheetRow> looksLike, Predicate<SheetRow> isWhole) {}

    /**
     * Opens a file by what its bytes say that it is.
     *
     * @param channel closed with the file
     * @param fits    whether a row is the header that is looked for: of several sheets, the first that has it is read
     * @throws SheetRefused it is neither kind, or is built to do harm
     */
    static SheetFile open(SeekableByteChannel channel, Predicate<SheetRow> fits) throws IOException {
        return open(channel, new Wanted(fits, row -> false));
    }

    /**
     * The same by two kinds of headers.
     *
     * @throws SheetRefused also {@code several-sheets}
     */
    static SheetFile open(SeekableByteChannel channel, Wanted wanted) throws IOException {
        boolean opened = false;
        try {
            SheetFile file = read(channel, wanted);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static SheetFile read(SeekableByteChannel channel, Wanted wanted) throws IOException {
        return switch (Signature.of(channel)) {
            case ZIP -> XlsxFile.open(channel, wanted);
            case COMPOUND -> throw SheetRefused.of("old-or-encrypted-workbook");
            case BINARY -> throw SheetRefused.of("not-a-sheet");
            case EMPTY -> throw SheetRefused.of("empty-file");
            case TEXT -> CsvFile.open(channel);
        };
    }
}
