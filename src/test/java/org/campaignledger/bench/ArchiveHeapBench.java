package org.campaignledger.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.campaignledger.bench.BenchService.Collection;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.ProductProcess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much heap export, verification and restore of {@code bench.events} events (a million by default) need: the service and
 * each command in processes of their own with {@code bench.heap} (256m), what was in use read from the collectors' logs.
 * Written to {@code target/bench/archive-heap.md}. {@code mvn -Pbench test -Dtest=ArchiveHeapBench}.
 */
class ArchiveHeapBench {

    private static final long EVENTS = Long.getLong("bench.events", 1_000_000L);
    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final Map<String, String> ENVIRONMENT = Map.of("LEDGER_PASSWORD", BenchLedger.PASSWORD);

    @TempDir
    private Path folder;

    private final List<String> lines = new ArrayList<>();
    private int runs;

    @Test
    void an_archive_is_written_verified_and_restored_in_a_bounded_heap() throws Exception {
        try (BenchLedger ledger = new BenchLedger()) {
            ledger.open();
            ledger.fillTo(EVENTS);
            awaitSealed(ledger);
            Path data = ledger.stopped();
            String archive = folder.resolve("audit.ledger.zip").toString();
            try (BenchService service = new BenchService(folder, data, HEAP, BenchLedger.PASSWORD)) {
                service.awaitReady();
                awaitProjections(service);
                measure("export, the service", service, "export", service.url(), "--user", "admin", "--to", archive);
                measure("verification with an account, the service", service, "verify", service.url(),
                        "--user", "admin");
            }
            lines.add("| size of the archive, MB | | %.0f | |".formatted(Files.size(Path.of(archive)) / 1e6));
            measure("verification of the archive", null, "verify", archive);
            measure("restore into an empty ledger", null, "restore", archive, "--data-dir",
                    folder.resolve("restored").toString(),
                    "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath());
        } finally {
            write();
        }
    }

    private static void awaitSealed(BenchLedger ledger) throws InterruptedException {
        SealedLog log = ledger.bean(SealedLog.class);
        long head = ledger.bean(LedgerStore.class).head();
        while (log.size() < head) {
            Thread.sleep(100);
        }
    }

    private static void awaitProjections(BenchService service) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(service.at(
                "/api/v1/campaigns/2019/progress/explain?metric=events&limit=1&waitFor=" + EVENTS))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:"
                        + BenchLedger.PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .build();
        while (BenchService.send(question) != 200) {
            Thread.sleep(500);
        }
    }

    /** Runs a command, and writes down what it needed, and the service meanwhile where there is one. */
    private void measure(String what, @Nullable BenchService service, String... command)
            throws IOException, InterruptedException {
        int before = service == null ? 0 : service.collections().size();
        Path own = folder.resolve("gc-" + runs++ + ".log");
        ProductProcess.Said said = ProductProcess.run(folder, ENVIRONMENT, List.of("-Xmx" + HEAP,
                BenchService.gcLog(own)), List.of(command));
        if (said.exitCode() != 0) {
            throw new IllegalStateException(what + " ended with " + said.exitCode() + "\n" + said.text());
        }
        if (service != null) {
            List<Collection> all = service.collections();
            line(what, said.seconds(), all.subList(before, all.size()));
        }
        line(service == null ? what : what.replace("the service", "the command"), said.seconds(),
                BenchService.collections(own));
    }

    private void line(String what, double seconds, List<Collection> collections) {
        lines.add("| %s | %.1f | %d | %d |".formatted(what, seconds, Collection.mostBefore(collections),
                Collection.mostAfter(collections)));
        System.out.println(lines.getLast());
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "archive-heap.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file,
                "| %,d events, -Xmx%s | seconds, start included | most heap before a collection, MB | after"
                        .formatted(EVENTS, HEAP) + " one, MB |\n|---|---|---|---|\n" + String.join("\n", lines) + "\n");
    }
}
