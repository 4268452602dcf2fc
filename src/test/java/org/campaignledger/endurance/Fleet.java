package org.campaignledger.endurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.campaignledger.platform.postgres.DataDirectory;
import org.campaignledger.platform.postgres.PostgresServer;
import org.campaignledger.platform.postgres.TestPostgres;

/** Several instances of the service on one PostgreSQL, and what can happen to them. Ends with the test. */
final class Fleet implements AutoCloseable {

    private final DataDirectory data;
    private final PostgresServer postgres;
    private final List<Wire> wires = new ArrayList<>();
    private final List<ChildService> instances = new ArrayList<>();

    /** So many instances, none of them started. */
    Fleet(Path folder, int size) throws IOException {
        data = DataDirectory.open(folder.resolve("database"));
        postgres = PostgresServer.start(data, TestPostgres.BINARIES);
        Random random = new Random();
        List<String> shared = new ArrayList<>(List.of(
                "--spring.datasource.username=" + postgres.user(),
                "--spring.datasource.password=" + postgres.password(),
                "--spring.datasource.hikari.data-source-properties.socketTimeout=5",
                "--ledger.keys.master=" + key(random), "--ledger.keys.natural=" + key(random),
                "--ledger.log.key=" + key(random)));
        for (int i = 0; i < size; i++) {
            Wire wire = new Wire(postgres.port());
            wires.add(wire);
            List<String> own = new ArrayList<>(shared);
            own.add("--spring.datasource.url=" + postgres.jdbcUrl().replace(":" + postgres.port() + "/", ":" + wire
                    .port() + "/"));
            instances.add(new ChildService(Files.createDirectories(folder.resolve("instance-" + i)), own));
        }
    }

    private static String key(Random random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Starts all of them at once, on an empty database. */
    void start() throws IOException, InterruptedException {
        for (ChildService one : instances) {
            one.begin();
        }
        for (ChildService one : instances) {
            one.awaitReady();
        }
    }

    List<ChildService> instances() {
        return instances;
    }

    ChildService instance(int number) {
        return instances.get(number);
    }

    Wire wire(int number) {
        return wires.get(number);
    }

    /** As {@code kill -9} does; whoever watches over it starts it again. */
    void killDatabase() {
        postmaster().destroyForcibly();
    }

    /** Stops the clock of the database and of all who work for it. */
    void pauseDatabase() throws IOException, InterruptedException {
        signal("-STOP", database());
    }

    /** And sets it going again. */
    void resumeDatabase() throws IOException, InterruptedException {
        signal("-CONT", database());
    }

    /** Stops the clock of an instance: it hears nothing, says nothing, and holds what it holds. */
    void pause(int number) throws IOException, InterruptedException {
        signal("-STOP", Stream.of(instance(number).handle()));
    }

    /** And sets it going again. */
    void resume(int number) throws IOException, InterruptedException {
        signal("-CONT", Stream.of(instance(number).handle()));
    }

    /**
     * A table of the database.
     *
     * @param oid    another one once a rebuild has put another table in its place
     * @param digest of all its rows, whatever their order
     */
    record Table(long oid, String digest) {}

    /** What the database's tables hold. */
    Map<String, Table> contents() throws SQLException {
        Map<String, Table> contents = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres
                .password());
                Statement tables = connection.createStatement();
                ResultSet table = tables.executeQuery("select relname, oid from pg_class"
                        + " where relkind = 'r' and relnamespace = 'public'::regnamespace")) {
            while (table.next()) {
                contents.put(table.getString(1), new Table(table.getLong(2), digest(connection, table.getString(1))));
            }
        }
        return contents;
    }

    private static String digest(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet digest = statement.executeQuery("select count(*) || ' ' || coalesce(md5(string_agg("
                        + "md5(t::text), '' order by md5(t::text))), '') from \"" + table + "\" t")) {
            digest.next();
            return digest.getString(1);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.root().resolve("postgres").resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Stream<ProcessHandle> database() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    private static void signal(String what, Stream<ProcessHandle> whom) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", what));
        whom.forEach(one -> command.add(Long.toString(one.pid())));
        if (command.size() == 2) {
            return;
        }
        new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (ChildService one : instances) {
            signal("-CONT", one.running().stream());
            one.close();
        }
        resumeDatabase();
        for (Wire wire : wires) {
            wire.close();
        }
        postgres.close();
        data.close();
    }
}
