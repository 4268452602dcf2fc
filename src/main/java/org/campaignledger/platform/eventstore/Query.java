package org.campaignledger.platform.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    /** Who holds a natural key. */
    static Optional<ClaimHolder> holderOf(DataSource readers, Claim claim) {
        return run(readers, "select record_id, unit, position from claim where claim_key = ?",
                statement -> statement.setBytes(1, ClaimKeys.of(claim)),
                row -> new ClaimHolder(row.getString(1), row.getString(2), row.getLong(3))).stream().findFirst();
    }

    /** The answer kept for an idempotency scope. */
    static Optional<IdempotentAnswer> answerFor(DataSource readers, String scope) {
        return run(readers, """
            select scope, body_hash, status, location, id, position from idempotent_answer where scope = ?""",
                statement -> statement.setBytes(1, ClaimKeys.bytes(scope)), BatchSql::answer).stream().findFirst();
    }
}
