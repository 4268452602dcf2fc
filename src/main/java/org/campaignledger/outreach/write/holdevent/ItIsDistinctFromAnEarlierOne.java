package org.campaignledger.outreach.write.holdevent;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Rule 7: who says that an event is another one than an earlier record must name a record that looks the same. What was
 * recorded first never changes, so it need not be looked at again when the append is written.
 */
@Component
class ItIsDistinctFromAnEarlierOne {

    private final LedgerStore store;
    private final EventCodec codec;

    ItIsDistinctFromAnEarlierOne(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * Passes if nothing is named, or an earlier record of the same likeness is.
     *
     * @throws Refused 422 {@code unknown-record} or {@code not-the-same-event}
     */
    void check(EventHeld held) {
        String named = held.distinctFrom();
        if (named == null) {
            return;
        }
        RecordedEvent first = store.readAggregate(named, 0).stream().findFirst()
                .orElseThrow(() -> Refused.because(Violation.of("distinctFrom", "unknown-record")));
        boolean same = codec.decodePayload(first.type(), first.revision(),
                first.payload()) instanceof EventHeld earlier && earlier.likeness().equals(held.likeness());
        if (!same) {
            throw Refused.because(Violation.of("distinctFrom", "not-the-same-event"));
        }
    }
}
