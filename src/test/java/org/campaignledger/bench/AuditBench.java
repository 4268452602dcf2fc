package org.campaignledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an audit of a large ledger costs: sealing, exporting, verifying and restoring {@code bench.events} events, each
 * command in a process of its own with {@code bench.heap} of heap. Written to {@code target/bench/audit.md}.
 */
class AuditBench {

    private static final long EVENTS = Long.getLong("bench.events", 1_000_000L);
    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final Map<String, String> PASSWORD = Map.of("LEDGER_PASSWORD", BenchLedger.PASSWORD);

    private final List<String> rows = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void an_audit_of_a_large_ledger() throws Exception {
        try (BenchLedger ledger = new BenchLedger()) {
            ledger.open();
            ledger.restartWith("--ledger.log.interval=24h", "--ledger.log.check-rate=0");
            ledger.fillTo(EVENTS);
            baselines(ledger);
            sealing(ledger);
            export(ledger);
        } finally {
            write();
        }
    }

    private void baselines(BenchLedger ledger) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] bytes = new byte[400];
        long began = System.nanoTime();
        for (int i = 0; i < 2_000_000; i++) {
            bytes[i % 400] = sha256.digest(bytes)[0];
        }
        row("baseline: SHA-256 of 400 bytes, one thread, /s", 2_000_000 / seconds(began), "");
        LedgerStore store = ledger.bean(LedgerStore.class);
        long[] read = {0};
        began = System.nanoTime();
        store.stream(0, store.head(), (RecordedEvent event) -> read[0]++);
        row("baseline: reading the ledger by a cursor, events/s", read[0] / seconds(began), "");
    }

    private void sealing(BenchLedger ledger) throws InterruptedException {
        ledger.restartWith("--ledger.log.check-rate=0");
        SealedLog log = ledger.bean(SealedLog.class);
        long head = ledger.bean(LedgerStore.class).head();
        long first = log.size();
        long began = System.nanoTime();
        while (log.size() < head) {
            Thread.sleep(20);
        }
        row("sealing a backlog, projections catching up beside it, leaves/s", (head - first) / seconds(began),
                "≥ 50,000");
    }

    private void export(BenchLedger ledger) throws IOException, InterruptedException {
        awaitProjections(ledger);
        command("export, s", "", "export", ledger.url(), "--user", "admin", "--to", "audit.ledger.zip");
        row("size of the archive, MB", Files.size(folder.resolve("audit.ledger.zip")) / 1e6, "");
        ledger.close();
        double seconds = command("verifying the archive offline, s", "", "verify", "audit.ledger.zip");
        row("the same, events/s, start of the JVM included", EVENTS / seconds, "≥ 300,000");
        command("restoring it into an empty ledger, s", "", "restore", "audit.ledger.zip", "--data-dir",
                "restored", "--ledger.postgres.binaries-dir=" + TestPostgres.BINARIES.toAbsolutePath());
    }

    private static void awaitProjections(BenchLedger ledger) throws InterruptedException {
        long head = ledger.bean(LedgerStore.class).head();
        while (ledger.http("admin").get("/api/v1/campaigns/2019/progress?waitFor=" + head).status() != 200) {
            Thread.sleep(1_000);
        }
    }

    private double command(String what, String asked, String... arguments)
            throws IOException, InterruptedException {
        ProductProcess.Said said = ProductProcess.run(folder, PASSWORD, List.of("-Xmx" + HEAP), List.of(arguments));
        System.out.println(said.text());
        if (said.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + said.exitCode());
        }
        row(what + " (heap " + HEAP + ")", said.seconds(), asked);
        return said.seconds();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void row(String what, double figure, String asked) {
        String row = "| %s | %s | %s |".formatted(what,
                figure >= 1_000 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure), asked);
        rows.add(row);
        System.out.println(row);
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "audit.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "| %,d events | figure | asked |\n|---|---|---|\n".formatted(EVENTS)
                + String.join("\n", rows) + "\n");
    }
}
