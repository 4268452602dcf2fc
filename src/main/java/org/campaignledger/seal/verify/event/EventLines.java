package org.campaignledger.seal.verify.event;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads events line by line. One event at a time stands in {@link #event}; the next one takes its place. */
public final class EventLines implements AutoCloseable {

    private static final int SALT = 16;
    private static final int SALT_TEXT = 24;
    private static final int ALL = (1 << 11) - 1;

    private final LineReader lines;
    private final PlainLine plain = new PlainLine();
    private final StoredEvent event = new StoredEvent();

    /** Lines of a stream. */
    public EventLines(InputStream in) {
        lines = new LineReader(in);
    }

    /** The event at which it stands. */
    public StoredEvent event() {
        return event;
    }

    /**
     * Goes on to the next line.
     *
     * @return whether there is one
     * @throws Malformed   it is no event
     * @throws IOException it could not be read
     */
    public boolean next() throws Malformed, IOException {
        if (!lines.next()) {
            return false;
        }
        int start = lines.start();
        if (!plain.read(lines.buffer(), start, lines.end(), event)) {
            parse(start, lines.end() - start);
        }
        return true;
    }

    private void parse(int start, int length) throws Malformed {
        try (JsonParser parser = Json.parser(lines.buffer(), start, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("a line is not an object");
            }
            int seen = 0;
            for (@Nullable
            String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                int field = take(name, parser);
                if ((seen & field) != 0) {
                    throw new Malformed(name + " is there twice");
                }
                seen |= field;
            }
            if (seen != ALL || parser.nextToken() != null) {
                throw new Malformed(seen == ALL ? "a line is more than an object" : "a line lacks one of its fields");
            }
        } catch (JacksonException malformed) {
            throw Json.malformed(malformed);
        }
    }

    /** Takes in a field; answers its bit, 0 for one that is not known. */
    private int take(String name, JsonParser parser) throws Malformed {
        switch (name) {
            case "position" -> event.position = Json.number(parser, name);
            case "eventId" -> event.eventId = Json.text(parser, name);
            case "aggregateType" -> event.aggregateType = Json.text(parser, name);
            case "aggregateId" -> event.aggregateId = Json.text(parser, name);
            case "sequence" -> event.sequence = Json.number(parser, name);
            case "type" -> event.type = type(Json.text(parser, name));
            case "revision" -> event.revision = revision(Json.number(parser, name));
            case "recordedAt" -> event.recordedAt = Instants.millis(Json.text(parser, name));
            case "salt" -> event.salt = salt(Json.text(parser, name));
            case "payload" -> takeText(event.payload, name, parser);
            case "metadata" -> takeText(event.metadata, name, parser);
            default -> parser.skipChildren();
        }
        return bit(name);
    }

    private static int bit(String name) {
        return switch (name) {
            case "position" -> 1;
            case "eventId" -> 1 << 1;
            case "aggregateType" -> 1 << 2;
            case "aggregateId" -> 1 << 3;
            case "sequence" -> 1 << 4;
            case "type" -> 1 << 5;
            case "revision" -> 1 << 6;
            case "recordedAt" -> 1 << 7;
            case "salt" -> 1 << 8;
            case "payload" -> 1 << 9;
            case "metadata" -> 1 << 10;
            default -> 0;
        };
    }

    private static void takeText(Bytes bytes, String name, JsonParser parser) throws Malformed {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Malformed(name + " is not a text");
        }
        bytes.set(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
    }

    private static String type(String type) throws Malformed {
        if (type.isEmpty() || type.length() > Entry.MAX - Entry.TYPE
                || !type.chars().allMatch(Entry::isLetterOrDigit)) {
            throw new Malformed("type is not 1 to 100 letters and digits");
        }
        return type;
    }

    private static int revision(long revision) throws Malformed {
        if (revision < 1 || revision > 0xffff) {
            throw new Malformed("revision is not 1 to 65535");
        }
        return (int) revision;
    }

    private static byte[] salt(String text) throws Malformed {
        if (text.length() == SALT_TEXT) {
            try {
                byte[] salt = Base64.getDecoder().decode(text);
                if (salt.length == SALT) {
                    return salt;
                }
            } catch (IllegalArgumentException notBase64) {
                // told below
            }
        }
        throw new Malformed("salt is not 16 bytes in base64");
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
