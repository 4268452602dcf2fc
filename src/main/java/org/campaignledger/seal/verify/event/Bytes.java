package org.campaignledger.seal.verify.event;

import java.util.Arrays;

/** Bytes that are filled anew for each event. */
public final class Bytes {

    private static final int FIRST = 1 << 12;
    private static final int LONGEST = 3;

    private byte[] array = new byte[FIRST];
    private int length;

    /** No bytes yet. */
    public Bytes() {}

    /** Where they stand; only the first {@link #length} of them count. */
    public byte[] array() {
        return array;
    }

    /** How many there are. */
    public int length() {
        return length;
    }

    /** Room for this many bytes, to be filled by the caller. */
    byte[] room(int count) {
        if (array.length < count) {
            array = new byte[Math.max(count, 2 * array.length)];
        }
        return array;
    }

    /** So many of them count now. */
    void length(int count) {
        length = count;
    }

    /**
     * Takes in the UTF-8 form of a text.
     *
     * @throws Malformed it holds half a surrogate pair, and so has none
     */
    void set(char[] text, int offset, int count) throws Malformed {
        byte[] to = room(count * LONGEST);
        int end = offset + count;
        int at = 0;
        int i = offset;
        while (i < end && text[i] < 0x80) {
            to[at++] = (byte) text[i++];
        }
        while (i < end) {
            char c = text[i++];
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xc0 | (c >> 6));
                to[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xe0 | (c >> 12));
                to[at++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                to[at++] = (byte) (0x80 | (c & 0x3f));
            } else {
                at = pair(c, i < end ? text[i++] : 0, at);
            }
        }
        length = at;
    }

    private int pair(char high, char low, int from) throws Malformed {
        if (!Character.isSurrogatePair(high, low)) {
            throw new Malformed("a text holds half a surrogate pair");
        }
        int point = Character.toCodePoint(high, low);
        int at = from;
        array[at++] = (byte) (0xf0 | (point >> 18));
        array[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        array[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        array[at++] = (byte) (0x80 | (point & 0x3f));
        return at;
    }

    /** A copy of them. */
    public byte[] copy() {
        return Arrays.copyOf(array, length);
    }
}
