package org.campaignledger.exchange.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.campaignledger.kernel.Refused;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How far imports have come: counts, what is wrong with rows, and natural keys seen in a file. */
@Component
class ImportProgress {

    /** What is wrong with rows beyond these is counted, and no longer told one by one. */
    static final long MOST_TOLD = 100_000;

    private static final String ADD = """
        update import_job set rows_read = rows_read + ?, rows_written = rows_written + ?, rows_again = rows_again + ?,
                              rows_refused = rows_refused + ?, settled_row = greatest(settled_row, ?),
                              position = greatest(position, ?), rate = ?, changed_at = ?,
                              attempts = 0
        where id = ? and home = ? and state = 'RUNNING' returning rows_refused""";
    private static final String TELL = """
        insert into import_problem (job, row_number, ordinal, field, code, arguments, existing_id, existing_position,
                                    existing_unit)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ImportProgress(DataSource dataSource, JdbcClient jdbc) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
    }

    /** Thrown where an import goes on at another instance, which took this one for dead, or has been given up. */
    static final class TakenOver extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TakenOver() {
            super("taken over", null, false, false);
        }
    }

    /**
     * Adds what became of rows, counts and problems in one transaction.
     *
     * @param job        as its run began
     * @param settledRow the last row of which, and of all before it, it is known what became of them
     * @param rate       rows in a second
     * @throws TakenOver another instance has it now
     */
    void settle(ImportJob job, List<RowOutcome> outcomes, long settledRow, double rate, Instant now) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (add(connection, job, outcomes, settledRow, rate, now) <= MOST_TOLD) {
                    tell(connection, job.id(), outcomes);
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the import's progress can't be kept", failure);
        }
    }

    private static long add(Connection connection, ImportJob job, List<RowOutcome> outcomes, long settledRow,
            double rate, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setLong(1, outcomes.size());
            statement.setLong(2, count(outcomes, RowOutcome.Fate.WRITTEN) + count(outcomes, RowOutcome.Fate.AGAIN));
            statement.setLong(3, count(outcomes, RowOutcome.Fate.AGAIN));
            statement.setLong(4, count(outcomes, RowOutcome.Fate.REFUSED));
            statement.setLong(5, settledRow);
            statement.setLong(6, outcomes.stream().mapToLong(RowOutcome::position).max().orElse(0));
            statement.setDouble(7, rate);
            statement.setObject(8, now.atOffset(ZoneOffset.UTC));
            statement.setString(9, job.id());
            statement.setString(10, job.asked().home());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new TakenOver();
                }
                return row.getLong(1);
            }
        }
    }

    private static long count(List<RowOutcome> outcomes, RowOutcome.Fate fate) {
        return outcomes.stream().filter(outcome -> outcome.fate() == fate).count();
    }

    private void tell(Connection connection, String id, List<RowOutcome> outcomes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            boolean any = false;
            for (RowOutcome outcome : outcomes) {
                short ordinal = 0;
                for (Problem problem : outcome.problems()) {
                    statement.setString(1, id);
                    statement.setLong(2, outcome.row());
                    statement.setShort(3, ordinal++);
                    statement.setString(4, problem.field());
                    statement.setString(5, problem.code());
                    statement.setString(6, json.writeValueAsString(problem.arguments()));
                    Refused.Existing existing = problem.existing();
                    statement.setString(7, existing == null ? null : existing.id());
                    statement.setObject(8, existing == null ? null : existing.position(), Types.BIGINT);
                    statement.setString(9, existing == null ? null : existing.unit());
                    statement.addBatch();
                    any = true;
                }
            }
            if (any) {
                statement.executeBatch();
            }
        }
    }

    /**
     * Forgets what was found out: the file is looked through from its beginning.
     *
     * @throws TakenOver another instance has it now
     */
    void beginAgain(ImportJob job) {
        int here = jdbc.sql("""
            update import_job set rows_read = 0, rows_written = 0, rows_again = 0, rows_refused = 0, settled_row = 1
            where id = ? and home = ? and state = 'RUNNING'""").params(job.id(), job.asked().home()).update();
        if (here == 0) {
            throw new TakenOver();
        }
        jdbc.sql("delete from import_problem where job = ?").param(job.id()).update();
        jdbc.sql("delete from import_claim where job = ?").param(job.id()).update();
    }

    /**
     * A natural key of a row.
     *
     * @param key   of fixed size
     * @param field what it is the key of
     * @param row   the row
     */
    @SuppressWarnings("ArrayRecordComponent") // told apart by what it is, never by its bytes
    record KeyOfRow(byte[] key, String field, long row) {}

    /** Notes keys in the order of their rows, and answers those that an earlier row has already, with that row. */
    Map<KeyOfRow, Long> earlier(String id, List<KeyOfRow> keys) {
        byte[][] bytes = keys.stream().map(KeyOfRow::key).toArray(byte[][]::new);
        Map<String, Long> first = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        """
                            insert into import_claim (job, claim_key, row_number)
                            select ?, k, r from unnest(?::bytea[], ?::bigint[]) as x(k, r) order by r on conflict do nothing""");
                PreparedStatement look = connection.prepareStatement(
                        "select claim_key, row_number from import_claim where job = ? and claim_key = any(?::bytea[])")) {
            insert.setString(1, id);
            insert.setArray(2, connection.createArrayOf("bytea", bytes));
            insert.setArray(3, connection.createArrayOf("bigint", keys.stream().map(KeyOfRow::row).toArray()));
            insert.executeUpdate();
            look.setString(1, id);
            look.setArray(2, connection.createArrayOf("bytea", bytes));
            try (ResultSet found = look.executeQuery()) {
                while (found.next()) {
                    first.put(HexFormat.of().formatHex(found.getBytes(1)), found.getLong(2));
                }
            }
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException("the rows of an import can't be compared", failure);
        }
        Map<KeyOfRow, Long> earlier = new LinkedHashMap<>();
        for (KeyOfRow key : keys) {
            long before = first.getOrDefault(HexFormat.of().formatHex(key.key()), key.row());
            if (before < key.row()) {
                earlier.put(key, before);
            }
        }
        return earlier;
    }

    /**
     * What is wrong with the rows of a file, in their order.
     *
     * @param after only rows behind this one
     * @param limit rows at most
     */
    Map<Long, List<Problem>> problems(String id, long after, int limit) {
        Map<Long, List<Problem>> problems = new TreeMap<>();
        jdbc.sql("""
            select * from import_problem where job = :id and row_number > :after and row_number <= coalesce((
                select max(row_number) from (select distinct row_number from import_problem
                    where job = :id and row_number > :after order by row_number limit :limit) as rows), 0)
            order by row_number, ordinal""").param("id", id).param("after", after).param("limit", limit)
                .query(row -> {
                    String existing = row.getString("existing_id");
                    problems.computeIfAbsent(row.getLong("row_number"), number -> new ArrayList<>())
                            .add(new Problem(row.getString("field"), row.getString("code"),
                                    json.readValue(row.getString("arguments"), ImportTable.OBJECT),
                                    existing == null
                                            ? null
                                            : new Refused.Existing(existing, row.getLong("existing_position"),
                                                    row.getString("existing_unit"))));
                });
        return problems;
    }
}
