package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.campaignledger.kernel.Claim;

/** The statements of one batch: lock, look, write. Each takes arrays, so that a batch of any size is one round trip. */
final class BatchSql {

    /** Identifies the writers' lock among advisory locks: "ledger" in ASCII. */
    static final long WRITERS_LOCK = 0x6c6564676572L;

    private static final String LOCK = "select pg_advisory_xact_lock(" + WRITERS_LOCK + ")";
    private static final String LOOK = """
        (select null::text as id, position as n, recorded_at from ledger_event order by position desc limit 1)
        union all
        select a.id, (select max(e.sequence) from ledger_event e where e.aggregate_id = a.id), null
        from unnest(?::text[]) as a(id)""";
    private static final String LOOK_CLAIMS = """
        select claim_key, record_id, unit, position from claim where claim_key = any(?::bytea[])""";
    private static final String LOOK_ANSWERS = """
        select scope, body_hash, status, location, id, position from idempotent_answer
        where scope = any(?::bytea[])""";
    private static final String WRITE_EVENTS = """
        insert into ledger_event (position, event_id, aggregate_type, aggregate_id, sequence, type, revision,
                                  recorded_at, payload, metadata, salt)
        select p, e, at, ai, s, t, r, ?, pl, md, sa
        from unnest(?::bigint[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::smallint[],
                    ?::bytea[], ?::bytea[], ?::bytea[]) as x(p, e, at, ai, s, t, r, pl, md, sa)""";
    private static final String WRITE_CLAIMS = """
        insert into claim (claim_key, kind, record_id, unit, position)
        select * from unnest(?::bytea[], ?::text[], ?::text[], ?::text[], ?::bigint[])""";
    private static final String WRITE_ANSWERS = """
        insert into idempotent_answer (scope, body_hash, status, location, id, position)
        select * from unnest(?::bytea[], ?::bytea[], ?::smallint[], ?::text[], ?::text[], ?::bigint[])""";
    private static final String WRITE_KEYS = """
        insert into person_key (subject, wrapped) select * from unnest(?::text[], ?::bytea[])""";

    private final Connection connection;

    BatchSql(Connection connection) {
        this.connection = connection;
    }

    /** A statement of its own, so that the snapshot of the next one is taken after the lock is held. */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    BatchDecision.Looked look(Touched touched) throws SQLException {
        Map<String, Long> heads = new HashMap<>();
        long head = 0;
        Instant lastRecordedAt = Instant.EPOCH;
        try (PreparedStatement statement = connection.prepareStatement(LOOK)) {
            statement.setArray(1, text(touched.aggregates().toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    long number = rows.getLong(2);
                    boolean none = rows.wasNull();
                    if (id == null) {
                        head = number;
                        lastRecordedAt = rows.getObject(3, OffsetDateTime.class).toInstant();
                    } else if (!none) {
                        heads.put(id, number);
                    }
                }
            }
        }
        return look(touched, head, lastRecordedAt, heads);
    }

    /** The same where heads and the last event are known from elsewhere. */
    BatchDecision.Looked look(Touched touched, long head, Instant lastRecordedAt, Map<String, Long> heads)
            throws SQLException {
        return new BatchDecision.Looked(head, lastRecordedAt, heads, claims(touched.claimKeys()),
                answers(touched.scopes()));
    }

    private Map<ByteBuffer, ClaimHolder> claims(java.util.Collection<byte[]> keys) throws SQLException {
        Map<ByteBuffer, ClaimHolder> holders = new HashMap<>();
        if (keys.isEmpty()) {
            return holders;
        }
        try (PreparedStatement statement = connection.prepareStatement(LOOK_CLAIMS)) {
            statement.setArray(1, binary(keys.toArray(byte[][]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    holders.put(ByteBuffer.wrap(rows.getBytes(1)),
                            new ClaimHolder(rows.getString(2), rows.getString(3), rows.getLong(4)));
                }
            }
        }
        return holders;
    }

    private Map<String, IdempotentAnswer> answers(List<byte[]> scopes) throws SQLException {
        Map<String, IdempotentAnswer> answers = new HashMap<>();
        if (scopes.isEmpty()) {
            return answers;
        }
        try (PreparedStatement statement = connection.prepareStatement(LOOK_ANSWERS)) {
            statement.setArray(1, binary(scopes.toArray(byte[][]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    IdempotentAnswer answer = answer(rows);
                    answers.put(answer.scope(), answer);
                }
            }
        }
        return answers;
    }

    static IdempotentAnswer answer(ResultSet row) throws SQLException {
        return new IdempotentAnswer(ClaimKeys.hex(row.getBytes("scope")), ClaimKeys.hex(row.getBytes("body_hash")),
                row.getInt("status"), row.getString("location"), row.getString("id"), row.getLong("position"));
    }

    void write(List<BatchDecision.Accepted> accepted, Instant recordedAt) throws SQLException {
        writeEvents(accepted, recordedAt);
        writeBeside(accepted);
    }

    /** What stands or falls with the events, wherever these are kept. */
    void writeBeside(List<BatchDecision.Accepted> accepted) throws SQLException {
        writeClaims(accepted);
        writeAnswers(accepted);
        writeKeys(accepted);
        for (BatchDecision.Accepted one : accepted) {
            for (SideWrite sideWrite : one.pending().append().sideWrites()) {
                sideWrite.write(connection, one.lastPosition());
            }
        }
    }

    private void writeEvents(List<BatchDecision.Accepted> accepted, Instant recordedAt) throws SQLException {
        int count = accepted.stream().mapToInt(one -> one.pending().append().events().size()).sum();
        Long[] positions = new Long[count];
        UUID[] ids = new UUID[count];
        String[] aggregateTypes = new String[count];
        String[] aggregateIds = new String[count];
        Long[] sequences = new Long[count];
        String[] types = new String[count];
        Short[] revisions = new Short[count];
        byte[][] payloads = new byte[count][];
        byte[][] metadata = new byte[count][];
        byte[][] salts = new byte[count][];
        int i = 0;
        for (BatchDecision.Accepted one : accepted) {
            long position = one.firstPosition();
            for (NewEvent event : one.pending().append().events()) {
                positions[i] = position++;
                ids[i] = event.eventId();
                aggregateTypes[i] = event.aggregateType();
                aggregateIds[i] = event.aggregateId();
                sequences[i] = event.sequence();
                types[i] = event.type();
                revisions[i] = (short) event.revision();
                payloads[i] = event.payload();
                metadata[i] = event.metadata();
                salts[i] = Salts.next();
                i++;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE_EVENTS)) {
            statement.setObject(1, recordedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("bigint", positions));
            statement.setArray(3, connection.createArrayOf("uuid", ids));
            statement.setArray(4, text(aggregateTypes));
            statement.setArray(5, text(aggregateIds));
            statement.setArray(6, connection.createArrayOf("bigint", sequences));
            statement.setArray(7, text(types));
            statement.setArray(8, connection.createArrayOf("smallint", revisions));
            statement.setArray(9, binary(payloads));
            statement.setArray(10, binary(metadata));
            statement.setArray(11, binary(salts));
            statement.executeUpdate();
        }
    }

    private void writeClaims(List<BatchDecision.Accepted> accepted) throws SQLException {
        List<byte[]> keys = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<String> records = new ArrayList<>();
        List<String> units = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (BatchDecision.Accepted one : accepted) {
            long position = one.firstPosition();
            for (NewEvent event : one.pending().append().events()) {
                for (Claim claim : event.claims()) {
                    keys.add(ClaimKeys.of(claim));
                    kinds.add(claim.kind());
                    records.add(event.recordId());
                    units.add(event.unit());
                    positions.add(position);
                }
                position++;
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE_CLAIMS)) {
            statement.setArray(1, binary(keys.toArray(byte[][]::new)));
            statement.setArray(2, text(kinds.toArray(String[]::new)));
            statement.setArray(3, text(records.toArray(String[]::new)));
            statement.setArray(4, text(units.toArray(String[]::new)));
            statement.setArray(5, connection.createArrayOf("bigint", positions.toArray(Long[]::new)));
            statement.executeUpdate();
        }
    }

    private void writeAnswers(List<BatchDecision.Accepted> accepted) throws SQLException {
        List<IdempotentAnswer> answers = new ArrayList<>();
        for (BatchDecision.Accepted one : accepted) {
            IdempotentAnswer answer = one.pending().append().answer();
            if (answer != null) {
                answers.add(answer.at(one.lastPosition()));
            }
        }
        if (answers.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE_ANSWERS)) {
            statement.setArray(1, binary(answers.stream().map(a -> ClaimKeys.bytes(a.scope())).toArray(byte[][]::new)));
            statement.setArray(2,
                    binary(answers.stream().map(a -> ClaimKeys.bytes(a.bodyHash())).toArray(byte[][]::new)));
            statement.setArray(3, connection.createArrayOf("smallint",
                    answers.stream().map(a -> (short) a.status()).toArray(Short[]::new)));
            statement.setArray(4, text(answers.stream().map(IdempotentAnswer::location).toArray(String[]::new)));
            statement.setArray(5, text(answers.stream().map(IdempotentAnswer::id).toArray(String[]::new)));
            statement.setArray(6, connection.createArrayOf("bigint",
                    answers.stream().map(IdempotentAnswer::position).toArray(Long[]::new)));
            statement.executeUpdate();
        }
    }

    private void writeKeys(List<BatchDecision.Accepted> accepted) throws SQLException {
        List<Append.PersonKey> keys = accepted.stream()
                .flatMap(one -> one.pending().append().personKeys().stream()).toList();
        if (keys.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE_KEYS)) {
            statement.setArray(1, text(keys.stream().map(Append.PersonKey::subject).toArray(String[]::new)));
            statement.setArray(2, binary(keys.stream().map(Append.PersonKey::wrapped).toArray(byte[][]::new)));
            statement.executeUpdate();
        }
    }

    /** Whether a failure speaks of the statement and its values, not of the connection or the server: by SQLState. */
    static boolean isAboutData(Exception failure) {
        if (!(failure instanceof SQLException sql)) {
            return failure instanceof RuntimeException;
        }
        String state = sql.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42")
                || state.startsWith("54") || state.startsWith("P0"));
    }

    private Array text(String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private Array binary(byte[][] values) throws SQLException {
        return connection.createArrayOf("bytea", values);
    }
}
