package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.campaignledger.kernel.Claim;

/** Writes kept events and their claims back, as they were. */
final class RestoreSql {

    private static final String EVENTS = """
        insert into ledger_event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                  recorded_at, payload, metadata, salt)
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[],
                             ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[])""";

    private static final String HOLDERS = "select claim_key, record_id from claim where claim_key = any(?::bytea[])";

    private final Connection connection;

    RestoreSql(Connection connection) {
        this.connection = connection;
    }

    void events(List<KeptEvent> kept) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            bind(statement, 1, "bigint", kept, RecordedEvent::position);
            bind(statement, 2, "uuid", kept, RecordedEvent::eventId);
            bind(statement, 3, "text", kept, RecordedEvent::aggregateType);
            bind(statement, 4, "text", kept, RecordedEvent::aggregateId);
            bind(statement, 5, "bigint", kept, RecordedEvent::sequence);
            bind(statement, 6, "text", kept, RecordedEvent::type);
            bind(statement, 7, "smallint", kept, event -> (short) event.revision());
            bind(statement, 8, "timestamptz", kept, event -> event.recordedAt().atOffset(ZoneOffset.UTC).toString());
            bytes(statement, 9, kept, RecordedEvent::payload);
            bytes(statement, 10, kept, RecordedEvent::metadata);
            bytes(statement, 11, kept, RecordedEvent::salt);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, int at, String type, List<KeptEvent> kept,
            Function<RecordedEvent, Object> field) throws SQLException {
        Object[] values = kept.stream().map(one -> field.apply(one.event())).toArray();
        statement.setArray(at, connection.createArrayOf(type, values));
    }

    private void bytes(PreparedStatement statement, int at, List<KeptEvent> kept,
            Function<RecordedEvent, byte[]> field) throws SQLException {
        byte[][] values = kept.stream().map(one -> field.apply(one.event())).toArray(byte[][]::new);
        statement.setArray(at, connection.createArrayOf("bytea", values));
    }

    /**
     * What the events leave of the claims: keys that a record gives back go if it is the one that holds them, as when
     * they were written; those that it takes are its own. Running it again leaves the same, so that an attempt before
     * does no harm.
     */
    void claims(List<KeptEvent> kept) throws SQLException {
        Map<ByteBuffer, String> holders = holdersOf(kept);
        Map<ByteBuffer, Optional<Held>> left = new LinkedHashMap<>();
        for (KeptEvent one : kept) {
            for (Claim claim : one.freed()) {
                ByteBuffer key = key(claim);
                if (holders.remove(key, one.recordId())) {
                    left.put(key, Optional.empty());
                }
            }
            for (Claim claim : one.claims()) {
                holders.put(key(claim), one.recordId());
                left.put(key(claim), Optional.of(
                        new Held(claim.kind(), new ClaimHolder(one.recordId(), one.unit(), one.recordAt()))));
            }
        }
        ClaimRows.delete(connection, left.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new));
        ClaimRows rows = new ClaimRows();
        left.forEach((key, held) -> held.ifPresent(one -> rows.add(key.array(), one.kind(), one.holder())));
        try (PreparedStatement statement = connection.prepareStatement(ClaimRows.INSERT)) {
            rows.bind(connection, statement, 1);
            statement.executeUpdate();
        }
    }

    private static ByteBuffer key(Claim claim) {
        return ByteBuffer.wrap(ClaimKeys.of(claim));
    }

    /** The records that hold what the events give back; few events do. */
    private Map<ByteBuffer, String> holdersOf(List<KeptEvent> kept) throws SQLException {
        Map<ByteBuffer, String> holders = new HashMap<>();
        byte[][] freed = kept.stream().flatMap(one -> one.freed().stream()).map(ClaimKeys::of).toArray(byte[][]::new);
        if (freed.length == 0) {
            return holders;
        }
        try (PreparedStatement statement = connection.prepareStatement(HOLDERS)) {
            statement.setArray(1, connection.createArrayOf("bytea", freed));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    holders.put(ByteBuffer.wrap(rows.getBytes(1)), rows.getString(2));
                }
            }
        }
        return holders;
    }

    private record Held(String kind, ClaimHolder holder) {}
}
