package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines, without copying them: a line stands in {@link #buffer} until the next one is read. */
final class LineReader implements AutoCloseable {

    private static final int FIRST = 1 << 16;
    private static final int MOST = 48 << 20;

    private final InputStream in;
    private byte[] buffer = new byte[FIRST];
    private int filled;
    private int start;
    private int end = -1;
    private boolean over;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line; answers whether there is one. */
    boolean next() throws IOException, Malformed {
        start = end + 1;
        int from = start;
        while (true) {
            int found = Scan.newline(buffer, from, filled);
            if (found < filled) {
                end = found;
                return true;
            }
            if (over) {
                end = filled;
                return start < filled;
            }
            from = filled - start;
            fill();
            from += start;
        }
    }

    private void fill() throws IOException, Malformed {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            if (filled >= MOST) {
                throw new Malformed("a line is longer than " + MOST + " bytes");
            }
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        over = read < 0;
        filled += Math.max(0, read);
    }

    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    /** Just after the line's last byte. */
    int end() {
        return end;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
