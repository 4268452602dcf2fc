package org.campaignledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open dashboards on one instance, which runs in a process of its own with 1 GiB of heap, its PostgreSQL beside it and
 * this client on the same machine: 1,000 while 500 commands a second are recorded, and 10,000 with a change each second
 * ({@code -Dbench.dashboards=}). Written to {@code target/bench/dashboards.md}. Each dashboard takes one open file on
 * either side.
 */
class DashboardsBench {

    private static final int HELD = Integer.getInteger("bench.dashboards", 10_000);
    private static final double SECONDS = Integer.getInteger("bench.seconds", 30);

    private final List<String> rows = new ArrayList<>(List.of(
            "| open | commands/s | frames/s | p50 ms | p99 ms | dropped | asked |", "|---|---|---|---|---|---|---|"));

    @Test
    void openDashboards(@TempDir Path folder) throws Exception {
        int port = freePort();
        Process service = start(folder, port);
        try {
            awaitAnswer(port);
            try (RawHttp admin = new RawHttp(port, "admin", BenchLedger.PASSWORD)) {
                BenchLedger.open(admin);
            }
            row(port, 1_000, 64, 500, "p99 250 ms");
            row(port, HELD, 1, 1, "none dropped, p99 3 s");
        } finally {
            service.destroy();
            service.waitFor();
            Path report = Path.of("target", "bench", "dashboards.md");
            Files.createDirectories(report.getParent());
            Files.write(report, rows);
            rows.forEach(System.out::println);
        }
    }

    private void row(int port, int open, int threads, double rate, String asked) throws Exception {
        try (Dashboards dashboards = new Dashboards()) {
            dashboards.open(port, open);
            record(port, threads, rate, 10, dashboards);
            dashboards.measure(true);
            long before = dashboards.frames();
            double reached = record(port, threads, rate, SECONDS, dashboards);
            Thread.sleep(3_000);
            rows.add("| %,d | %.0f | %,.0f | %d | %d | %d | %s |".formatted(open, reached, (dashboards.frames()
                    - before)
                    / (SECONDS + 3), dashboards.percentile(0.5), dashboards.percentile(0.99), dashboards.dropped(),
                    asked));
        }
    }

    /** Records events at this rate; tells the dashboards when each was answered. */
    private static double record(int port, int threads, double rate, double seconds, Dashboards dashboards)
            throws InterruptedException {
        return Load.run(threads, seconds, rate, thread -> {
            RawHttp http = new RawHttp(port, BenchLedger.REPORTER, BenchLedger.PASSWORD);
            return number -> {
                RawHttp.Reply reply = http.post("/api/v1/campaigns/2019/events", "application/json", """
                    {"unit":"FJ","kind":"OFFLINE_EVENT","title":"好网民宣讲 %d","place":"职工之家","contacts":30,\
                    "occurredOn":"2019-06-01"}""".formatted(number));
                if (reply.status() != 201) {
                    throw new IllegalStateException("an event was answered with " + reply.status());
                }
                dashboards.answered(reply.position(), System.nanoTime());
            };
        }).perSecond();
    }

    private static Process start(Path folder, int port) throws IOException {
        return new ProcessBuilder(ProductProcess.java(), "-Xmx1g", "--enable-native-access=ALL-UNNAMED",
                ProductProcess.classPathArgument(folder), "org.campaignledger.CampaignLedger", "--server.port=" + port,
                "--ledger.data-dir=" + folder.resolve("data"), "--ledger.admin-password=" + BenchLedger.PASSWORD,
                "--ledger.checker-password=" + BenchLedger.PASSWORD, "--ledger.postgres.binaries-dir="
                        + TestPostgres.BINARIES.toAbsolutePath(), "--logging.level.root=warn").directory(folder
                                .toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("service.log").toFile()).start();
    }

    private static void awaitAnswer(int port) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            Thread.sleep(200);
            try (RawHttp http = new RawHttp(port, "admin", BenchLedger.PASSWORD)) {
                if (http.get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (UncheckedIOException notYet) {
                continue;
            }
        }
        throw new IllegalStateException("the service does not answer");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
