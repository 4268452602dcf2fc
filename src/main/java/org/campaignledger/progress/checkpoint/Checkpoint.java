package org.campaignledger.progress.checkpoint;

/**
 * A campaign's balance as kept.
 *
 * @param campaign the campaign
 * @param position the mark at which it was kept
 * @param state    the balance's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record Checkpoint(String campaign, long position, byte[] state) {}
