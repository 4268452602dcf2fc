package org.campaignledger.release;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows of a ledger's database as text, after PostgreSQL's COPY, and back. The tables themselves come from the
 * migrations up to the release's own; the rows of Flyway's history, which are among them, say whether any of those was
 * edited since.
 */
final class DatabaseCopy {

    private static final String END = "\\.";
    private static final String TABLE = "-- ";
    private static final String HISTORY = "flyway_schema_history";

    private DatabaseCopy() {}

    /** The version of the newest migration that this database has seen. */
    static String schema(TestPostgres.Database database) throws SQLException {
        try (Connection connection = connect(database)) {
            return texts(connection, "select version from " + HISTORY + " where version is not null"
                    + " order by installed_rank desc limit 1").getFirst();
        }
    }

    /** Writes all rows as they stand in one moment, but for what only a demo has. */
    static void write(TestPostgres.Database database, OutputStream out) throws SQLException, IOException {
        try (Connection connection = connect(database)) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : texts(connection, "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename not like 'demo\\_%' order by 1")) {
                String columns = String.join(", ", texts(connection, "select quote_ident(column_name)"
                        + " from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'"
                        + " and table_name = '" + table + "' order by ordinal_position"));
                ByteArrayOutputStream rows = new ByteArrayOutputStream();
                copy.copyOut("copy (select " + columns + " from " + table + (table.equals(HISTORY)
                        ? " where description not like 'demo %'"
                        : "") + ") to stdout", rows);
                out.write((TABLE + table + " (" + columns + ")\n").getBytes(StandardCharsets.UTF_8));
                rows.writeTo(out);
                out.write((END + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Fills an empty database: the tables of this schema version, then the rows. */
    static void read(TestPostgres.Database database, String schema, BufferedReader rows)
            throws SQLException, IOException {
        Flyway.configure().dataSource(database.url(), database.user(), database.password()).target(schema).load()
                .migrate();
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String table : texts(connection, "select tablename from pg_tables where schemaname = 'public'")) {
                statement.execute("truncate " + table + " cascade");
            }
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                StringBuilder block = new StringBuilder();
                for (String row = rows.readLine(); !END.equals(row); row = rows.readLine()) {
                    if (row == null) {
                        throw new IOException("ends in the middle of " + line);
                    }
                    block.append(row).append('\n');
                }
                copy.copyIn("copy " + line.substring(TABLE.length()) + " from stdin",
                        new StringReader(block.toString()));
            }
            numbersGoOn(connection, statement);
        }
    }

    private static void numbersGoOn(Connection connection, Statement statement) throws SQLException {
        for (String set : texts(connection, "select format('select setval(pg_get_serial_sequence(%L, %L),"
                + " greatest((select max(%I) from %I), 1))', table_name, column_name, column_name, table_name)"
                + " from information_schema.columns where table_schema = 'public' and is_identity = 'YES'")) {
            statement.execute(set);
        }
    }

    private static Connection connect(TestPostgres.Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
