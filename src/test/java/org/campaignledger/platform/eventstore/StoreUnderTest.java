package org.campaignledger.platform.eventstore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An engine as {@link EventStoreContract} sees it: it gives ledgers that begin empty. */
public interface StoreUnderTest {

    /** A ledger without events, on this clock. */
    Ledger freshLedger(LedgerClock clock);

    /** A ledger without events, on the real clock. */
    default Ledger freshLedger() {
        return freshLedger(Instant::now);
    }

    /** One ledger, its stores, and what must stand or fall with its appends. */
    interface Ledger extends AutoCloseable {

        /** The store of one instance, always the same. */
        LedgerStore store();

        /** The store of a further instance on the same ledger, a new one at each call. */
        LedgerStore anotherStore();

        /** Nothing is written until it is closed, so that what is appended meanwhile waits together. */
        Pause pause();

        /** The key kept for a person. */
        Optional<byte[]> keyOf(String subject);

        /** A side write that keeps this note with the position that it is told. */
        SideWrite note(String note);

        /** The same, but it fails after having written. */
        SideWrite failingNote(String note);

        /** The notes kept. */
        Map<String, Long> notes();

        @Override
        void close();
    }

    /** Ends with {@link #close}, called by the thread that began it. */
    interface Pause extends AutoCloseable {

        @Override
        void close();
    }
}
