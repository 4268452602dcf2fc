package org.campaignledger.platform.eventstore;

import java.time.Instant;

/** A clock that stands where it was set. */
final class SettableClock implements LedgerClock {

    private volatile Instant now;

    SettableClock(Instant now) {
        this.now = now;
    }

    void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant now() {
        return now;
    }
}
