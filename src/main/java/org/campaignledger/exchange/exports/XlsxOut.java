package org.campaignledger.exchange.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.campaignledger.exchange.sheet.Sheets;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A workbook: the rows first, where programs and imports look for them, then a sheet that says what they are. Texts stand
 * in the cells themselves, so that none has to be remembered, and none is ever run as a formula.
 */
final class XlsxOut implements SheetOut {

    private static final int FLUSHED = 500;
    /** The most rows of a worksheet. */
    private static final int MAX_ROWS = Worksheet.MAX_ROWS;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxOut(OutputStream out, ExportHead head, List<String> labels) {
        workbook = Sheets.workbook(out);
        sheet = workbook.newWorksheet(head.title());
        Worksheet about = workbook.newWorksheet(head.aboutTitle());
        for (int i = 0; i < labels.size(); i++) {
            sheet.inlineString(0, i, labels.get(i));
            sheet.style(0, i).bold().fillColor(Sheets.HEADING).set();
            sheet.width(i, 18);
        }
        sheet.freezePane(0, 1);
        int line = 0;
        for (ExportHead.Line one : head.lines()) {
            about.inlineString(line, 0, one.label());
            about.style(line, 0).bold().set();
            about.inlineString(line++, 1, one.value());
        }
        about.width(0, 24);
        about.width(1, 80);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells, JsonNode item) throws IOException {
        if (++row >= MAX_ROWS) {
            throw new IOException("more rows than a worksheet has");
        }
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {
                }
                case BigDecimal number -> sheet.value(row, i, number);
                case LocalDate day -> {
                    sheet.value(row, i, day);
                    sheet.style(row, i).format(Sheets.DAY).set();
                }
                default -> sheet.inlineString(row, i, Sheets.fitting(String.valueOf(cells.get(i))));
            }
        }
        if (row % FLUSHED == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.close();
    }
}
