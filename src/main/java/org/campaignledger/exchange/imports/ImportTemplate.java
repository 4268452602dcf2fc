package org.campaignledger.exchange.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.platform.exchange.Importable;
import org.campaignledger.platform.exchange.SheetColumn;
import org.campaignledger.platform.exchange.SheetColumn.Form;
import org.campaignledger.platform.rules.CampaignRules;
import org.campaignledger.platform.web.refusal.Language;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * An empty sheet to be filled in: the register's columns by their labels, hints at the headings, lists to choose from, and
 * cells that a spreadsheet leaves as they are typed. A second sheet explains every column.
 */
final class ImportTemplate {

    private static final int ROWS_WITH_LISTS = 5_000;
    /** Format of cells in which a text stays one. */
    private static final String AS_TYPED = "@";

    private final Importable importable;
    private final Language language;
    private final @Nullable CampaignRules rules;

    /**
     * A template.
     *
     * @param rules of the campaign whose units and categories are offered; absent where none was named
     */
    ImportTemplate(Importable importable, Language language, @Nullable CampaignRules rules) {
        this.importable = importable;
        this.language = language;
        this.rules = rules;
    }

    /** As separated values: the heading alone, with a mark that tells spreadsheets the charset. */
    void writeCsv(OutputStream out) throws IOException {
        CsvWriter csv = Sheets.csv(out);
        csv.writeRecord(importable.columns().stream().map(this::label).toList());
        csv.flush();
    }

    /** As a workbook. */
    void writeXlsx(OutputStream out) throws IOException {
        try (Workbook workbook = Sheets.workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(SheetTexts.label(language, "register", importable.kind()));
            Worksheet words = workbook.newWorksheet(SheetTexts.label(language, "template", "explained"));
            Worksheet lists = workbook.newWorksheet(SheetTexts.label(language, "template", "lists"));
            int listColumn = 0;
            List<SheetColumn> columns = importable.columns();
            for (int i = 0; i < columns.size(); i++) {
                SheetColumn column = columns.get(i);
                heading(sheet, i, column);
                List<String> choices = choices(column);
                if (!choices.isEmpty()) {
                    offer(sheet, i, lists, listColumn++, column, choices);
                }
            }
            sheet.freezePane(0, 1);
            explain(words);
        }
    }

    private String label(SheetColumn column) {
        return SheetTexts.label(language, importable.kind(), column.field());
    }

    private void heading(Worksheet sheet, int at, SheetColumn column) {
        sheet.value(0, at, label(column));
        sheet.style(0, at).bold().fillColor(Sheets.HEADING).fontColor(column.needed() ? Sheets.RED : "000000").set();
        sheet.width(at, column.form() == Form.TEXT ? 28 : 18);
        if (column.form() == Form.DATE) {
            sheet.style(at).format(Sheets.DAY).set();
        } else if (column.form() != Form.COUNT) {
            sheet.style(at).format(AS_TYPED).set();
        }
        // A heading has one comment: what is to be written, and what the codes to choose from are called.
        String comment = Stream.concat(hint(column).stream(), names(column.form()).entrySet().stream().map(
                one -> one.getKey() + " " + one.getValue())).collect(Collectors.joining("\n"));
        if (!comment.isEmpty()) {
            sheet.comment(0, at, comment);
        }
    }

    private Optional<String> hint(SheetColumn column) {
        return SheetTexts.hint(language, importable.kind(), column.field());
    }

    private List<String> choices(SheetColumn column) {
        CampaignRules known = rules;
        return switch (column.form()) {
            case CHOICE -> column.choices().stream()
                    .map(choice -> SheetTexts.constant(language, column.field(), choice)).toList();
            case UNIT -> known == null ? List.of() : List.copyOf(known.units().keySet());
            case CATEGORY -> known == null ? List.of() : List.copyOf(known.categories().keySet());
            default -> List.of();
        };
    }

    private void offer(Worksheet sheet, int at, Worksheet lists, int listColumn, SheetColumn column,
            List<String> choices) {
        lists.value(0, listColumn, label(column));
        lists.style(0, listColumn).bold().set();
        for (int i = 0; i < choices.size(); i++) {
            lists.value(i + 1, listColumn, choices.get(i));
        }
        sheet.range(1, at, ROWS_WITH_LISTS, at)
                .validateWithList(lists.range(1, listColumn, choices.size(), listColumn)).allowBlank(true);
    }

    private Map<String, String> names(Form form) {
        Map<String, String> names = new TreeMap<>();
        CampaignRules known = rules;
        if (known != null && form == Form.UNIT) {
            known.units().forEach((code, unit) -> names.put(code, unit.name()));
        } else if (known != null && form == Form.CATEGORY) {
            known.categories().forEach((id, category) -> names.put(id, category.name()));
        }
        return names;
    }

    private void explain(Worksheet words) {
        String[] headings = {"column", "field", "needed", "meaning", "choices"};
        for (int i = 0; i < headings.length; i++) {
            words.value(0, i, SheetTexts.label(language, "template", headings[i]));
            words.style(0, i).bold().fillColor(Sheets.HEADING).set();
            words.width(i, i < 3 ? 18 : 60);
        }
        List<SheetColumn> columns = importable.columns();
        for (int i = 0; i < columns.size(); i++) {
            SheetColumn column = columns.get(i);
            words.value(i + 1, 0, label(column));
            words.value(i + 1, 1, column.field());
            words.value(i + 1, 2, SheetTexts.label(language, "template", column.needed() ? "yes" : "no"));
            words.value(i + 1, 3, hint(column).orElse(""));
            words.value(i + 1, 4, String.join(", ", choices(column)));
            words.style(i + 1, 3).wrapText(true).set();
            words.style(i + 1, 4).wrapText(true).set();
        }
    }
}
