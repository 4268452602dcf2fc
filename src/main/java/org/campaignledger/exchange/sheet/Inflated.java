package org.campaignledger.exchange.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A part of a workbook as it is unpacked. What grows out of all proportion is refused while it grows: what an archive says
 * of itself is not believed.
 */
final class Inflated extends FilterInputStream {

    private final long packed;
    private final long limit;
    private long read;

    /**
     * Bounds a part.
     *
     * @param packed its length in the archive
     * @param limit  the most that it may unpack to
     */
    Inflated(InputStream in, long packed, long limit) {
        super(in);
        this.packed = Math.max(1, packed);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int got = super.read();
        if (got >= 0) {
            count(1);
        }
        return got;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = super.read(into, offset, length);
        if (got > 0) {
            count(got);
        }
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        read += more;
        if (read > limit || read > SheetLimits.FREE && read / packed > SheetLimits.MAX_RATIO) {
            throw SheetRefused.of("inflates-too-much", Map.of("max", limit));
        }
    }
}
