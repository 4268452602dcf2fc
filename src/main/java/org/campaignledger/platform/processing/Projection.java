package org.campaignledger.platform.processing;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.LedgerEntry;

/**
 * Rows made from ledger events. A projection owns its tables and can be rebuilt from nothing; its place in the ledger is
 * kept in the transaction of its rows, so that every event is taken in exactly once.
 */
public interface Projection {

    /** The name under which it is configured, measured, and rebuilt; also that of its processor. */
    String name();

    /** The tables it owns, each created empty by a migration; nothing else writes to them. */
    List<String> tables();

    /**
     * Takes in events in order, inside a transaction on the service's data source. Events that it knows nothing of are
     * passed over. Throws on an event that can't be taken in: it is then tried alone, and set aside if it fails again.
     *
     * @param entries one or more, ascending by position, none seen before
     * @param tables  where to write: the live tables, or those of a rebuild
     */
    void apply(List<LedgerEntry> entries, Tables tables);

    /**
     * Whether the event tells this projection anything. Batches of which none does cost it next to nothing, and what does
     * not concern it is never set aside. An event that can't be read might concern any: it is not asked.
     */
    default boolean concerns(LedgerEvent event) {
        return true;
    }

    /** The sequence within which order matters: behind an event that was set aside, its sequence waits. */
    default String sequenceOf(LedgerEntry entry) {
        return entry.aggregateId();
    }

    /** Called after a transaction of {@link #apply} was rolled back: forget whatever was kept in memory for it. */
    default void forget(Tables tables) {}
}
