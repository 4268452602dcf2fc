package org.campaignledger.exchange.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.exchange.sheet.Cell;
import org.campaignledger.exchange.sheet.SheetRefused;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.kernel.NormalForm;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.web.refusal.Language;

/**
 * Which column of a sheet is which field: by the command's field paths or by the labels in either language, in any order.
 * Columns that an export has beside them are known and passed over; any other is refused, since somebody meant something
 * by it.
 *
 * @param columns the fields with their places, from 0
 * @param width   how many columns the header has
 * @param row     its number; a spreadsheet may leave empty ones above it
 * @param stateAt where an exported sheet tells the state of a record, from 0; -1 where it does not
 */
record SheetHeader(List<Place> columns, int width, long row, int stateAt) {

    /** What an export tells of a record beside what was sent. */
    static final Set<String> PASSED_OVER = Set.of("id", "position", "recordedAt", "campaign", "state", "since",
            "changedAt", "correction", "subject", "masked", "erased", "receipt", "error");

    private static final Set<String> STATE = Stream.concat(Stream.of("state"), Stream.of(Language.values())
            .map(language -> SheetTexts.label(language, "", "state"))).map(NormalForm::nameKey)
            .collect(Collectors.toUnmodifiableSet());
    /** States in which a record no longer counts; the last three are those of entries. */
    private static final Set<String> GONE = Set.of("REVERSED", "MERGED", "WITHDRAWN", "REJECTED", "DISQUALIFIED");

    /** A field and its place. */
    record Place(SheetColumn column, int index) {}

    /** Whether a row looks like the header of this register: something that it knows is there. */
    static Predicate<SheetRow> looksLike(String kind, List<SheetColumn> columns) {
        Map<String, SheetColumn> names = names(kind, columns);
        return row -> row.cells().stream().anyMatch(cell -> names.containsKey(NormalForm.nameKey(cell.text())));
    }

    /** Whether a row is a header with everything that this register needs. */
    static Predicate<SheetRow> isWhole(String kind, List<SheetColumn> columns) {
        Map<String, SheetColumn> names = names(kind, columns);
        return row -> columns.stream().filter(SheetColumn::needed).allMatch(column -> row.cells().stream()
                .anyMatch(cell -> column.equals(names.get(NormalForm.nameKey(cell.text())))));
    }

    /**
     * The header in a sheet's first row.
     *
     * @throws SheetRefused columns are missing, unknown, or there twice
     */
    static SheetHeader read(String kind, List<SheetColumn> columns, SheetRow row, Language language) {
        Map<String, SheetColumn> names = names(kind, columns);
        Set<String> passedOver = Stream.concat(PASSED_OVER.stream(), PASSED_OVER.stream()
                .flatMap(field -> Stream.of(Language.values()).map(one -> SheetTexts.label(one, kind, field))))
                .map(NormalForm::nameKey).collect(Collectors.toUnmodifiableSet());
        List<Place> places = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        int stateAt = -1;
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            String name = NormalForm.nameKey(cell.text());
            SheetColumn column = names.get(name);
            if (column != null) {
                places.add(new Place(column, i));
            } else if (!cell.isEmpty() && !passedOver.contains(name)) {
                unknown.add(letters(i));
            } else if (STATE.contains(name)) {
                stateAt = i;
            }
        }
        refuseUnlessWhole(kind, columns, places, unknown, language);
        return new SheetHeader(places, row.cells().size(), row.number(), stateAt);
    }

    private static void refuseUnlessWhole(String kind, List<SheetColumn> columns, List<Place> places,
            List<String> unknown, Language language) {
        List<String> missing = columns.stream().filter(SheetColumn::needed)
                .filter(column -> places.stream().noneMatch(place -> place.column().equals(column)))
                .map(column -> SheetTexts.label(language, kind, column.field())).toList();
        if (!missing.isEmpty()) {
            throw SheetRefused.of("missing-columns", Map.of("columns", missing));
        }
        if (!unknown.isEmpty()) {
            throw SheetRefused.of("unknown-columns", Map.of("columns", unknown.stream().limit(20).toList()));
        }
        List<String> twice = places.stream().map(Place::column).filter(column -> places.stream()
                .filter(place -> place.column().equals(column)).count() > 1).distinct()
                .map(column -> SheetTexts.label(language, kind, column.field())).toList();
        if (!twice.isEmpty()) {
            throw SheetRefused.of("repeated-columns", Map.of("columns", twice));
        }
    }

    private static Map<String, SheetColumn> names(String kind, List<SheetColumn> columns) {
        Map<String, SheetColumn> names = new HashMap<>();
        for (SheetColumn column : columns) {
            names.put(NormalForm.nameKey(column.field()), column);
            for (Language language : Language.values()) {
                names.put(NormalForm.nameKey(SheetTexts.label(language, kind, column.field())), column);
            }
        }
        return names;
    }

    /** A column as spreadsheets name it; what stands at its head may be of a person, and is not repeated. */
    private static String letters(int column) {
        return column < 26 ? String.valueOf((char) ('A' + column)) : letters(column / 26 - 1) + letters(column % 26);
    }

    /** Whether an exported record no longer counted: it must not count again. */
    boolean isGone(SheetRow row) {
        return stateAt >= 0 && GONE.contains(row.cell(stateAt).text());
    }

    /** Columns beyond the header in which something stands: somebody meant something by it. */
    boolean isBeyond(SheetRow row) {
        return row.cells().stream().skip(width).anyMatch(cell -> !cell.isEmpty());
    }
}
