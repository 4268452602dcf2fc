package org.campaignledger.correction.write;

import java.time.Instant;
import java.util.Map;

import org.campaignledger.correction.model.Correction;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;

/** A correction is decided once, and in time (rule 19). */
final class ItIsStillUndecided {

    private ItIsStillUndecided() {}

    /**
     * Passes for a correction that nobody has decided on.
     *
     * @throws Refused 409 {@code already-decided}
     */
    static void check(Correction correction) {
        if (correction.state() != Correction.State.REQUESTED) {
            throw Refused.of(Refused.Kind.CONFLICT, "already-decided", Map.of("state", correction.state().name()));
        }
    }

    /**
     * Passes as long as its time is not up, whether or not the ledger has noticed by itself.
     *
     * @throws Refused 422 {@code correction-expired}
     */
    static void checkTime(Correction correction, Instant now) {
        if (correction.isOverdue(now)) {
            throw Refused.because(Violation.of("", "correction-expired", "expiresAt", correction.asked().expiresAt()));
        }
    }
}
