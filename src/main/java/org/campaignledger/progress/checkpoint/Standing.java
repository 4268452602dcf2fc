package org.campaignledger.progress.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.campaignledger.progress.balance.Balance;

/**
 * Where all campaigns stood at a position: what a fold of the ledger goes on from.
 *
 * @param position       the position; 0 for the ledger's beginning
 * @param recordedAt     when it was recorded
 * @param balances       the balance of each campaign that was posted to
 * @param campaignEvents the events about campaigns as a whole so far, in order
 * @param generation     the run of the fold from which it comes
 */
public record Standing(
        long position, Instant recordedAt, Map<String, Balance> balances, List<KeptEvent> campaignEvents,
        Instant generation) {}
