package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine on PostgreSQL: one database and one first instance, wiped for each ledger. */
final class PostgresStoreUnderTest implements StoreUnderTest, AutoCloseable {

    private final LedgerDatabase database = LedgerDatabase.fresh();
    private final HikariDataSource readers = database.pool(6, "test-reader");
    private final PostgresLedgerStore first;
    private volatile LedgerClock clock = Instant::now;

    PostgresStoreUnderTest() {
        database.run("create table side_note (note text primary key, position bigint not null)");
        first = opened();
    }

    private PostgresLedgerStore opened() {
        return new PostgresLedgerStore(readers, database.pool(2, LedgerDatabase.WRITER), () -> clock.now(),
                new SimpleMeterRegistry());
    }

    @Override
    public void close() {
        first.close();
        readers.close();
    }

    @Override
    public Ledger freshLedger(LedgerClock onClock) {
        database.wipe();
        database.run("truncate side_note");
        clock = onClock;
        return new OnPostgres();
    }

    private final class OnPostgres implements Ledger {

        private final List<PostgresLedgerStore> others = new ArrayList<>();

        @Override
        public LedgerStore store() {
            return first;
        }

        @Override
        public LedgerStore anotherStore() {
            PostgresLedgerStore another = opened();
            others.add(another);
            return another;
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
            return (connection, position) -> insert(connection, note, position);
        }

        @Override
        public SideWrite failingNote(String note) {
            return (connection, position) -> {
                insert(connection, note, position);
                insert(connection, note, position);
            };
        }

        private static void insert(Connection connection, String note, long position) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into side_note values (?, ?)")) {
                insert.setString(1, note);
                insert.setLong(2, position);
                insert.executeUpdate();
            }
        }

        @Override
        public Map<String, Long> notes() {
            Map<String, Long> notes = new HashMap<>();
            database.texts("select note || ' ' || position from side_note").forEach(row -> {
                String[] cells = String.valueOf(row).split(" ", -1);
                notes.put(cells[0], Long.valueOf(cells[1]));
            });
            return notes;
        }

        @Override
        public void close() {
            others.forEach(PostgresLedgerStore::close);
        }
    }
}
