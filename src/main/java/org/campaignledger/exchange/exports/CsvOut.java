package org.campaignledger.exchange.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.campaignledger.exchange.sheet.Defused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Separated values (RFC 4180), behind the mark by which spreadsheets know UTF-8; texts that would run are defused. */
final class CsvOut implements SheetOut {

    private final CsvWriter csv;

    CsvOut(OutputStream out, List<String> labels) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder().build(text);
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
