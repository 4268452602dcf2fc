package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Reads sheets from memory. */
final class Bytes {

    private Bytes() {}

    static SheetFile open(byte[] bytes) throws IOException {
        return SheetFile.open(new SeekableInMemoryByteChannel(bytes), row -> true);
    }

    /** All rows, cells as kind and text. */
    static List<String> rows(byte[] bytes) throws IOException {
        try (SheetFile file = open(bytes); SheetRows rows = file.rows()) {
            List<String> all = new ArrayList<>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                StringBuilder line = new StringBuilder().append(row.get().number());
                row.get().cells().forEach(cell -> line.append(' ').append(cell.kind()).append(':').append(cell.text()));
                all.add(line.toString());
            }
            return all;
        }
    }
}
