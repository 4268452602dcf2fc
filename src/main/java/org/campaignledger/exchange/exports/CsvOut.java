package org.campaignledger.exchange.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.campaignledger.exchange.sheet.Defused;
import org.campaignledger.exchange.sheet.Sheets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Separated values (RFC 4180), behind the mark by which spreadsheets know UTF-8; texts that would run are defused. */
final class CsvOut implements SheetOut {

    private final CsvWriter csv;

    CsvOut(OutputStream out, List<String> labels) throws IOException {
        csv = Sheets.csv(out);
        csv.writeRecord(labels);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells, JsonNode item) {
        csv.writeRecord(cells.stream().map(CsvOut::text).toList());
    }

    private static String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            default -> Defused.of(String.valueOf(cell));
        };
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
    }
}
