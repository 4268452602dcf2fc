package org.campaignledger.exchange.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Every item as it is answered, each in a line of its own. */
final class NdjsonOut implements SheetOut {

    private final OutputStream out;

    NdjsonOut(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells, JsonNode item) throws IOException {
        out.write((item + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
