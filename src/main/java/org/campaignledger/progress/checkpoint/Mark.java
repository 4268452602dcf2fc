package org.campaignledger.progress.checkpoint;

import java.time.Instant;

/**
 * A position at which balances were kept.
 *
 * @param position   a multiple of the interval
 * @param follows    position of the mark before it; 0 for the first
 * @param recordedAt when {@code position} was recorded
 * @param postings   the journal of the postings after {@code follows} up to {@code position}
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Mark(long position, long follows, Instant recordedAt, byte[] postings) {}
