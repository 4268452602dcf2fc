package org.campaignledger.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Another instance of the product, as far as this package goes: a Java process of its own that tells what it meets. */
final class SecondProcess implements AutoCloseable {

    static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private SecondProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts PostgreSQL on the folder, runs the statement, says {@link #READY}, and waits to be killed. */
    public static void main(String[] args) throws Exception {
        try {
            var server = PostgresServer.start(DataDirectory.open(Path.of(args[0])), TestPostgres.BINARIES);
            try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                    var statement = connection.createStatement()) {
                statement.execute(args[1]);
            }
            System.out.println(READY);
            Thread.sleep(60_000);
        } catch (StartRefused e) {
            System.out.println(e.getMessage());
        }
    }

    static SecondProcess on(Path folder, String statement) {
        try {
            return new SecondProcess(new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"),
                    SecondProcess.class.getName(), folder.toString(), statement)
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first line that it prints and that is no log line. */
    String says() throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY) || line.startsWith("The data folder")) {
                return line;
            }
        }
        return "nothing";
    }

    /** As {@code kill -9} does; returns when it is dead. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
