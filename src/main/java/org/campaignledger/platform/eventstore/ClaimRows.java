package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows of claims on their way into one statement. */
final class ClaimRows {

    /** Takes five arrays; whoever inserts says what becomes of those that are there. */
    static final String INSERT = """
        insert into claim (claim_key, kind, record_id, unit, position)
        select * from unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[])""";

    private final List<byte[]> keys = new ArrayList<>();
    private final List<String> kinds = new ArrayList<>();
    private final List<String> records = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();

    void add(byte[] key, String kind, ClaimHolder holder) {
        keys.add(key);
        kinds.add(kind);
        records.add(holder.recordId());
        units.add(holder.unit());
        positions.add(holder.position());
    }

    /** Gives these back, whoever holds them. */
    static void delete(Connection connection, byte[][] keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from claim where claim_key = any(?::bytea[])")) {
            statement.setArray(1, connection.createArrayOf("bytea", keys));
            statement.executeUpdate();
        }
    }

    /** Binds them from this parameter on. Answers the next one. */
    int bind(Connection connection, PreparedStatement statement, int from) throws SQLException {
        statement.setArray(from, connection.createArrayOf("bytea", keys.toArray(byte[][]::new)));
        statement.setArray(from + 1, connection.createArrayOf("text", kinds.toArray()));
        statement.setArray(from + 2, connection.createArrayOf("text", records.toArray()));
        statement.setArray(from + 3, connection.createArrayOf("text", units.toArray()));
        statement.setArray(from + 4, connection.createArrayOf("bigint", positions.toArray()));
        return from + 5;
    }
}
