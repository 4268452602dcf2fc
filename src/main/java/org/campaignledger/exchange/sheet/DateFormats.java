package org.campaignledger.exchange.sheet;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Which styles of a workbook show a number as a day. */
final class DateFormats {

    /** What is no part of the pattern: quoted and escaped text, colours, conditions, languages. */
    private static final Pattern NOT_PATTERN = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*]");
    private static final int MAX_STYLES = 65_536;

    private final List<Boolean> dates;

    private DateFormats(List<Boolean> dates) {
        this.dates = dates;
    }

    /** Of a workbook without styles: none. */
    static DateFormats none() {
        return new DateFormats(List.of());
    }

    static DateFormats read(InputStream in) throws XMLStreamException {
        Map<Integer, String> own = new HashMap<>();
        List<Boolean> dates = new ArrayList<>();
        XMLStreamReader xml = XmlParts.reader(in);
        boolean ofCells = false;
        while (XmlParts.toNextStart(xml)) {
            switch (xml.getLocalName()) {
                case "numFmt" -> own.put(number(XmlParts.attribute(xml, "numFmtId")),
                        String.valueOf(XmlParts.attribute(xml, "formatCode")));
                case "cellXfs" -> ofCells = true;
                case "cellStyles", "dxfs" -> ofCells = false;
                case "xf" -> {
                    if (ofCells && dates.size() < MAX_STYLES) {
                        int format = number(XmlParts.attribute(xml, "numFmtId"));
                        String code = own.get(format);
                        dates.add(code == null ? isBuiltInDate(format) : showsADay(code));
                    }
                }
                default -> {
                }
            }
        }
        return new DateFormats(dates);
    }

    /** The built-in formats of days, those of East Asian editions among them (ECMA-376 part 1, 18.8.30). */
    private static boolean isBuiltInDate(int format) {
        return format >= 14 && format <= 17 || format == 22 || format >= 27 && format <= 31 || format == 36
                || format >= 50 && format <= 54 || format == 57 || format == 58;
    }

    private static boolean showsADay(String code) {
        String pattern = NOT_PATTERN.matcher(code).replaceAll("").toLowerCase(java.util.Locale.ROOT);
        return pattern.indexOf('y') >= 0 || pattern.indexOf('d') >= 0;
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Whether a cell of this style shows a day. */
    boolean isDate(@Nullable String style) {
        int number = number(style);
        return number >= 0 && number < dates.size() && dates.get(number);
    }
}
