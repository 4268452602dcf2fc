package org.campaignledger.propagandist.events;

import org.campaignledger.kernel.LedgerEvent;

/** What happened to the record of a propagandist. */
public sealed interface PropagandistEvent extends LedgerEvent
        permits PropagandistRecruited, PropagandistCorrected, PropagandistReversed {

    /** Id of the record. */
    String id();
}
