package org.campaignledger.seal.verify.figure;

import java.nio.charset.StandardCharsets;
import org.campaignledger.seal.verify.event.Bytes;
import org.campaignledger.seal.verify.event.Scan;
import org.jspecify.annotations.Nullable;

/**
 * Goes through payloads as they mostly are: one object of texts and whole numbers, without spaces. Whatever is otherwise
 * is for a parser to read; this is for speed alone.
 */
final class FlatFields {

    private static final int DIGITS = 18;

    private byte[] bytes = new byte[0];
    private int length;
    private int at;
    private int nameStart;
    private int nameEnd;
    private int valueStart;
    private boolean plain;
    private boolean number;

    /** Begins with a payload; answers whether it begins as one of these. */
    boolean begin(Bytes payload) {
        bytes = payload.array();
        length = payload.length();
        at = 1;
        return length > 2 && bytes[0] == '{' && bytes[length - 1] == '}';
    }

    /** Goes on to the next field; answers whether it could. */
    boolean next() {
        if (!text() || !plain) {
            return false;
        }
        nameStart = valueStart;
        nameEnd = at - 1;
        if (bytes[at] != ':' || ++at >= length) {
            return false;
        }
        number = bytes[at] != '"';
        return (number ? digits() : text()) && (bytes[at] == ',' || isOver());
    }

    /** Whether that was the last one. */
    boolean isOver() {
        return at == length - 1;
    }

    /** Goes past the comma. */
    void pass() {
        at++;
    }

    private boolean text() {
        if (bytes[at] != '"') {
            return false;
        }
        valueStart = ++at;
        plain = true;
        while (true) {
            at = Scan.special(bytes, at, length);
            if (at >= length - 1) {
                return false;
            }
            if (bytes[at] == '"') {
                at++;
                return true;
            }
            if (bytes[at] != '\\' || bytes[at + 1] == 'u') {
                return false;
            }
            plain = false;
            at += 2;
        }
    }

    private boolean digits() {
        valueStart = at;
        plain = true;
        while (at < length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        int count = at - valueStart;
        return count > 0 && count <= DIGITS && (count == 1 || bytes[valueStart] != '0') && at < length;
    }

    /** Whether the field has this name. */
    boolean isNamed(String name) {
        if (nameEnd - nameStart != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (bytes[nameStart + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Its value; nothing if it is not a text without escapes. A text that was read before may be given back. */
    @Nullable
    String text(String before) {
        if (number || !plain) {
            return null;
        }
        int count = at - 1 - valueStart;
        if (count == before.length() && isAscii(before)) {
            return before;
        }
        return new String(bytes, valueStart, count, StandardCharsets.UTF_8);
    }

    private boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (bytes[valueStart + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Its value; nothing if it is not a whole number. */
    @Nullable
    Long number() {
        if (!number) {
            return null;
        }
        long value = 0;
        for (int i = valueStart; i < at; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }
}
