package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded PostgreSQL of one data directory: durable, reachable from this machine alone and only with the password
 * that {@code postgres.properties} in the data directory holds. If its server dies it is started again, on the same
 * port, until {@link #close}.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

    private static final Duration FIRST_START_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE_BETWEEN_STARTS = Duration.ofMillis(500);

    private final PostgresCluster cluster;
    private final PostgresAccess access;
    private final PostgresWatchdog watchdog;

    private PostgresServer(PostgresCluster cluster, PostgresAccess access) {
        this.cluster = cluster;
        this.access = access;
        this.watchdog = PostgresWatchdog.over(cluster, access.port());
    }

    /**
     * Starts the server on the data directory's {@code postgres} folder, which the first start creates, and returns
     * when it takes connections. A server that an earlier instance left running there is stopped first.
     *
     * @param binariesFolder below which the programs are unpacked; instances and versions may share it
     * @throws PostgresNotStarted if it does not come up; the message ends with what PostgreSQL said
     * @throws UncheckedIOException if the data directory cannot be written
     */
    public static PostgresServer start(DataDirectory data, Path binariesFolder) {
        try {
            var cluster = stopLeftRunning(data, binariesFolder);
            var access = startOnFreePort(cluster, openedBy(cluster, data), data);
            createDatabase(cluster, access);
            LOG.info("PostgreSQL runs on 127.0.0.1:{}, its data are in {}", access.port(), data.postgres());
            return new PostgresServer(cluster, access);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + data.root() + ": " + e, e);
        }
    }

    /** Of the database {@code ledger}; the same as long as this object lives. */
    public String jdbcUrl() {
        return access.jdbcUrl(access.database());
    }

    /** Of another database of this server, which need not exist. */
    public String jdbcUrl(String database) {
        return access.jdbcUrl(database);
    }

    /** The superuser. */
    public String user() {
        return access.user();
    }

    /** The superuser's, in hexadecimal digits. */
    public String password() {
        return access.password();
    }

    /** The port on 127.0.0.1; the same as long as this object lives. */
    public int port() {
        return access.port();
    }

    /** Stops the server, ending its clients' connections, and returns when it is gone. A second call does nothing. */
    @Override
    public void close() {
        watchdog.close();
    }

    /** Holding the data directory, nobody else can be using the server that runs in it. */
    static PostgresCluster stopLeftRunning(DataDirectory data, Path binariesFolder) throws IOException {
        var home = PostgresBinaries.unpackedBelow(binariesFolder.toAbsolutePath());
        var programs = new PostgresPrograms(home, data.root(), new PostgresLog(data.postgresLog()));
        var cluster = new PostgresCluster(data.postgres(), programs);
        cluster.stop();
        return cluster;
    }

    Postmaster postmaster() throws IOException {
        return cluster.postmaster();
    }

    private static PostgresAccess openedBy(PostgresCluster cluster, DataDirectory data) throws IOException {
        var known = PostgresAccess.read(data.postgresProperties());
        var access = known.orElseGet(PostgresAccess::withNewPassword);
        if (!cluster.exists()) {
            // first the file: a password that only the server knows would be lost with us
            access.write(data.postgresProperties());
            cluster.create(access.user(), access.password());
        } else if (known.isEmpty()) {
            LOG.warn("{} is missing or holds no password: setting a new one", data.postgresProperties());
            cluster.setPassword(access.user(), access.password());
        }
        return access;
    }

    private static PostgresAccess startOnFreePort(PostgresCluster cluster, PostgresAccess access, DataDirectory data)
            throws IOException {
        var deadline = System.nanoTime() + FIRST_START_LIMIT.toNanos();
        while (true) {
            var attempt = access.onPort(FreePort.find());
            attempt.write(data.postgresProperties());
            if (cluster.start(attempt.port())) {
                return attempt;
            }
            if (!cluster.mayStartLater() || System.nanoTime() > deadline) {
                cluster.stop();
                throw new PostgresNotStarted("PostgreSQL does not start. Its log says:\n" + cluster.logTail());
            }
            LockSupport.parkNanos(PAUSE_BETWEEN_STARTS.toNanos());
        }
    }

    private static void createDatabase(PostgresCluster cluster, PostgresAccess access) throws IOException {
        var source = new PGSimpleDataSource();
        source.setUrl(access.jdbcUrl("postgres"));
        try (var connection = source.getConnection(access.user(), access.password());
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery(
                    "select 1 from pg_database where datname = '" + access.database() + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + access.database());
        } catch (SQLException e) {
            cluster.stop();
            throw new PostgresNotStarted("PostgreSQL runs but cannot be used: " + e.getMessage());
        }
    }
}
