package org.campaignledger.exchange.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A sheet that is being written, row by row, to whoever asked for it. */
interface SheetOut {

    /**
     * Writes a row.
     *
     * @param cells texts, numbers, days or nothing, in the order of the columns
     * @param item  the same as it was answered
     */
    void row(List<? extends @Nullable Object> cells, JsonNode item) throws IOException;

    /** Writes what stands behind the last row, and sends the rest. */
    void finish() throws IOException;
}
