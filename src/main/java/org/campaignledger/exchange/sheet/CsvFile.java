package org.campaignledger.exchange.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values separated by commas, semicolons or tabs: whichever the first line has most of, outside of quotes. */
final class CsvFile implements SheetFile {

    private static final String SEPARATORS = ",;\t";

    private final SeekableByteChannel channel;
    private final Charset charset;
    private final char separator;

    private CsvFile(SeekableByteChannel channel, Charset charset, char separator) {
        this.channel = channel;
        this.charset = charset;
        this.separator = separator;
    }

    static CsvFile open(SeekableByteChannel channel) throws IOException {
        Charset charset = TextCharset.of(channel);
        try {
            return new CsvFile(channel, charset, separator(channel, charset));
        } catch (CharacterCodingException broken) {
            throw SheetRefused.of("unknown-charset");
        }
    }

    private static Reader reader(SeekableByteChannel channel, Charset charset) throws IOException {
        channel.position(0);
        Reader reader = new BufferedReader(Channels.newReader(new Unclosable(channel), charset.newDecoder(), -1));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static char separator(SeekableByteChannel channel, Charset charset) throws IOException {
        int[] found = new int[SEPARATORS.length()];
        boolean quoted = false;
        Reader reader = reader(channel, charset);
        for (int i = 0; i < SheetLimits.MAX_CELL; i++) {
            int c = reader.read();
            if (c < 0 || !quoted && (c == '\n' || c == '\r')) {
                break;
            }
            quoted ^= c == '"';
            int at = SEPARATORS.indexOf(c);
            if (!quoted && at >= 0) {
                found[at]++;
            }
        }
        int most = 0;
        for (int i = 1; i < found.length; i++) {
            most = found[i] > found[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }

    @Override
    public SheetRows rows() throws IOException {
        CsvReaderBuilder builder = CsvReader.builder().fieldSeparator(separator).skipEmptyLines(false)
                .allowExtraFields(true).allowMissingFields(true).allowExtraCharsAfterClosingQuote(false)
                .maxBufferSize(1 << 20);
        Quotes quotes = new Quotes(reader(channel, charset));
        return new Rows(builder.ofCsvRecord(quotes), quotes);
    }

    /** Counts quotation marks: one that is never closed would make one value of all rows behind it. */
    private static final class Quotes extends FilterReader {

        private boolean open;

        private Quotes(Reader in) {
            super(in);
        }

        private boolean oneIsOpen() {
            return open;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            open ^= c == '"';
            return c;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            for (int i = offset; i < offset + got; i++) {
                open ^= into[i] == '"';
            }
            return got;
        }
    }

    private static final class Rows implements SheetRows {

        private final CsvReader<CsvRecord> reader;
        private final Quotes quotes;
        private final Iterator<CsvRecord> records;
        private long number;

        private Rows(CsvReader<CsvRecord> reader, Quotes quotes) {
            this.reader = reader;
            this.quotes = quotes;
            this.records = reader.iterator();
        }

        /** Records are counted as a spreadsheet counts the rows that it makes of them. */
        @Override
        public Optional<SheetRow> next() throws IOException {
            try {
                if (!records.hasNext()) {
                    if (quotes.oneIsOpen()) {
                        throw SheetRefused.of("broken-csv", Map.of("row", number));
                    }
                    return Optional.empty();
                }
                CsvRecord csv = records.next();
                if (++number > SheetLimits.MAX_ROWS) {
                    throw SheetRefused.of("too-many-rows", Map.of("max", SheetLimits.MAX_ROWS));
                }
                return Optional.of(row(csv));
            } catch (CsvParseException broken) {
                throw SheetRefused.of("broken-csv", Map.of("row", number + 1));
            } catch (UncheckedIOException broken) {
                if (broken.getCause() instanceof CharacterCodingException) {
                    throw SheetRefused.of("unknown-charset");
                }
                throw broken.getCause();
            }
        }

        private SheetRow row(CsvRecord csv) {
            if (csv.getFieldCount() > SheetLimits.MAX_COLUMNS) {
                throw SheetRefused.of("too-many-columns", Map.of("max", SheetLimits.MAX_COLUMNS));
            }
            List<Cell> cells = new ArrayList<>(csv.getFieldCount());
            long length = 0;
            for (String field : csv.getFields()) {
                if (field.length() > SheetLimits.MAX_CELL) {
                    throw SheetRefused.of("cell-too-long", Map.of("max", SheetLimits.MAX_CELL));
                }
                length += field.length();
                cells.add(cell(field));
            }
            if (length > SheetLimits.MAX_ROW) {
                throw SheetRefused.of("row-too-long", Map.of("row", number, "max", SheetLimits.MAX_ROW));
            }
            return new SheetRow(number, cells);
        }

        /** A text that a spreadsheet would run is told apart from one that was written to be none (see {@link Defused}). */
        private static Cell cell(String field) {
            if (field.startsWith("=")) {
                return new Cell(Cell.Kind.FORMULA, "");
            }
            return Cell.ofText(Defused.undone(field));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
