package org.campaignledger.seal.verify.event;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Reads lines as they mostly are: keys in the order of the specification, no spaces, no escapes but those of one
 * letter. Whatever is otherwise is left to a parser, so that nothing is refused here; this is for speed alone.
 */
final class PlainLine {

    private static final byte[][] HEADS = heads("{\"position\":", ",\"eventId\":\"", ",\"aggregateType\":\"",
            ",\"aggregateId\":\"", ",\"sequence\":", ",\"type\":\"", ",\"revision\":", ",\"recordedAt\":\"",
            ",\"salt\":\"", ",\"payload\":\"", ",\"metadata\":\"", "}");
    private static final int DIGITS = 18;
    private static final int MAX_TYPE = Entry.MAX - Entry.TYPE;
    private static final int SALT = 16;

    private byte[] line = new byte[0];
    private int at;
    private int end;

    private static byte[][] heads(String... texts) {
        byte[][] heads = new byte[texts.length][];
        for (int i = 0; i < texts.length; i++) {
            heads[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
        }
        return heads;
    }

    /** Something is otherwise: one object for all, as nobody looks at it. */
    private static final class Otherwise extends Exception {

        private static final long serialVersionUID = 1L;
        private static final Otherwise IT_IS = new Otherwise();

        private Otherwise() {
            super(null, null, false, false);
        }
    }

    /** Takes in the event of a line; answers whether it could. */
    boolean read(byte[] bytes, int from, int to, StoredEvent event) {
        line = bytes;
        at = from;
        end = to;
        try {
            event.position = number(0);
            event.eventId = text(1);
            event.aggregateType = text(2);
            event.aggregateId = text(3);
            event.sequence = number(4);
            event.type = type(text(5));
            event.revision = revision(number(6));
            event.recordedAt = Instants.millis(text(7));
            event.salt = salt(text(8));
            head(9);
            escapedText(event.payload);
            head(10);
            escapedText(event.metadata);
            head(11);
            return at == end;
        } catch (Otherwise | Malformed | IllegalArgumentException otherwise) {
            return false;
        }
    }

    private void head(int number) throws Otherwise {
        byte[] head = HEADS[number];
        if (end - at < head.length || !Arrays.equals(line, at, at + head.length, head, 0, head.length)) {
            throw Otherwise.IT_IS;
        }
        at += head.length;
    }

    private long number(int number) throws Otherwise {
        head(number);
        int first = at;
        long value = 0;
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            value = value * 10 + line[at++] - '0';
        }
        int digits = at - first;
        if (digits == 0 || digits > DIGITS || (line[first] == '0' && digits > 1)) {
            throw Otherwise.IT_IS;
        }
        return value;
    }

    private String text(int number) throws Otherwise {
        head(number);
        int first = at;
        at = Scan.special(line, first, end) + 1;
        if (at > end || line[at - 1] != '"') {
            throw Otherwise.IT_IS;
        }
        return new String(line, first, at - 1 - first, StandardCharsets.UTF_8);
    }

    private static String type(String type) throws Otherwise {
        boolean isOne = !type.isEmpty() && type.length() <= MAX_TYPE;
        for (int i = 0; isOne && i < type.length(); i++) {
            isOne = Entry.isLetterOrDigit(type.charAt(i));
        }
        if (!isOne) {
            throw Otherwise.IT_IS;
        }
        return type;
    }

    private static int revision(long revision) throws Otherwise {
        if (revision < 1 || revision > 0xffff) {
            throw Otherwise.IT_IS;
        }
        return (int) revision;
    }

    private static byte[] salt(String text) throws Otherwise {
        byte[] salt = Base64.getDecoder().decode(text);
        if (salt.length != SALT || text.length() != 24) {
            throw Otherwise.IT_IS;
        }
        return salt;
    }

    /** Takes in a text with its escapes, as bytes. */
    private void escapedText(Bytes into) throws Otherwise {
        byte[] to = into.room(end - at);
        int length = 0;
        int from = at;
        while (true) {
            int special = Scan.special(line, from, end);
            System.arraycopy(line, from, to, length, special - from);
            length += special - from;
            if (special < end && line[special] == '"') {
                at = special + 1;
                into.length(length);
                return;
            }
            if (special + 1 >= end || line[special] != '\\') {
                throw Otherwise.IT_IS;
            }
            to[length++] = escaped(line[special + 1]);
            from = special + 2;
        }
    }

    private static byte escaped(byte letter) throws Otherwise {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> throw Otherwise.IT_IS;
        };
    }
}
