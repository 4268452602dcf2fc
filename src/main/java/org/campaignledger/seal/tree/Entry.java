package org.campaignledger.seal.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.campaignledger.platform.eventstore.RecordedEvent;

/**
 * The fixed, small envelope of a ledger event that goes into the public log (docs/sealed-log.md, "Entry"). It tells
 * nothing of payload and metadata to whoever does not hold the event's salt. Not thread-safe: one for each thread.
 */
public final class Entry {

    /** The longest name of an event type. */
    public static final int MAX_TYPE = 100;

    private static final byte VERSION = 1;
    private static final int FIXED = 83;

    private final MessageDigest sha256 = Hashes.sha256();

    /** A maker of entries. */
    public Entry() {}

    /** The entry of an event, as its bytes stand in the store. */
    public byte[] of(RecordedEvent event) {
        byte[] type = event.type().getBytes(StandardCharsets.UTF_8);
        if (type.length == 0 || type.length > MAX_TYPE) {
            throw new IllegalArgumentException("an event type of " + type.length + " bytes has no entry");
        }
        return ByteBuffer.allocate(FIXED + type.length)
                .put(VERSION)
                .putLong(event.position())
                .putLong(event.recordedAt().toEpochMilli())
                .putShort((short) event.revision())
                .put(salted(event.salt(), event.payload()))
                .put(salted(event.salt(), event.metadata()))
                .put(type)
                .array();
    }

    /** The leaf hash of an event's entry. */
    public byte[] leafHash(RecordedEvent event) {
        return Hashes.leaf(sha256, of(event));
    }

    private byte[] salted(byte[] salt, byte[] bytes) {
        sha256.update(salt);
        return sha256.digest(bytes);
    }
}
