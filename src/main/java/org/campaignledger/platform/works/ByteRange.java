package org.campaignledger.platform.works;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a request asks for (RFC 9110, 14).
 *
 * @param from    the first byte
 * @param to      the byte after the last
 * @param isWhole whether the whole is answered, with 200
 */
record ByteRange(long from, long to, boolean isWhole) {

    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /** Nothing that is asked for is there: 416. */
    static final ByteRange UNSATISFIABLE = new ByteRange(-1, -1, false);

    /**
     * Reads the header {@code Range}. What is no single range of bytes is answered with the whole, which the standard
     * allows, since no player asks for several.
     *
     * @param length of the file
     */
    static ByteRange of(@Nullable String header, long length) {
        ByteRange whole = new ByteRange(0, length, true);
        Matcher range = header == null ? null : ONE.matcher(header);
        if (range == null || !range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return whole;
        }
        if (range.group(1).isEmpty()) {
            long last = Long.parseLong(range.group(2));
            return last == 0 || length == 0 ? UNSATISFIABLE : new ByteRange(Math.max(0, length - last), length, false);
        }
        long from = Long.parseLong(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(range.group(2));
        if (last < from) {
            return whole;
        }
        return from >= length ? UNSATISFIABLE : new ByteRange(from, Math.min(length, last + 1), false);
    }

    long length() {
        return to - from;
    }
}
