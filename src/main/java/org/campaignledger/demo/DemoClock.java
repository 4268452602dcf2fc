package org.campaignledger.demo;

import java.time.Clock;
import java.time.Instant;

import org.campaignledger.platform.eventstore.LedgerClock;
import org.jspecify.annotations.Nullable;

/** Stands in 2019 from the ledger's first position until the season ends, and is the real clock from then on. */
final class DemoClock implements LedgerClock {

    private final Clock real;
    private volatile @Nullable Instant standsAt;

    DemoClock(@Nullable Instant standsAt, Clock real) {
        this.real = real;
        this.standsAt = standsAt;
    }

    @Override
    public Instant now() {
        Instant still = standsAt;
        return still == null ? real.instant() : still;
    }

    /** Moves on; never back. */
    void moveTo(Instant instant) {
        Instant still = standsAt;
        if (still != null && instant.isAfter(still)) {
            standsAt = instant;
        }
    }

    /** From here on it is the real clock. */
    void join() {
        standsAt = null;
    }
}
