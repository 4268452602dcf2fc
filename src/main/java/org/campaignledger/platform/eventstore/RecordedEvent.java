package org.campaignledger.platform.eventstore;

import java.time.Instant;
import java.util.UUID;

/**
 * A ledger event exactly as stored: what is hashed, proven and exported.
 *
 * @param position      its place in the whole ledger, from 1, without gaps, in the order of commit
 * @param eventId       unique id
 * @param aggregateType simple name of the aggregate
 * @param aggregateId   id of the aggregate
 * @param sequence      its place within the aggregate, from 0
 * @param type          short name of the event, such as {@code EventHeld}
 * @param revision      the revision of the event's form, from 1
 * @param recordedAt    the instant of commit, whole milliseconds, never decreasing with position
 * @param payload       UTF-8 JSON
 * @param metadata      UTF-8 JSON, an object of texts with sorted keys
 * @param salt          16 random bytes that keep the public hash of a guessable payload from being guessed
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are the identity of an event; they are never compared as records
public record RecordedEvent(
        long position, UUID eventId, String aggregateType, String aggregateId, long sequence, String type, int revision,
        Instant recordedAt, byte[] payload, byte[] metadata, byte[] salt) {}
