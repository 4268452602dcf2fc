package org.campaignledger.progress.live;

import java.time.Instant;

import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.timeline.CampaignState;

/**
 * A campaign as it stands. To be read only while it is handed over: the balance goes on.
 *
 * @param position   the position up to which the ledger is taken in
 * @param recordedAt when that position was recorded
 * @param version    what differs as soon as any of this may
 * @param state      its definition, targets and phases
 * @param balance    its balance
 */
public record Now(long position, Instant recordedAt, LiveProgress.Version version, CampaignState state,
        Balance balance) {

    /** A position from which on nothing about the campaign has changed, at most {@link #position}. */
    public long changedAt() {
        return version.changedAt();
    }
}
