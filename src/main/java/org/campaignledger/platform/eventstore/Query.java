package org.campaignledger.platform.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import javax.sql.DataSource;

import org.campaignledger.kernel.Claim;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.dao.DataAccessResourceFailureException;

/** Reads rows of PostgreSQL, those that every engine keeps there among them. */
final class Query {

    private Query() {}

    /** Sets a statement's parameters. */
    @FunctionalInterface
    interface Binder {

        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T extends @Nullable Object> {

        T read(ResultSet row) throws SQLException;
    }

    /**
     * All rows of a query.
     *
     * @throws DataAccessResourceFailureException the database can't be reached
     */
    static <T> List<T> run(DataSource readers, String sql, Binder binder, Row<T> mapper) {
        try (Connection connection = readers.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            binder.bind(statement);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(mapper.read(rows));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the ledger can't be read", failure);
        }
    }

    /** Who holds these natural keys. */
    static Map<Claim, ClaimHolder> holdersOf(DataSource readers, Collection<Claim> claims) {
        Map<ByteBuffer, Claim> byKey = new HashMap<>();
        claims.forEach(claim -> byKey.put(ByteBuffer.wrap(ClaimKeys.of(claim)), claim));
        byte[][] keys = byKey.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        Map<Claim, ClaimHolder> held = new HashMap<>();
        run(readers, "select claim_key, record_id, unit, position from claim where claim_key = any(?::bytea[])",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("bytea", keys)),
                row -> held.put(Objects.requireNonNull(byKey.get(ByteBuffer.wrap(row.getBytes(1)))),
                        new ClaimHolder(row.getString(2), row.getString(3), row.getLong(4))));
        return held;
    }

    /** The answer kept for an idempotency scope. */
    static Optional<IdempotentAnswer> answerFor(DataSource readers, String scope) {
        return run(readers, """
            select scope, body_hash, status, location, id, position from idempotent_answer where scope = ?""",
                statement -> statement.setBytes(1, ClaimKeys.bytes(scope)), BatchSql::answer).stream().findFirst();
    }
}
