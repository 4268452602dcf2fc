package org.campaignledger.platform.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.postgres.TestPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A database of the test server with the product's tables, and what tests do to it behind the product's back. */
public record LedgerDatabase(TestPostgres.Database access) {

    /** Named in the connections of the tests' writers, so that they can be told apart and ended. */
    public static final String WRITER = "test-writer";

    /** Migrated, and nobody else's. */
    public static LedgerDatabase fresh() {
        TestPostgres.Database access = TestPostgres.freshDatabase();
        Flyway.configure().dataSource(access.url(), access.user(), access.password())
                .locations("classpath:db/migration").load().migrate();
        return new LedgerDatabase(access);
    }

    /** A pool that its user closes. */
    public HikariDataSource pool(int size, String name) {
        var config = new HikariConfig();
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    /** A connection of its own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    /** Statements on a connection of their own. */
    public void run(String... sql) {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the answer, as texts. */
    public List<@Nullable String> texts(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<@Nullable String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the answer's first row, as a number. */
    public long number(String query) {
        return Long.parseLong(String.valueOf(texts(query).getFirst()));
    }

    /** Everything that the ledger holds, whatever protects it. */
    public void wipe() {
        run("set session_replication_role = replica",
                "truncate ledger_event, claim, idempotent_answer, person_key");
    }

    /** Takes the writers' lock, as another instance does that is slow; given up with the connection. */
    public Connection holdWritersLock() throws SQLException {
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + BatchSql.WRITERS_LOCK + ")");
        }
        return connection;
    }

    /** Ends connections to this database from outside, those of one application or all (empty text). */
    public void terminate(String application) {
        elsewhere("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name()
                + "' and ('" + application + "' = '' or application_name = '" + application + "')");
    }

    /** From here on nobody can connect, and whoever was connected no longer is. */
    public void goAway() {
        elsewhere("alter database " + name() + " with allow_connections false");
        terminate("");
    }

    /** Ends {@link #goAway}. */
    public void comeBack() {
        elsewhere("alter database " + name() + " with allow_connections true");
    }

    private String name() {
        String path = access.url().substring(0, (access.url() + "?").indexOf('?'));
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void elsewhere(String sql) {
        String url = access.url().replace("/" + name(), "/postgres");
        try (Connection connection = DriverManager.getConnection(url, access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
