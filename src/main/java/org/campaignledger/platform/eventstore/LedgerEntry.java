package org.campaignledger.platform.eventstore;

import java.time.Instant;
import java.util.Map;

import org.campaignledger.kernel.LedgerEvent;

/**
 * A ledger event read back: the stored bytes made into the event's record, older revisions brought up to date.
 *
 * @param position    its place in the whole ledger
 * @param recordedAt  the instant of commit
 * @param eventId     unique id
 * @param aggregateId id of the aggregate
 * @param sequence    its place within the aggregate
 * @param type        short name, such as {@code EventHeld}
 * @param event       the event
 * @param metadata    who, on what, caused by what; see {@code MetadataKeys}
 */
public record LedgerEntry(
        long position, Instant recordedAt, String eventId, String aggregateId, long sequence, String type,
        LedgerEvent event, Map<String, String> metadata) {}
