package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/** Writes kept events and their claims back, as they were. */
final class RestoreSql {

    private static final String EVENTS = """
        insert into ledger_event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                  recorded_at, payload, metadata, salt)
        select * from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[],
                             ?::timestamptz[], ?::bytea[], ?::bytea[], ?::bytea[])""";
    private static final String CLAIMS = ClaimRows.INSERT + " on conflict do nothing";

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
        ClaimRows rows = new ClaimRows();
        kept.forEach(one -> one.claims().forEach(claim -> rows.add(ClaimKeys.of(claim), claim.kind(), one.recordId(),
                one.unit(), one.event().position())));
        try (PreparedStatement statement = connection.prepareStatement(CLAIMS)) {
            rows.bind(connection, statement, 1);
            statement.executeUpdate();
        }
    }
}
