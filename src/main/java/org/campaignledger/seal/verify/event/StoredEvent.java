package org.campaignledger.seal.verify.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.campaignledger.seal.verify.tree.Merkle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** An event as a line has it, and what is made of it. Filled anew for each line; not thread-safe. */
public final class StoredEvent {

    private static final String[] IDENTITY = {"eventId", "aggregateType", "aggregateId", "sequence"};

    long position;
    long sequence;
    int revision;
    long recordedAt;
    String eventId = "";
    String aggregateType = "";
    String aggregateId = "";
    String type = "";
    byte[] salt = new byte[0];
    final Bytes payload = new Bytes();
    final Bytes metadata = new Bytes();

    private final MessageDigest digest = Merkle.sha256();
    private final byte[] entry = new byte[Entry.MAX];
    private int entryLength;

    StoredEvent() {}

    /** Makes its entry, with the position that it states. */
    void makeEntry() {
        ByteBuffer buffer = ByteBuffer.wrap(entry).put(Entry.VERSION).putLong(position).putLong(recordedAt)
                .putShort((short) revision);
        try {
            hash(payload, Entry.PAYLOAD);
            hash(metadata, Entry.METADATA);
        } catch (DigestException tooShort) {
            throw new IllegalStateException(tooShort);
        }
        buffer.position(Entry.TYPE).put(type.getBytes(StandardCharsets.ISO_8859_1));
        entryLength = buffer.position();
    }

    private void hash(Bytes bytes, int at) throws DigestException {
        digest.update(salt);
        digest.update(bytes.array(), 0, bytes.length());
        digest.digest(entry, at, Merkle.HASH);
    }

    byte[] entryBytes() {
        return entry;
    }

    int entryLength() {
        return entryLength;
    }

    /** A copy of its entry. */
    public byte[] entry() {
        return Arrays.copyOf(entry, entryLength);
    }

    /** The position that it states. */
    public long position() {
        return position;
    }

    /** Its type, such as {@code EventHeld}. */
    public String type() {
        return type;
    }

    /** The revision of its payload's form. */
    public int revision() {
        return revision;
    }

    /** Its payload, as stored. */
    public Bytes payload() {
        return payload;
    }

    /** In what the line says otherwise of the event's identity than the metadata that were sealed; nothing if in none. */
    @Nullable
    String disagreement() {
        if (new FlatTexts(metadata).holds(IDENTITY,
                new String[]{eventId, aggregateType, aggregateId, Long.toString(sequence)})) {
            return null;
        }
        int agreed = 0;
        try (JsonParser parser = Json.parser(metadata.array(), 0, metadata.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "the metadata are no object";
            }
            for (@Nullable
            String name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                @Nullable
                String told = told(name);
                if (told == null) {
                    parser.skipChildren();
                } else if (!told.equals(Json.text(parser, name))) {
                    return "the line's " + name + " is not the one in the metadata that were sealed";
                } else {
                    agreed++;
                }
            }
            return agreed == 4 && parser.nextToken() == null
                    ? null
                    : "the metadata lack a part of the event's identity";
        } catch (JacksonException | Malformed malformed) {
            return "the metadata are not an object of texts";
        }
    }

    private @Nullable String told(String name) {
        return switch (name) {
            case "eventId" -> eventId;
            case "aggregateType" -> aggregateType;
            case "aggregateId" -> aggregateId;
            case "sequence" -> Long.toString(sequence);
            default -> null;
        };
    }
}
