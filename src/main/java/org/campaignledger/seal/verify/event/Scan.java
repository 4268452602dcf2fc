package org.campaignledger.seal.verify.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds bytes, eight at a time. In the masks below the lowest mark is always a true one: a byte that is none can only be
 * marked above one that is.
 */
public final class Scan {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;
    private static final long NEWLINES = '\n' * ONES;

    private Scan() {}

    /** The first quote, backslash or control character; the end if there is none. */
    public static int special(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at);
            long controls = (eight - SPACES) & ~eight & TOPS;
            long found = zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES) | controls;
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && (bytes[at] < 0 || bytes[at] >= ' ') && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** The first newline; the end if there is none. */
    static int newline(byte[] bytes, int from, int end) {
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            long found = zeros((long) EIGHT.get(bytes, at) ^ NEWLINES);
            if (found != 0) {
                return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
        }
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static long zeros(long eight) {
        return (eight - ONES) & ~eight & TOPS;
    }
}
