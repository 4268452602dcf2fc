package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes kept events and their claims back, as they were. */
final class RestoreSql {

    private static final String EVENTS = """
        insert into ledger_event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                  recorded_at, payload, metadata, salt)
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[],
                             ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[])""";
    private static final String CLAIMS = """
        insert into claim (claim_key, kind, record_id, unit, position)
        select * from unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[]) on conflict do nothing""";

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

    /** Claims that are there already are those of an attempt before. */
    void claims(List<KeptEvent> kept) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> records = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (KeptEvent one : kept) {
            one.claims().forEach(claim -> {
                keys.add(ClaimKeys.of(claim));
                kinds.add(claim.kind());
                records.add(one.recordId());
                units.add(one.unit());
                positions.add(one.event().position());
            });
        }
        try (PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
            statement.setArray(1, connection.createArrayOf("bytea", keys.toArray(byte[][]::new)));
            statement.setArray(2, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(3, connection.createArrayOf("text", records.toArray()));
            statement.setArray(4, connection.createArrayOf("text", units.toArray()));
            statement.setArray(5, connection.createArrayOf("bigint", positions.toArray()));
            statement.executeUpdate();
        }
    }
}
