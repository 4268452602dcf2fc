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

/**
 * The statements of one batch: lock, look, write. Each takes arrays, and several go in one message, so that a batch of
 * any size is two round trips and the commit: on a busy machine every round trip waits for its turn on the processor.
 */
final class BatchSql {

    /** Identifies the writers' lock among advisory locks: "ledger" in ASCII. */
    static final long WRITERS_LOCK = 0x6c6564676572L;

    /**
     * For an instance that stands still in the middle of its batch (its machine paused, its line cut) the others wait so
     * long; then the database ends that batch. Whoever wakes up finds its connection gone, and looks what became of it.
     */
    private static final String LOCK = "select set_config('idle_in_transaction_session_timeout', '3000', true),"
            + " pg_advisory_xact_lock(" + WRITERS_LOCK + ")";
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
    private static final String WRITE_ANSWERS = """
        insert into idempotent_answer (scope, body_hash, status, location, id, position)
        select * from unnest(?::bytea[], ?::bytea[], ?::smallint[], ?::text[], ?::text[], ?::bigint[])""";
    private static final String WRITE_KEYS = """
        insert into person_key (subject, wrapped) select * from unnest(?::text[], ?::bytea[])""";

    private static final String LOOK_BESIDE = LOOK_CLAIMS + ";\n" + LOOK_ANSWERS;
    private static final String LOCK_AND_LOOK = LOCK + ";\n" + LOOK + ";\n" + LOOK_BESIDE;
    private static final String WRITE_BESIDE = ClaimRows.INSERT + ";\n" + WRITE_ANSWERS;
    private static final String WRITE = WRITE_EVENTS + ";\n" + WRITE_BESIDE;

    private final Connection connection;

    BatchSql(Connection connection) {
        this.connection = connection;
    }

    /** Takes the writers' lock until the transaction ends. */
    void lock() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    /** Takes the writers' lock and looks, in one round trip: every statement has a snapshot of its own. */
    BatchDecision.Looked lockAndLook(Touched touched) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_AND_LOOK)) {
            statement.setArray(1, text(touched.aggregates().toArray(String[]::new)));
            bindBeside(statement, 2, touched);
            statement.execute();
            Map<String, Long> heads = new HashMap<>();
            long head = 0;
            Instant lastRecordedAt = Instant.EPOCH;
            try (ResultSet rows = next(statement)) {
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
            return looked(head, lastRecordedAt, heads, next(statement), next(statement));
        }
    }

    /** Looks where heads and the last event are known from elsewhere. */
    BatchDecision.Looked look(Touched touched, long head, Instant lastRecordedAt, Map<String, Long> heads)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOOK_BESIDE)) {
            bindBeside(statement, 1, touched);
            statement.execute();
            return looked(head, lastRecordedAt, heads, statement.getResultSet(), next(statement));
        }
    }

    private void bindBeside(PreparedStatement statement, int from, Touched touched) throws SQLException {
        statement.setArray(from, binary(touched.claimKeys().toArray(byte[][]::new)));
        statement.setArray(from + 1, binary(touched.scopes().toArray(byte[][]::new)));
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)) {
            throw new SQLException("a result is missing");
        }
        return statement.getResultSet();
    }

    private static BatchDecision.Looked looked(long head, Instant lastRecordedAt, Map<String, Long> heads,
            ResultSet claims, ResultSet answers) throws SQLException {
        Map<ByteBuffer, ClaimHolder> holders = new HashMap<>();
        while (claims.next()) {
            holders.put(ByteBuffer.wrap(claims.getBytes(1)),
                    new ClaimHolder(claims.getString(2), claims.getString(3), claims.getLong(4)));
        }
        Map<String, IdempotentAnswer> before = new HashMap<>();
        while (answers.next()) {
            IdempotentAnswer answer = answer(answers);
            before.put(answer.scope(), answer);
        }
        return new BatchDecision.Looked(head, lastRecordedAt, heads, holders, before);
    }

    static IdempotentAnswer answer(ResultSet row) throws SQLException {
        return new IdempotentAnswer(ClaimKeys.hex(row.getBytes("scope")), ClaimKeys.hex(row.getBytes("body_hash")),
                row.getInt("status"), row.getString("location"), row.getString("id"), row.getLong("position"));
    }

    /** Writes events and what stands or falls with them. */
    void write(BatchDecision decision, Instant recordedAt) throws SQLException {
        List<BatchDecision.Accepted> accepted = decision.accepted();
        freeClaims(decision);
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            int next = bindEvents(statement, accepted, recordedAt);
            bindAnswers(statement, bindClaims(statement, next, decision), accepted);
            statement.execute();
        }
        writeFurther(accepted);
    }

    /** What stands or falls with events that are kept elsewhere. */
    void writeBeside(BatchDecision decision) throws SQLException {
        List<BatchDecision.Accepted> accepted = decision.accepted();
        freeClaims(decision);
        try (PreparedStatement statement = connection.prepareStatement(WRITE_BESIDE)) {
            bindAnswers(statement, bindClaims(statement, 1, decision), accepted);
            statement.execute();
        }
        writeFurther(accepted);
    }

    private void writeFurther(List<BatchDecision.Accepted> accepted) throws SQLException {
        writeKeys(accepted);
        for (BatchDecision.Accepted one : accepted) {
            for (SideWrite sideWrite : one.pending().append().sideWrites()) {
                sideWrite.write(connection, one.lastPosition());
            }
        }
    }

    private int bindEvents(PreparedStatement statement, List<BatchDecision.Accepted> accepted, Instant recordedAt)
            throws SQLException {
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
        return 12;
    }

    /** Rare: a correction gives claims back, or moves them. */
    private void freeClaims(BatchDecision decision) throws SQLException {
        byte[][] freed = decision.changes().stream().filter(BatchDecision.Changed::before)
                .map(changed -> changed.claimed().key().array()).toArray(byte[][]::new);
        if (freed.length > 0) {
            ClaimRows.delete(connection, freed);
        }
    }

    private int bindClaims(PreparedStatement statement, int from, BatchDecision decision) throws SQLException {
        ClaimRows rows = new ClaimRows();
        for (BatchDecision.Changed changed : decision.changes()) {
            ClaimHolder holder = changed.holder();
            if (holder != null) {
                Pending.Claimed claimed = changed.claimed();
                rows.add(claimed.key().array(), claimed.claim().kind(), holder);
            }
        }
        return rows.bind(connection, statement, from);
    }

    private void bindAnswers(PreparedStatement statement, int from, List<BatchDecision.Accepted> accepted)
            throws SQLException {
        List<IdempotentAnswer> answers = new ArrayList<>();
        for (BatchDecision.Accepted one : accepted) {
            IdempotentAnswer answer = one.pending().append().answer();
            if (answer != null) {
                answers.add(answer.at(one.lastPosition()));
            }
        }
        statement.setArray(from, binary(answers.stream().map(a -> ClaimKeys.bytes(a.scope())).toArray(byte[][]::new)));
        statement.setArray(from + 1,
                binary(answers.stream().map(a -> ClaimKeys.bytes(a.bodyHash())).toArray(byte[][]::new)));
        statement.setArray(from + 2, connection.createArrayOf("smallint",
                answers.stream().map(a -> (short) a.status()).toArray(Short[]::new)));
        statement.setArray(from + 3, text(answers.stream().map(IdempotentAnswer::location).toArray(String[]::new)));
        statement.setArray(from + 4, text(answers.stream().map(IdempotentAnswer::id).toArray(String[]::new)));
        statement.setArray(from + 5, connection.createArrayOf("bigint",
                answers.stream().map(IdempotentAnswer::position).toArray(Long[]::new)));
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

    private Array text(String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private Array binary(byte[][] values) throws SQLException {
        return connection.createArrayOf("bytea", values);
    }
}
