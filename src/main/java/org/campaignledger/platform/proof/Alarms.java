package org.campaignledger.platform.proof;

import java.util.Optional;

/** Tells whether the ledger still is what was sealed, for whoever must not show figures without saying so. */
@FunctionalInterface
public interface Alarms {

    /** The first position from which on it is not; empty while all is well. */
    Optional<Long> position();
}
