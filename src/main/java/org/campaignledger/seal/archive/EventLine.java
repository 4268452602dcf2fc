package org.campaignledger.seal.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.campaignledger.platform.eventstore.RecordedEvent;

/**
 * A line of an archive, read.
 *
 * @param position      its place in the whole ledger
 * @param eventId       unique id
 * @param aggregateType simple name of the aggregate
 * @param aggregateId   id of the aggregate
 * @param sequence      its place within the aggregate
 * @param type          short name
 * @param revision      revision of its form
 * @param recordedAt    the instant of commit
 * @param salt          16 bytes
 * @param payload       the payload's text
 * @param metadata      the metadata's text
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record EventLine(
        long position, UUID eventId, String aggregateType, String aggregateId, long sequence, String type, int revision,
        Instant recordedAt, byte[] salt, String payload, String metadata) {

    /** The event, as it was stored. */
    RecordedEvent event() {
        return new RecordedEvent(position, eventId, aggregateType, aggregateId, sequence, type, revision, recordedAt,
                payload.getBytes(StandardCharsets.UTF_8), metadata.getBytes(StandardCharsets.UTF_8), salt);
    }
}
