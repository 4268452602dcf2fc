package org.campaignledger.platform.eventstore;

import java.time.Instant;

/**
 * The ledger's clock: what recordedAt and "today" are taken from. The real one, but for the demo season, whose clock
 * stands in 2019 until the season ends. Sign-in and expiry never use it.
 */
@FunctionalInterface
public interface LedgerClock {

    /** The current instant of the ledger. */
    Instant now();
}
