package org.campaignledger.exchange.exports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.exchange.imports.SheetTexts;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A column of an exported sheet.
 *
 * @param field   path of the field; its label is that of the register's sheet
 * @param pointer where the value stands in an item of the answer, as a JSON pointer
 * @param form    what its cells hold
 */
record ExportColumn(String field, String pointer, Form form) {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    /** A field that stands at the place of its name. */
    static ExportColumn of(String field, Form form) {
        return new ExportColumn(field, "/" + field.replace('.', '/'), form);
    }

    /** The label of a register's column. */
    String label(String kind, Language language) {
        return SheetTexts.label(language, kind, field);
    }

    /**
     * What goes into the cell: a text, a number, a day, or nothing.
     *
     * @param zone in which instants are shown
     */
    @Nullable
    Object value(JsonNode item, Language language, ZoneId zone) {
        JsonNode value = item.at(pointer);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(line -> lines.add(line.isString() ? line.stringValue() : line.toString()));
            return lines.isEmpty() ? null : String.join("\n", lines);
        }
        if (value.isNumber()) {
            return new BigDecimal(value.asString());
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        return switch (form) {
            case DATE -> LocalDate.parse(text);
            case CHOICE -> SheetTexts.constant(language, field, text);
            default -> text.matches("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z")
                    ? Instant.parse(text).atZone(zone).format(INSTANT)
                    : text;
        };
    }
}
