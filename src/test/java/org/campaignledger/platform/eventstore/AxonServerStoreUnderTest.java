package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The engine on Axon Server: one context for all, in which each ledger begins behind what the others have left there,
 * and one database, wiped for each ledger.
 */
final class AxonServerStoreUnderTest implements StoreUnderTest, AutoCloseable {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(6, "test-reader");
    private final AxonServerConnection connection;

    AxonServerStoreUnderTest(String address) {
        connection = TestAxonServer.connect(address);
        database.run("create table side_note (note text primary key, position bigint not null)");
    }

    @Override
    public void close() {
        readers.close();
        connection.disconnect();
    }

    @Override
    public Ledger freshLedger(LedgerClock clock) {
        database.wipe();
        database.run("truncate side_note, axon_server_ledger, axon_server_run");
        return new OnAxonServer(clock);
    }

    private final class OnAxonServer implements Ledger {

        private final List<AxonServerLedgerStore> stores = new ArrayList<>();
        private final LedgerClock clock;

        OnAxonServer(LedgerClock clock) {
            this.clock = clock;
            anotherStore();
        }

        @Override
        public LedgerStore store() {
            return stores.getFirst();
        }

        @Override
        public LedgerStore anotherStore() {
            stores.add(new AxonServerLedgerStore(connection::eventChannel, readers,
                    database.pool(2, LedgerDatabase.WRITER), clock, new SimpleMeterRegistry(),
                    AxonServerSettings.DEFAULT));
            return stores.getLast();
        }

        @Override
        public Pause pause() {
            try {
                Connection lock = database.holdWritersLock();
                return () -> {
                    try {
                        lock.close();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                };
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<byte[]> keyOf(String subject) {
            return database.texts("select encode(wrapped, 'hex') from person_key where subject = '" + subject + "'")
                    .stream().map(hex -> HexFormat.of().parseHex(String.valueOf(hex))).findFirst();
        }

        @Override
        public SideWrite note(String note) {
            return (beside, position) -> insert(beside, note, position);
        }

        @Override
        public SideWrite failingNote(String note) {
            return (beside, position) -> {
                insert(beside, note, position);
                insert(beside, note, position);
            };
        }

        private static void insert(Connection beside, String note, long position) throws SQLException {
            try (PreparedStatement insert = beside.prepareStatement("insert into side_note values (?, ?)")) {
                insert.setString(1, note);
                insert.setLong(2, position);
                insert.executeUpdate();
            }
        }

        @Override
        public Map<String, Long> notes() {
            Map<String, Long> notes = new HashMap<>();
            database.texts("select note || ' ' || position from side_note").forEach(row -> {
                String[] cells = String.valueOf(row).split(" ");
                notes.put(cells[0], Long.valueOf(cells[1]));
            });
            return notes;
        }

        @Override
        public void close() {
            stores.forEach(AxonServerLedgerStore::close);
        }
    }
}
