package org.campaignledger.entry.write;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.kernel.Checks;

/** Rule 13: only accepted entries can be recommended, and each of them once. */
final class AUnitRecommendsAcceptedEntries {

    private AUnitRecommendsAcceptedEntries() {}

    /** Adds what is wrong. */
    static void check(Entry entry, Checks checks) {
        ItTakesPart.check(entry, checks);
        if (entry.state().takesPart()) {
            checks.that(entry.state() != Entry.State.SUBMITTED, "", "not-accepted");
            checks.that(entry.state() != Entry.State.RECOMMENDED, "", "already-recommended");
        }
    }
}
