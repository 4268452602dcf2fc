package org.campaignledger.platform.eventstore;

import java.time.Instant;

/**
 * What the store answers once an append is durable.
 *
 * @param firstPosition position of the append's first event
 * @param lastPosition  position of its last
 * @param recordedAt    the instant given to all of them
 */
public record AppendReceipt(long firstPosition, long lastPosition, Instant recordedAt) {}
