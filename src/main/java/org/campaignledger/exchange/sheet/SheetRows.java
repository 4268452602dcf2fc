package org.campaignledger.exchange.sheet;

import java.io.IOException;
import java.util.Optional;

/** Rows, one after the other. */
public interface SheetRows extends AutoCloseable {

    /**
     * The next row that the file has, empty at its end; blank rows may be among them or left out.
     *
     * @throws SheetRefused the file is not what it says, or beyond the bounds
     */
    Optional<SheetRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
