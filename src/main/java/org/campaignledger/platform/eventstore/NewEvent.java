package org.campaignledger.platform.eventstore;

import java.util.List;
import java.util.UUID;

import org.campaignledger.kernel.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A ledger event on its way into the store; position, recordedAt and salt are given at commit.
 *
 * @param eventId       unique id
 * @param aggregateType simple name of the aggregate
 * @param aggregateId   id of the aggregate
 * @param sequence      the expected place within the aggregate: the append conflicts if it is taken
 * @param type          short name of the event
 * @param revision      revision of its form
 * @param payload       UTF-8 JSON
 * @param metadata      UTF-8 JSON, an object of texts with sorted keys
 * @param claims        natural keys that it takes
 * @param freed         natural keys that it gives back, before it takes any
 * @param recordId      the record that holds the claims
 * @param unit          the unit or sub-unit of that record, empty where it is of none
 * @param recordedFirst position at which that record was recorded; absent if this event records it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record NewEvent(
        UUID eventId, String aggregateType, String aggregateId, long sequence, String type, int revision,
        byte[] payload, byte[] metadata, List<Claim> claims, List<Claim> freed, String recordId, String unit,
        @Nullable Long recordedFirst) {

    /** An event that records something, and so gives nothing back. */
    public NewEvent(UUID eventId, String aggregateType, String aggregateId, long sequence, String type, int revision,
            byte[] payload, byte[] metadata, List<Claim> claims, String recordId, String unit) {
        this(eventId, aggregateType, aggregateId, sequence, type, revision, payload, metadata, claims, List.of(),
                recordId, unit, null);
    }

    /** Where the record stands that holds what this event claims, if the event itself gets this position. */
    long recordAt(long position) {
        return recordedFirst == null ? position : recordedFirst;
    }
}
