package org.campaignledger.exchange.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignledger.exchange.sheet.Cell;
import org.campaignledger.exchange.sheet.SerialDays;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.web.body.DateTexts;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a cell means in a column. */
final class CellValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** Spreadsheets keep fifteen digits of a number and put zeros for the others. */
    private static final int DIGITS_KEPT = 15;
    private static final Pattern DAY = Pattern.compile(
            "(\\d{4})(?:-(\\d{1,2})-|/(\\d{1,2})/|\\.(\\d{1,2})\\.|年(\\d{1,2})月)(\\d{1,2})日?");
    private static final Pattern DIGITS_OF_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5}");

    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\s]+");

    private CellValues() {}

    /** The value; empty if the cell holds none that could stand in the column. */
    static Optional<JsonNode> of(SheetColumn column, Cell cell, SheetNames names) {
        return switch (column.form()) {
            case TEXT -> text(cell).map(JSON::stringNode);
            case CODE -> code(cell).map(JSON::stringNode);
            case COUNT -> count(cell).map(JSON::numberNode);
            case DATE -> day(cell).map(day -> JSON.stringNode(day.toString()));
            case CHOICE -> text(cell).flatMap(text -> choice(column, text)).map(JSON::stringNode);
            // Of a name that is unknown the rules speak, which know what may be told.
            case UNIT -> code(cell).map(text -> JSON.stringNode(names.unit(text).orElse(text)));
            case CATEGORY -> text(cell).map(text -> JSON.stringNode(names.category(text).orElse(text)));
            case LIST -> text(cell).map(CellValues::list);
        };
    }

    /** Why a cell means nothing in a column. */
    static Violation violation(SheetColumn column, Cell cell) {
        return switch (column.form()) {
            case COUNT -> Violation.of(column.field(), "wrong-type", "expected", "whole-number");
            case DATE -> Violation.of(column.field(), "not-a-date");
            case CHOICE -> new Violation(column.field(), "unknown-constant", Map.of("allowed", allowed(column)));
            default -> Violation.of(column.field(), cell.kind() == Cell.Kind.DATE ? "date-in-cell" : "digits-lost");
        };
    }

    private static List<String> allowed(SheetColumn column) {
        return column.choices().stream().map(choice -> SheetTexts.constant(Language.ZH, column.field(), choice))
                .toList();
    }

    /** Of what was made a day without being asked nobody knows what it was. */
    private static Optional<String> text(Cell cell) {
        return cell.kind() == Cell.Kind.DATE ? Optional.empty() : Optional.of(cell.text());
    }

    private static Optional<String> code(Cell cell) {
        boolean lost = cell.kind() == Cell.Kind.NUMBER
                && (cell.text().length() > DIGITS_KEPT || cell.text().indexOf('.') >= 0 || cell.text().startsWith("-"));
        return lost ? Optional.empty() : text(cell);
    }

    private static Optional<Long> count(Cell cell) {
        if (cell.kind() == Cell.Kind.BOOLEAN || cell.kind() == Cell.Kind.DATE) {
            return Optional.empty();
        }
        String digits = normal(cell);
        if (cell.kind() == Cell.Kind.NUMBER && digits.startsWith("-")) {
            // A figure below zero is one, and out of range: that is for the rules to say.
            return digits.matches("-\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
        }
        return WHOLE.matcher(digits).matches() ? Optional.of(Long.valueOf(digits.replace(",", ""))) : Optional.empty();
    }

    private static Optional<LocalDate> day(Cell cell) {
        String text = normal(cell);
        LocalDate written = DateTexts.date(text);
        if (written != null) {
            return Optional.of(written);
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            String month = Stream.of(2, 3, 4, 5).map(day::group).filter(group -> group != null).findFirst()
                    .orElseThrow();
            return day(day.group(1), month, day.group(6));
        }
        Matcher digits = DIGITS_OF_DAY.matcher(text);
        if (digits.matches()) {
            return day(digits.group(1), digits.group(2), digits.group(3));
        }
        return cell.kind() == Cell.Kind.NUMBER ? SerialDays.day(new BigDecimal(cell.text())) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> choice(SheetColumn column, String text) {
        String key = NormalForm.nameKey(text);
        return column.choices().stream().filter(choice -> key.equals(NormalForm.nameKey(choice))
                || Stream.of(Language.values()).anyMatch(language -> key.equals(NormalForm.nameKey(
                        SheetTexts.constant(language, column.field(), choice)))))
                .findFirst();
    }

    private static ArrayNode list(String text) {
        ArrayNode list = JSON.arrayNode();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
        return list;
    }

    /** Full-width digits as digits, without any space. */
    private static String normal(Cell cell) {
        return cell.text().chars().allMatch(c -> c > ' ' && c < 0x7F)
                ? cell.text()
                : SPACE.matcher(Normalizer.normalize(cell.text(), Normalizer.Form.NFKC)).replaceAll("");
    }
}
