package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/** A ledger of whatever engine whose claims, answers, keys and side rows stand in PostgreSQL. */
abstract class RowsBeside implements StoreUnderTest.Ledger {

    private final LedgerDatabase database;

    RowsBeside(LedgerDatabase database) {
        this.database = database;
    }

    @Override
    public StoreUnderTest.Pause pause() {
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
            String[] cells = String.valueOf(row).split(" ", -1);
            notes.put(cells[0], Long.valueOf(cells[1]));
        });
        return notes;
    }
}
