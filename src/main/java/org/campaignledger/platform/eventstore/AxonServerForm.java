package org.campaignledger.platform.eventstore;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * The form of a ledger event in Axon Server. Its own fields hold what is needed to find an event and to read its name
 * in a dashboard; everything that is hashed travels inside the payload, since metadata there are an unordered map and
 * times end at the millisecond. Of each text and byte field the length comes first, as a number of four bytes:
 *
 * <p>{@code version(1) position(8) seconds(8) nanos(4) sequence(8) revision(4) eventId(16) salt metadata payload
 * aggregateType aggregateId type}
 */
final class AxonServerForm {

    private static final byte VERSION = 1;
    private static final int FIXED = 1 + 8 + 8 + 4 + 8 + 4 + 16 + 6 * 4;

    private AxonServerForm() {}

    /** The name of an aggregate of this ledger in the context: other ledgers may have left theirs there. */
    static String aggregate(String ledger, String aggregateId) {
        return ledger + "/" + aggregateId;
    }

    /** Whether an event of the context belongs to this ledger. */
    static boolean isOf(String ledger, Event event) {
        String aggregate = event.getAggregateIdentifier();
        return aggregate.length() > ledger.length() && aggregate.charAt(ledger.length()) == '/'
                && aggregate.startsWith(ledger);
    }

    /** The event as it is sent, at the position that it will have. */
    static Event write(String ledger, RecordedEvent event) {
        return Event.newBuilder()
                .setMessageIdentifier(event.eventId().toString())
                .setAggregateIdentifier(aggregate(ledger, event.aggregateId()))
                .setAggregateSequenceNumber(event.sequence())
                .setAggregateType(event.aggregateType())
                .setTimestamp(event.recordedAt().toEpochMilli())
                .setPayload(SerializedObject.newBuilder().setType(event.type())
                        .setRevision(Integer.toString(event.revision())).setData(ByteString.copyFrom(bytes(event))))
                .build();
    }

    private static byte[] bytes(RecordedEvent event) {
        byte[][] fields = {event.salt(), event.metadata(), event.payload(), utf8(event.aggregateType()),
                utf8(event.aggregateId()), utf8(event.type())};
        int length = FIXED;
        for (byte[] field : fields) {
            length += field.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length).put(VERSION).putLong(event.position())
                .putLong(event.recordedAt().getEpochSecond()).putInt(event.recordedAt().getNano())
                .putLong(event.sequence()).putInt(event.revision())
                .putLong(event.eventId().getMostSignificantBits()).putLong(event.eventId().getLeastSignificantBits());
        for (byte[] field : fields) {
            buffer.putInt(field.length).put(field);
        }
        return buffer.array();
    }

    /**
     * The ledger event inside an event of Axon Server, at the position that it was written for.
     *
     * @throws IllegalArgumentException the form is of a later version of the product, or damaged
     */
    static RecordedEvent read(Event event) {
        ByteBuffer buffer = event.getPayload().getData().asReadOnlyByteBuffer();
        if (buffer.remaining() < FIXED || buffer.get() != VERSION) {
            throw new IllegalArgumentException("event " + event.getMessageIdentifier() + " is not in a known form");
        }
        long position = buffer.getLong();
        Instant recordedAt = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
        long sequence = buffer.getLong();
        int revision = buffer.getInt();
        UUID eventId = new UUID(buffer.getLong(), buffer.getLong());
        byte[] salt = field(buffer);
        byte[] metadata = field(buffer);
        byte[] payload = field(buffer);
        String aggregateType = text(buffer);
        String aggregateId = text(buffer);
        return new RecordedEvent(position, eventId, aggregateType, aggregateId, sequence, text(buffer), revision,
                recordedAt, payload, metadata, salt);
    }

    private static byte[] field(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer buffer) {
        return new String(field(buffer), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
