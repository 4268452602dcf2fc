package org.campaignledger.progress.checkpoint;

import java.time.Instant;

/**
 * A position at which balances were kept.
 *
 * @param position   a multiple of the interval
 * @param recordedAt when it was recorded
 */
record Mark(long position, Instant recordedAt) {}
