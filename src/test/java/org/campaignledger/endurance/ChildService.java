package org.campaignledger.endurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.ProductProcess;
import org.jspecify.annotations.Nullable;

/** The service as a user runs it, on a folder and a port that it keeps over its restarts. Ends with the test. */
final class ChildService implements AutoCloseable {

    static final String PASSWORD = "endure it all 2019";

    private static final Duration START_LIMIT = Duration.ofSeconds(240);

    private final Path folder;
    private final List<String> more;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;

    /** With a PostgreSQL of its own. */
    ChildService(Path folder) {
        this(folder, List.of());
    }

    /** With further arguments, such as where an outside PostgreSQL is. */
    ChildService(Path folder, List<String> more) {
        this.folder = folder;
        this.more = more;
    }

    /** Below the ports from which outgoing connections are given theirs: while it is down nobody else gets it. */
    private static int freePort() {
        var random = new Random();
        for (int i = 0; i < 100; i++) {
            try (var socket = new ServerSocket(10_000 + random.nextInt(9_000), 1, InetAddress.getByName("0.0.0.0"))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // another
            }
        }
        throw new IllegalStateException("no free port");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    Path dataFolder() {
        return folder.resolve("data");
    }

    /** Returns when it is ready to be used. */
    void start() throws IOException, InterruptedException {
        begin();
        awaitReady();
    }

    /** Returns at once. */
    void begin() throws IOException {
        List<String> command = new ArrayList<>(List.of(ProductProcess.java(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
                ProductProcess.classPathArgument(folder), CampaignLedger.class.getName(), "--server.port=" + port,
                "--ledger.data-dir=" + dataFolder(),
                "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath(),
                "--ledger.admin-password=" + PASSWORD, "--ledger.checker-password=" + PASSWORD));
        command.addAll(more);
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Returns when it is ready to be used. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        Process started = Objects.requireNonNull(process);
        while (readiness() != 200) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the service does not start:\n" + tail());
            }
            Thread.sleep(50);
        }
    }

    /** What the readiness probe says, or 0 if nobody answers. */
    int readiness() {
        try {
            return http.send(HttpRequest.newBuilder(uri("/actuator/health/readiness")).timeout(Duration.ofSeconds(10))
                    .build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException down) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** As {@code kill -9} does; its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Asks it to stop, as whoever rolls out a new version does, and returns when it is gone. */
    int stop() throws InterruptedException {
        Process running = Objects.requireNonNull(process);
        running.destroy();
        if (!running.waitFor(40, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service does not stop");
        }
        return running.exitValue();
    }

    /** The process, if it was ever begun and has not ended. */
    Optional<ProcessHandle> running() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    /** The process itself. */
    ProcessHandle handle() {
        return running().orElseThrow();
    }

    /** The process id of its PostgreSQL, if one is running. */
    Optional<ProcessHandle> postmaster() {
        try {
            List<String> lines = Files.readAllLines(dataFolder().resolve("postgres").resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(found -> found.info().command().orElse("").endsWith("postgres"));
        } catch (IOException | NumberFormatException | java.util.NoSuchElementException none) {
            return Optional.empty();
        }
    }

    /** As {@code kill -9} does; whether there was one. */
    boolean killPostmaster() {
        return postmaster().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    private Path log() {
        return folder.resolve("service.log");
    }

    /** The end of what it wrote. */
    String tail() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
        for (int i = 0; i < 50 && killPostmaster(); i++) {
            Thread.sleep(100);
        }
    }
}
