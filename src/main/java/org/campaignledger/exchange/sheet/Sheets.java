package org.campaignledger.exchange.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.dhatim.fastexcel.Workbook;

/** How sheets of this product are written and look, whatever is in them. */
public final class Sheets {

    /** Media type of a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Media type of separated values. */
    public static final String CSV = "text/csv;charset=UTF-8";
    /** Ground of headings. */
    public static final String HEADING = "E8E1D3";
    /** What has to be seen. */
    public static final String RED = "A32A22";
    /** Format of days. */
    public static final String DAY = "yyyy-mm-dd";

    private Sheets() {}

    /** A new workbook, written as it grows. */
    public static Workbook workbook(OutputStream out) {
        return new Workbook(out, "Campaign Ledger", "1.0");
    }

    /** New separated values (RFC 4180), behind the mark by which spreadsheets know UTF-8. */
    public static CsvWriter csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        return CsvWriter.builder().build(text);
    }

    /** A text that a cell can hold: a workbook with a longer one is taken for damaged. */
    public static String fitting(String text) {
        if (text.length() <= SheetLimits.MAX_CELL) {
            return text;
        }
        int end = SheetLimits.MAX_CELL - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
