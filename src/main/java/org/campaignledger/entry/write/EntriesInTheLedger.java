package org.campaignledger.entry.write;

import java.util.List;
import java.util.Optional;

import org.campaignledger.entry.events.Entry;
import org.campaignledger.entry.events.EntryEvent;
import org.campaignledger.entry.model.Entries;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries as the ledger has them now, never behind it. */
@Component
class EntriesInTheLedger {

    static final String AGGREGATE = "Entry";

    private final LedgerStore store;
    private final EventCodec codec;

    EntriesInTheLedger(LedgerStore store, EventCodec codec) {
        this.store = store;
        this.codec = codec;
    }

    /**
     * The entry.
     *
     * @throws Refused 404 if there is none
     */
    Entry entry(String id) {
        return find(store.readAggregate(id, 0)).orElseThrow(Refused::notFound);
    }

    /** The entry that these events have made; empty if they are none of an entry. */
    Optional<Entry> find(List<RecordedEvent> events) {
        @Nullable
        Entry entry = null;
        for (RecordedEvent recorded : events) {
            if (!recorded.aggregateType().equals(AGGREGATE)) {
                return Optional.empty();
            }
            entry = Entries.evolve(entry, (EntryEvent) codec.decodePayload(recorded.type(), recorded.revision(),
                    recorded.payload()));
        }
        return Optional.ofNullable(entry);
    }
}
