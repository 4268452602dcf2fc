package org.campaignledger.correction.model;

import java.time.Instant;

import org.campaignledger.correction.events.CorrectionApproved;
import org.campaignledger.correction.events.CorrectionEvent;
import org.campaignledger.correction.events.CorrectionExpired;
import org.campaignledger.correction.events.CorrectionRejected;
import org.campaignledger.correction.events.CorrectionRequested;
import org.campaignledger.correction.events.CorrectionWithdrawn;
import org.jspecify.annotations.Nullable;

/**
 * A correction as its events have made it.
 *
 * @param asked what was asked for
 * @param state where it stands
 */
public record Correction(CorrectionRequested asked, State state) {

    /** Where a correction stands; all but the first are for good. */
    public enum State {
        /** It waits for somebody to decide. */
        REQUESTED,
        /** It has taken effect. */
        APPROVED,
        /** Somebody has refused it. */
        REJECTED,
        /** Who asked for it no longer does. */
        WITHDRAWN,
        /** Nobody has decided in time. */
        EXPIRED
    }

    /** The correction after one more event. */
    public static Correction evolve(@Nullable Correction before, CorrectionEvent event) {
        if (event instanceof CorrectionRequested requested) {
            return new Correction(requested, State.REQUESTED);
        }
        if (before == null) {
            throw new IllegalStateException("a correction begins with CorrectionRequested");
        }
        return new Correction(before.asked, switch (event) {
            case CorrectionRequested again -> before.state;
            case CorrectionApproved approved -> State.APPROVED;
            case CorrectionRejected rejected -> State.REJECTED;
            case CorrectionWithdrawn withdrawn -> State.WITHDRAWN;
            case CorrectionExpired expired -> State.EXPIRED;
        });
    }

    /** Whether nobody has decided in time, whether or not that is in the ledger yet. */
    public boolean isOverdue(Instant now) {
        return !now.isBefore(asked.expiresAt());
    }
}
