package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The rows of a worksheet (ECMA-376 part 1, 18.3.1), forward only. */
final class XlsxRows implements SheetRows {

    private final InputStream in;
    private final SharedTexts texts;
    private final DateFormats formats;
    private final boolean from1904;
    private final XMLStreamReader xml;
    private final StringBuilder text = new StringBuilder();
    private long row;
    private boolean ended;

    XlsxRows(InputStream in, SharedTexts texts, DateFormats formats, boolean from1904) throws XMLStreamException {
        this.in = in;
        this.texts = texts;
        this.formats = formats;
        this.from1904 = from1904;
        this.xml = XmlParts.reader(in);
    }

    @Override
    public Optional<SheetRow> next() throws IOException {
        return XlsxFile.reading(this::read);
    }

    private Optional<SheetRow> read() throws XMLStreamException {
        while (!ended) {
            if (!XmlParts.toNextStart(xml)) {
                ended = true;
            } else if ("row".equals(xml.getLocalName())) {
                return Optional.of(row());
            } else if ("mergeCell".equals(xml.getLocalName())) {
                String cells = String.valueOf(XmlParts.attribute(xml, "ref"));
                throw SheetRefused.of("merged-cells",
                        Map.of("cells", cells.matches("[A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7}") ? cells : "?"));
            }
        }
        return Optional.empty();
    }

    private SheetRow row() throws XMLStreamException {
        String given = XmlParts.attribute(xml, "r");
        long number = given == null ? row + 1 : whole(given);
        if (number <= row || number > SheetLimits.MAX_ROWS) {
            throw number <= row
                    ? SheetRefused.of("not-a-workbook")
                    : SheetRefused.of("too-many-rows", Map.of("max", SheetLimits.MAX_ROWS));
        }
        row = number;
        List<Cell> cells = new ArrayList<>();
        long length = 0;
        while (true) {
            int event = XmlParts.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT && "c".equals(xml.getLocalName())) {
                if (length > SheetLimits.MAX_ROW) {
                    throw SheetRefused.of("row-too-long", Map.of("row", number, "max", SheetLimits.MAX_ROW));
                }
                int column = column(XmlParts.attribute(xml, "r"), cells.size());
                while (cells.size() < column) {
                    cells.add(Cell.EMPTY);
                }
                cells.add(cell());
                length += cells.getLast().text().length();
            } else if (event == XMLStreamConstants.END_ELEMENT && "row".equals(xml.getLocalName())) {
                return new SheetRow(number, cells);
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw SheetRefused.of("not-a-workbook");
            }
        }
    }

    /** The column, from 0, of a reference such as {@code AB12}; cells come from left to right. */
    private static int column(@Nullable String reference, int next) {
        int column = next;
        if (reference != null) {
            column = -1;
            for (int i = 0; i < reference.length() && Character.isLetter(reference.charAt(i)) && i < 4; i++) {
                column = (column + 1) * 26 + Character.toUpperCase(reference.charAt(i)) - 'A';
            }
        }
        if (column >= SheetLimits.MAX_COLUMNS) {
            throw SheetRefused.of("too-many-columns", Map.of("max", SheetLimits.MAX_COLUMNS));
        }
        if (column < next) {
            throw SheetRefused.of("not-a-workbook");
        }
        return column;
    }

    private Cell cell() throws XMLStreamException {
        String type = XmlParts.attribute(xml, "t");
        String style = XmlParts.attribute(xml, "s");
        boolean formula = false;
        text.setLength(0);
        while (true) {
            int event = XmlParts.next(xml);
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "f" -> {
                        formula = true;
                        XmlParts.text(xml, new StringBuilder(), SheetLimits.MAX_CELL);
                    }
                    case "v" -> XmlParts.text(xml, text, SheetLimits.MAX_CELL);
                    case "is" -> XmlParts.text(xml, text, SheetLimits.MAX_CELL);
                    default -> {
                    }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && "c".equals(xml.getLocalName())) {
                return formula ? new Cell(Cell.Kind.FORMULA, "") : meant(type, style, text.toString());
            } else if (event == XMLStreamConstants.END_DOCUMENT) {
                throw SheetRefused.of("not-a-workbook");
            }
        }
    }

    private Cell meant(@Nullable String type, @Nullable String style, String value) {
        return switch (type == null ? "n" : type) {
            case "s" -> value.isEmpty() ? Cell.EMPTY : Cell.ofText(texts.get(value));
            case "inlineStr", "str" -> Cell.ofText(Escapes.decoded(value));
            case "b" -> new Cell(Cell.Kind.BOOLEAN, value);
            case "e" -> new Cell(Cell.Kind.ERROR, value);
            case "d" -> SerialDays.ofText(value).map(day -> new Cell(Cell.Kind.DATE, day))
                    .orElse(new Cell(Cell.Kind.ERROR, ""));
            default -> value.isBlank() ? Cell.EMPTY : number(value.strip(), style);
        };
    }

    private Cell number(String value, @Nullable String style) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException none) {
            throw SheetRefused.of("not-a-workbook");
        }
        if (Math.abs((long) number.scale()) > 400 || number.precision() > 40) {
            throw SheetRefused.of("not-a-workbook");
        }
        return formats.isDate(style)
                ? SerialDays.of(number, from1904).map(day -> new Cell(Cell.Kind.DATE, day))
                        .orElse(new Cell(Cell.Kind.NUMBER, number.toPlainString()))
                : new Cell(Cell.Kind.NUMBER, plain(number));
    }

    /** As a person would write it: without an exponent or zeros behind the point. */
    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private static long whole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException none) {
            throw SheetRefused.of("not-a-workbook");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
