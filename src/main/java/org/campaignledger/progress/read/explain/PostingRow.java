package org.campaignledger.progress.read.explain;

import java.time.Instant;

import org.campaignledger.kernel.Posting;

/**
 * A posting as kept for explanations.
 *
 * @param position   of its event
 * @param ordinal    its place among the event's postings, from 0
 * @param campaign   the campaign
 * @param posting    what it does
 * @param recordId   the record that its event belongs to
 * @param type       short name of the event
 * @param recordedAt when it was recorded
 */
record PostingRow(
        long position, int ordinal, String campaign, Posting posting, String recordId, String type,
        Instant recordedAt) {}
