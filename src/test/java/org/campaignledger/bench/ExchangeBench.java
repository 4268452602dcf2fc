package org.campaignledger.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.campaignledger.bench.BenchService.Collection;
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

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();

    @Test
    void a_long_sheet_comes_in_and_goes_out() throws Exception {
        try (BenchService service = new BenchService(folder, folder.resolve("data"), HEAP, PASSWORD)) {
            service.awaitReady();
            prepare(service);
            Path sheet = events();
            String url = service.url();
            measure(service, "import of %,d events from CSV (%d MB)".formatted(ROWS, Files.size(sheet) >> 20), "import",
                    url,
                    sheet.toString(), "--user", "fj", "--campaign", "2019", "--kind", "events");
            for (String format : List.of("csv", "xlsx")) {
                Path out = folder.resolve("out." + format);
                measure(service, "export of them to ." + format, "export", url, "--user", "fj", "--campaign", "2019",
                        "--register", "events", "--to", out.toString());
                mustBeWhole(out, format);
            }
        } finally {
            write();
        }
    }

    private static void post(BenchService service, String path, String mediaType, String body, int expected)
            throws IOException, InterruptedException {
        int status = BenchService.send(HttpRequest.newBuilder(service.at(path)).header("Content-Type", mediaType)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(
                        StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
        if (status != expected) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    private static void prepare(BenchService service) throws IOException, InterruptedException {
        try (var definition = ExchangeBench.class.getResourceAsStream("/campaigns/2019.yaml")) {
            post(service, "/api/v1/campaigns", "application/yaml", new String(Objects.requireNonNull(definition)
                    .readAllBytes(), StandardCharsets.UTF_8), 201);
        }
        post(service, "/api/v1/campaigns/2019/phases/MOBILISE/open", "application/json", "{}", 200);
        post(service, "/api/v1/accounts", "application/json",
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

    private void measure(BenchService service, String what, String... command) throws IOException,
            InterruptedException {
        int before = service.collections().size();
        ProductProcess.Said said = ProductProcess.run(folder, ENVIRONMENT, List.of("-Xmx" + HEAP), List.of(command));
        if (said.exitCode() != 0) {
            throw new IllegalStateException(what + " ended with " + said.exitCode() + "\n" + said.text());
        }
        List<Collection> meanwhile = service.collections().stream().skip(before).toList();
        lines.add("| %s | %.1f | %,.0f | %d MB | %d MB |".formatted(what, said.seconds(), ROWS / said.seconds(),
                Collection.mostBefore(meanwhile), Collection.mostAfter(meanwhile)));
        System.out.println(lines.getLast());
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
