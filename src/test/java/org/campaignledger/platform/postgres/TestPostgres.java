package org.campaignledger.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL for the whole test suite: one server per test process, as durable as the product's, and a database of its
 * own for whoever asks. The server's folder below {@code target} goes with the process; what a killed test process left
 * there, its server included, is cleared away by the next.
 */
public final class TestPostgres {

    /** Where the tests unpack the programs, once for all of them. */
    public static final Path BINARIES = Path.of("target", "postgres-binaries");

    private static final Path TARGET = Path.of("target");
    private static final String FOLDER_PREFIX = "test-postgres-";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** How to reach one database, as {@code spring.datasource.*} wants it. */
    public record Database(String url, String user, String password) {}

    /** Starts with the first use and ends with the process. */
    private static final class Shared {

        private static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            removeLeftovers();
            var data = DataDirectory.open(TARGET.resolve(FOLDER_PREFIX + ProcessHandle.current().pid()));
            var server = PostgresServer.start(data, BINARIES);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                remove(data);
            }));
            return server;
        }
    }

    private TestPostgres() {}

    /** A database that nobody else uses, empty. */
    public static Database freshDatabase() {
        var server = server();
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Database(server.jdbcUrl(name), server.user(), server.password());
    }

    static PostgresServer server() {
        return Shared.SERVER;
    }

    private static void removeLeftovers() {
        try (var folders = Files.newDirectoryStream(TARGET, FOLDER_PREFIX + "*")) {
            for (Path folder : folders) {
                try {
                    var data = DataDirectory.open(folder);
                    PostgresServer.stopLeftRunning(data, BINARIES);
                    remove(data);
                } catch (DataDirectoryInUse e) {
                    // a test process that lives
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(DataDirectory data) {
        data.close();
        try {
            OwnerOnly.deleteTree(data.root());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
