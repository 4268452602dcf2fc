package org.campaignledger.platform.eventstore;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** The engine in memory, with its sabotage. */
record MemoryStoreUnderTest(Sabotage sabotage) implements StoreUnderTest {

    @Override
    public Ledger freshLedger(LedgerClock clock) {
        return new InMemory(new MemoryLedger(clock, sabotage));
    }

    private record InMemory(MemoryLedger ledger) implements Ledger {

        @Override
        public LedgerStore store() {
            return new MemoryStore(ledger);
        }

        @Override
        public LedgerStore anotherStore() {
            return new MemoryStore(ledger);
        }

        @Override
        public Pause pause() {
            ledger.lock.lock();
            return ledger.lock::unlock;
        }

        @Override
        public Optional<byte[]> keyOf(String subject) {
            return Optional.ofNullable(ledger.keys.get(subject));
        }

        @Override
        public SideWrite note(String note) {
            return (connection, position) -> ledger.notes.put(note, position);
        }

        @Override
        public SideWrite failingNote(String note) {
            return (connection, position) -> {
                ledger.notes.put(note, position);
                throw new SQLException("as it should");
            };
        }

        @Override
        public Map<String, Long> notes() {
            return Map.copyOf(ledger.notes);
        }

        @Override
        public void close() {}
    }
}
