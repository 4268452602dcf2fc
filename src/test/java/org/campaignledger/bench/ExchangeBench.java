package org.campaignledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A long sheet in and out again ({@code -Dbench.rows=}, a million by default), by the product's own commands, of a service
 * in a process of its own whose heap is bounded ({@code -Dbench.heap=256m}): that it ends is that the heap suffices; how
 * much of it was in use is read from the collector's log. Written to {@code target/bench/exchange.md}.
 * {@code mvn -Pbench test -Dtest=ExchangeBench}.
 */
class ExchangeBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final String PASSWORD = "measure it all 2019";
    private static final Map<String, String> ENVIRONMENT = Map.of("LEDGER_PASSWORD", PASSWORD);
    /** Such as {@code GC(12) Pause Young (Normal) 141M->52M(256M) 3.1ms}. */
    private static final Pattern IN_USE = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_long_sheet_comes_in_and_goes_out() throws Exception {
        int port = freePort();
        Process service = start(port);
        try {
            awaitReady(service, port);
            prepare(port);
            Path sheet = events();
            String url = "http://127.0.0.1:" + port;
            measure("import of %,d events from CSV (%d MB)".formatted(ROWS, Files.size(sheet) >> 20), "import", url,
                    sheet.toString(), "--user", "fj", "--campaign", "2019", "--kind", "events");
            for (String format : List.of("csv", "xlsx")) {
                Path out = folder.resolve("out." + format);
                measure("export of them to ." + format, "export", url, "--user", "fj", "--campaign", "2019",
                        "--register", "events", "--to", out.toString());
                mustBeWhole(out, format);
            }
        } finally {
            service.destroy();
            if (!service.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                service.destroyForcibly();
            }
            write();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(ProductProcess.java(), "-Xmx" + HEAP, "-Xlog:gc:file=" + folder.resolve("gc.log")
                + "::filecount=0", "--enable-native-access=ALL-UNNAMED", ProductProcess.classPathArgument(folder),
                CampaignLedger.class.getName(), "--server.port=" + port, "--ledger.data-dir=" + folder.resolve("data"),
                "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath(),
                "--ledger.admin-password=" + PASSWORD, "--ledger.checker-password=" + PASSWORD)
                .redirectErrorStream(true).redirectOutput(folder.resolve("service.log").toFile()).start();
    }

    private void awaitReady(Process service, int port) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
            if (!service.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("service.log")));
            }
            try {
                if (send(HttpRequest.newBuilder(at(port, "/actuator/health/readiness")).build()) == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the service does not start");
    }

    private static URI at(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static void post(int port, String path, String mediaType, String body, int expected)
            throws IOException, InterruptedException {
        int status = send(HttpRequest.newBuilder(at(port, path)).header("Content-Type", mediaType)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(
                        StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
        if (status != expected) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    private static void prepare(int port) throws IOException, InterruptedException {
        try (var definition = ExchangeBench.class.getResourceAsStream("/campaigns/2019.yaml")) {
            post(port, "/api/v1/campaigns", "application/yaml", new String(Objects.requireNonNull(definition)
                    .readAllBytes(), StandardCharsets.UTF_8), 201);
        }
        post(port, "/api/v1/campaigns/2019/phases/MOBILISE/open", "application/json", "{}", 200);
        post(port, "/api/v1/accounts", "application/json",
                "{\"username\":\"fj\",\"password\":\"" + PASSWORD + "\",\"role\":\"REPORTER\",\"scope\":\"FJ\"}", 201);
    }

    private Path events() throws IOException {
        Path sheet = folder.resolve("events.csv");
        try (BufferedWriter out = Files.newBufferedWriter(sheet)) {
            out.write("unit,kind,title,place,contacts,occurredOn\r\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("FJ,OFFLINE_EVENT,宣讲 " + i + ",礼堂,10,2019-06-01\r\n");
            }
        }
        return sheet;
    }

    private void measure(String what, String... command) throws IOException, InterruptedException {
        int before = collections().size();
        ProductProcess.Said said = ProductProcess.run(folder, ENVIRONMENT, List.of("-Xmx" + HEAP), List.of(command));
        if (said.exitCode() != 0) {
            throw new IllegalStateException(what + " ended with " + said.exitCode() + "\n" + said.text());
        }
        List<int[]> meanwhile = collections().stream().skip(before).toList();
        lines.add("| %s | %.1f | %,.0f | %d MB | %d MB |".formatted(what, said.seconds(), ROWS / said.seconds(),
                meanwhile.stream().mapToInt(one -> one[0]).max().orElse(0),
                meanwhile.stream().mapToInt(one -> one[1]).max().orElse(0)));
        System.out.println(lines.getLast());
    }

    /** What was in use before and after each collection so far. */
    private List<int[]> collections() throws IOException {
        List<int[]> collections = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("gc.log"))) {
            Matcher found = IN_USE.matcher(line);
            if (found.find()) {
                collections.add(new int[]{Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2))});
            }
        }
        return collections;
    }

    private static void mustBeWhole(Path out, String format) throws IOException {
        if (format.equals("csv")) {
            try (Stream<String> rows = Files.lines(out)) {
                long count = rows.count();
                if (count != ROWS + 1L) {
                    throw new IllegalStateException(count + " lines");
                }
            }
        }
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "exchange.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "| -Xmx" + HEAP
                + " | seconds, the command's start included | rows/s | most heap before a collection | after one |\n"
                + "|---|---|---|---|---|\n" + String.join("\n", lines) + "\n");
    }
}
