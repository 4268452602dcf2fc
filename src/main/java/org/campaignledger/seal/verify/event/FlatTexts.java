package org.campaignledger.seal.verify.event;

/**
 * Metadata as they mostly are: one object of texts without escapes and spaces. Such are compared byte by byte, without
 * making a text of any; whatever is otherwise is for a parser to read.
 */
final class FlatTexts {

    private final byte[] bytes;
    private final int length;
    private int at;
    private int start;

    FlatTexts(Bytes text) {
        this.bytes = text.array();
        this.length = text.length();
    }

    /** Whether it is certainly such an object, with these four texts, each once. */
    boolean holds(String[] names, String[] values) {
        if (length < 2 || bytes[0] != '{' || bytes[length - 1] != '}') {
            return false;
        }
        at = 1;
        int held = 0;
        while (true) {
            if (!text()) {
                return false;
            }
            int which = which(names);
            if (at >= length || bytes[at++] != ':' || !text()) {
                return false;
            }
            if (which >= 0) {
                if ((held & (1 << which)) != 0 || !is(values[which])) {
                    return false;
                }
                held |= 1 << which;
            }
            if (at == length - 1) {
                return held == (1 << names.length) - 1;
            }
            if (bytes[at++] != ',') {
                return false;
            }
        }
    }

    /** Goes past a text of plain letters; it then stands from start to just before the quote that ends it. */
    private boolean text() {
        if (at >= length || bytes[at] != '"') {
            return false;
        }
        start = at + 1;
        at = Scan.special(bytes, start, length) + 1;
        return at <= length && bytes[at - 1] == '"';
    }

    private int which(String[] names) {
        for (int i = 0; i < names.length; i++) {
            if (is(names[i])) {
                return i;
            }
        }
        return -1;
    }

    private boolean is(String value) {
        int count = at - 1 - start;
        if (count != value.length()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (bytes[start + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
