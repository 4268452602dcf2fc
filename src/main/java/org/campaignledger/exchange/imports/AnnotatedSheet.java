package org.campaignledger.exchange.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.campaignledger.exchange.sheet.Cell;
import org.campaignledger.exchange.sheet.Defused;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.exchange.sheet.SheetRows;
import org.campaignledger.exchange.sheet.Sheets;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RefusalCatalogue;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The sheet that was sent, once more, with a column behind it that says what is wrong with each row. Written row by row;
 * what is wrong is read page by page beside it.
 */
final class AnnotatedSheet {

    private static final int PAGE = 500;

    private final ImportJob job;
    private final ImportProgress progress;
    private final Language language;
    private Iterator<Map.Entry<Long, List<Problem>>> page = Collections.emptyIterator();
    private long told;
    private long headerRow;
    private int width;
    private Map.Entry<Long, List<Problem>> next = Map.entry(0L, List.of());

    AnnotatedSheet(ImportJob job, ImportProgress progress) {
        this.job = job;
        this.progress = progress;
        this.language = job.asked().language();
    }

    void write(SheetFile file, OutputStream out) throws IOException {
        try (SheetRows rows = file.rows()) {
            if (file.format() == SheetFile.Format.CSV) {
                csv(rows, out);
            } else {
                xlsx(rows, out);
            }
        }
    }

    /** The first row that there is names the columns; what is said of the others stands behind the last of them. */
    private void reading(SheetRow row) {
        if (headerRow == 0) {
            headerRow = row.number();
            width = widthOf(row);
        }
    }

    private void csv(SheetRows rows, OutputStream out) throws IOException {
        CsvWriter csv = Sheets.csv(out);
        for (var row = rows.next(); row.isPresent(); row = rows.next()) {
            SheetRow read = row.get();
            reading(read);
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < Math.max(width, read.cells().size()); i++) {
                cells.add(Defused.of(read.cell(i).text()));
            }
            cells.add(Math.min(width, cells.size()), Defused.of(note(read)));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private void xlsx(SheetRows rows, OutputStream out) throws IOException {
        try (Workbook workbook = Sheets.workbook(out)) {
            Worksheet sheet = workbook.newWorksheet(SheetTexts.label(language, "register", job.asked().kind()));
            int unflushed = 0;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                SheetRow read = row.get();
                int at = (int) read.number() - 1;
                reading(read);
                for (int i = 0; i < read.cells().size(); i++) {
                    cell(sheet, at, i < width ? i : i + 1, read.cells().get(i));
                }
                String note = note(read);
                if (!note.isEmpty()) {
                    sheet.inlineString(at, width, note);
                    sheet.style(at, width).fontColor(Sheets.RED).set();
                }
                if (++unflushed % PAGE == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static int widthOf(SheetRow header) {
        int width = header.cells().size();
        while (width > 0 && header.cell(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    private static void cell(Worksheet sheet, int row, int column, Cell cell) {
        switch (cell.kind()) {
            case EMPTY -> {
            }
            case NUMBER -> sheet.value(row, column, new BigDecimal(cell.text()));
            case DATE -> {
                if (cell.text().length() == 10) {
                    sheet.value(row, column, LocalDate.parse(cell.text()));
                    sheet.style(row, column).format(Sheets.DAY).set();
                } else {
                    sheet.inlineString(row, column, cell.text());
                }
            }
            default -> sheet.inlineString(row, column, cell.text());
        }
    }

    private String note(SheetRow row) {
        if (row.number() == headerRow) {
            return SheetTexts.label(language, "", "error");
        }
        while (next.getKey() < row.number()) {
            if (!page.hasNext()) {
                page = progress.problems(job.id(), told, PAGE).entrySet().iterator();
            }
            next = page.hasNext() ? page.next() : Map.entry(Long.MAX_VALUE, List.of());
            told = next.getKey();
        }
        return next.getKey() == row.number()
                ? next.getValue().stream().map(problem -> said(language, job.asked().kind(), problem))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** A problem in words, with the column that it is about. */
    static String said(Language language, String kind, Problem problem) {
        String message = RefusalCatalogue.shipped().message(language, problem.code(), problem.arguments());
        return problem.field().isEmpty()
                ? message
                : SheetTexts.label(language, kind, problem.field()) + (language == Language.ZH ? "：" : ": ") + message;
    }
}
