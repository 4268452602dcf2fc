package org.campaignledger.platform.eventstore;

import java.util.List;
import java.util.UUID;

import org.campaignledger.kernel.Claim;

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
 * @param recordId      the record that holds the claims
 * @param unit          the unit or sub-unit of that record, empty where it is of none
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record NewEvent(
        UUID eventId, String aggregateType, String aggregateId, long sequence, String type, int revision,
        byte[] payload, byte[] metadata, List<Claim> claims, String recordId, String unit) {}
