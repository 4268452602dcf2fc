package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Writes kept events and their claims back, as they were. */
final class RestoreSql {

    private static final String EVENTS = """
        insert into ledger_event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                  recorded_at, payload, metadata, salt)
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[],
                             ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[])""";

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
     * What the events leave of the claims: keys that they give back go, those that they take are theirs. Running it again
     * leaves the same, so that an attempt before does no harm.
     */
    void claims(List<KeptEvent> kept) throws SQLException {
        Map<ByteBuffer, Optional<Held>> left = new LinkedHashMap<>();
        for (KeptEvent one : kept) {
            one.freed().forEach(claim -> left.put(ByteBuffer.wrap(ClaimKeys.of(claim)), Optional.empty()));
            one.claims().forEach(claim -> left.put(ByteBuffer.wrap(ClaimKeys.of(claim)), Optional.of(
                    new Held(claim.kind(), new ClaimHolder(one.recordId(), one.unit(), one.recordAt())))));
        }
        ClaimRows.delete(connection, left.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new));
        ClaimRows rows = new ClaimRows();
        left.forEach((key, held) -> held.ifPresent(one -> rows.add(key.array(), one.kind(), one.holder())));
        try (PreparedStatement statement = connection.prepareStatement(ClaimRows.INSERT)) {
            rows.bind(connection, statement, 1);
            statement.executeUpdate();
        }
    }

    private record Held(String kind, ClaimHolder holder) {}
}
