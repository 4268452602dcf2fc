package org.campaignledger.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.campaignledger.kernel.Claim;
import org.jspecify.annotations.Nullable;

/** Makes appends of small events for the tests. */
public final class AnAppend {

    private static final byte[] PAYLOAD = "{\"n\":1}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] METADATA = "{\"account\":\"fj\"}".getBytes(StandardCharsets.UTF_8);

    private final List<NewEvent> events;
    private final List<Append.Condition> conditions = new ArrayList<>();
    private final List<Append.PersonKey> keys = new ArrayList<>();
    private final List<SideWrite> sideWrites = new ArrayList<>();
    private @Nullable IdempotentAnswer answer;

    private AnAppend(List<NewEvent> events) {
        this.events = events;
    }

    public static AnAppend of(NewEvent... events) {
        return new AnAppend(List.of(events));
    }

    /** So many events of one aggregate, from this sequence on. */
    public static AnAppend of(String aggregate, long sequence, int count) {
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(event(aggregate, sequence + i));
        }
        return new AnAppend(events);
    }

    /** An event whose record has the aggregate's id and is of unit FJ. */
    public static NewEvent event(String aggregate, long sequence, Claim... claims) {
        return new NewEvent(UUID.randomUUID(), "Thing", aggregate, sequence, "ThingHappened", 1, PAYLOAD, METADATA,
                List.of(claims), aggregate, "FJ");
    }

    static NewEvent event(String aggregate, byte[] payload, byte[] metadata) {
        return new NewEvent(UUID.randomUUID(), "Thing", aggregate, 0, "ThingHappened", 1, payload, metadata, List.of(),
                aggregate, "");
    }

    /** An event that corrects its record, of this unit, and was itself recorded first at this position. */
    static NewEvent correcting(String aggregate, long sequence, String unit, long recordedFirst, List<Claim> freed,
            Claim... claims) {
        return new NewEvent(UUID.randomUUID(), "Thing", aggregate, sequence, "ThingCorrected", 1, PAYLOAD, METADATA,
                List.of(claims), freed, aggregate, unit, recordedFirst);
    }

    /** The same events, each telling in its metadata which of how many it is. */
    AnAppend toldApart() {
        List<NewEvent> told = new ArrayList<>();
        for (NewEvent event : events) {
            byte[] metadata = ("{\"account\":\"fj\",\"append\":\"" + AppendPlace.of(told.size() + 1, events.size())
                    .text()
                    + "\"}").getBytes(StandardCharsets.UTF_8);
            told.add(new NewEvent(event.eventId(), event.aggregateType(), event.aggregateId(), event.sequence(),
                    event.type(), event.revision(), event.payload(), metadata, event.claims(), event.recordId(),
                    event.unit()));
        }
        return new AnAppend(told);
    }

    AnAppend relyingOn(String aggregate, long lastSequence) {
        conditions.add(new Append.Condition(aggregate, lastSequence));
        return this;
    }

    AnAppend answering(String key) {
        answer = new IdempotentAnswer(scope(key), scope("body of " + key), 201, "/things/" + key, key, 0);
        return this;
    }

    AnAppend keeping(String subject, byte[] wrapped) {
        keys.add(new Append.PersonKey(subject, wrapped));
        return this;
    }

    AnAppend with(SideWrite sideWrite) {
        sideWrites.add(sideWrite);
        return this;
    }

    public Append build() {
        return new Append(events, conditions, answer, keys, sideWrites);
    }

    public AppendReceipt to(LedgerStore store) {
        return store.append(build());
    }

    /** The idempotency scope that stands for this key. */
    static String scope(String key) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
