package org.campaignledger.entry.write;

import java.util.Map;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.kernel.Checks;

/** What is asked of an entry fits how far it has come. */
final class ItTakesPart {

    private ItTakesPart() {}

    /** Adds {@code takes-part-no-more} for an entry that was withdrawn, rejected, disqualified or reversed. */
    static void check(Entry entry, Checks checks) {
        checks.that(entry.state().takesPart(), "", "takes-part-no-more", Map.of("state", entry.state()));
    }

    /** Adds {@code already-accepted} for an entry that was accepted; only one that was not is still to be changed. */
    static void uncheckedStill(Entry entry, Checks checks) {
        check(entry, checks);
        checks.that(entry.acceptedOn() == null || !entry.state().takesPart(), "", "already-accepted");
    }
}
