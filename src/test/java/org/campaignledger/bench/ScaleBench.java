package org.campaignledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.processing.Processors;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.processing.Rebuild;
import org.campaignledger.platform.processing.Rebuilder;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How disk, start, rebuild, seal and verification grow with the ledger, at each of {@code bench.sizes}; and what that
 * makes of ten million and of a billion events. Written to {@code target/bench/scale.md}; docs/scale.md says what follows
 * from it. {@code mvn -Pbench test -Dtest=ScaleBench}.
 */
class ScaleBench {

    private static final long[] SIZES = Arrays.stream(System.getProperty("bench.sizes", "10000,100000,1000000").split(
            ","))
            .mapToLong(Long::parseLong).toArray();
    private static final String HEAP = System.getProperty("bench.heap", "256m");
    private static final Map<String, String> PASSWORD = Map.of("LEDGER_PASSWORD", BenchLedger.PASSWORD);
    private static final double SOON = 1e7;
    private static final double FAR = 1e9;

    /** What was measured, in the order of the sizes. */
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    @TempDir
    private Path folder;

    @Test
    void how_it_grows() throws Exception {
        try (BenchLedger ledger = new BenchLedger()) {
            ledger.open();
            for (long size : SIZES) {
                measure(ledger, size);
                write();
            }
        }
    }

    private void measure(BenchLedger ledger, long size) throws Exception {
        long before = ledger.bean(LedgerStore.class).head();
        long began = System.nanoTime();
        ledger.fillTo(size);
        awaitSeal(ledger);
        awaitProjections(ledger);
        note("filling, with projections and seal keeping up, events/s", (size - before) / seconds(began));
        disk(ledger, size);
        note("start to the first answered query, s", ledger.restart("/api/v1/campaigns/2019/progress"));
        note("heap after it, MB", heapMegabytes());
        note("rebuild of progress, s", rebuilt(ledger, "progress"));
        note("rebuild of the trail, s", rebuilt(ledger, "trail"));
        String file = "scale-" + size + ".ledger.zip";
        note("export, s", command("export", ledger.url(), "--user", "admin", "--to", file));
        note("archive, MB", Files.size(folder.resolve(file)) / 1e6);
        note("offline verification, s, start of the JVM included", command("verify", file));
        Files.delete(folder.resolve(file));
    }

    private void disk(BenchLedger ledger, long size) {
        JdbcClient jdbc = ledger.bean(JdbcClient.class);
        double all = jdbc.sql("select pg_database_size(current_database())").query(Long.class).single();
        double events = jdbc.sql("select pg_total_relation_size('ledger_event')").query(Long.class).single();
        double keys = jdbc.sql("select pg_total_relation_size('claim') + pg_total_relation_size('idempotent_answer')")
                .query(Long.class).single();
        double seal = jdbc.sql("select pg_total_relation_size('seal_tile')").query(Long.class).single();
        note("database, MB", all / 1e6);
        note("of it events, bytes each", events / size);
        note("claims and answers, bytes an event", keys / size);
        note("the log's tiles, bytes an event", seal / size);
        note("projections and the rest, bytes an event", (all - events - keys - seal) / size);
    }

    private static void awaitSeal(BenchLedger ledger) throws InterruptedException {
        SealedLog log = ledger.bean(SealedLog.class);
        long head = ledger.bean(LedgerStore.class).head();
        while (log.size() < head) {
            Thread.sleep(50);
        }
    }

    private static void awaitProjections(BenchLedger ledger) throws InterruptedException {
        ProjectionPositions positions = ledger.bean(ProjectionPositions.class);
        long head = ledger.bean(LedgerStore.class).head();
        for (String name : ledger.bean(Processors.class).projections().keySet()) {
            while (positions.positionOf(name) < head) {
                Thread.sleep(100);
            }
        }
    }

    private static double rebuilt(BenchLedger ledger, String name) throws InterruptedException {
        long began = System.nanoTime();
        Rebuilder rebuilder = ledger.bean(Rebuilder.class);
        Rebuild rebuild = rebuilder.start(name);
        while (rebuild.state() == Rebuild.State.RUNNING) {
            Thread.sleep(20);
            rebuild = rebuilder.status(name).orElseThrow();
        }
        if (rebuild.state() != Rebuild.State.DONE) {
            throw new IllegalStateException(name + ": " + rebuild);
        }
        return seconds(began);
    }

    private static double heapMegabytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private double command(String... arguments) throws IOException, InterruptedException {
        ProductProcess.Said said = ProductProcess.run(folder, PASSWORD, List.of("-Xmx" + HEAP), List.of(arguments));
        if (said.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + " ended with " + said.exitCode() + "\n"
                    + said.text());
        }
        return said.seconds();
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private void note(String what, double figure) {
        measured.computeIfAbsent(what, absent -> new ArrayList<>()).add(figure);
        System.out.printf("%s: %,.2f%n", what, figure);
    }

    /** A straight line through the two largest sizes. */
    private static double at(List<Double> figures, double events) {
        int last = figures.size() - 1;
        double slope = (figures.get(last) - figures.get(last - 1)) / (SIZES[last] - SIZES[last - 1]);
        return figures.get(last) + slope * (events - SIZES[last]);
    }

    private void write() throws IOException {
        StringBuilder table = new StringBuilder("| events |");
        Arrays.stream(SIZES).forEach(size -> table.append(" %,d |".formatted(size)));
        table.append(" 10 million | a billion |\n|---|").append("---|".repeat(SIZES.length + 2)).append('\n');
        measured.forEach((what, figures) -> {
            table.append("| ").append(what).append(" |");
            figures.forEach(figure -> table.append(" %,.2f |".formatted(figure)));
            if (figures.size() == SIZES.length && SIZES.length > 1) {
                table.append(" %,.0f | %,.0f |".formatted(at(figures, SOON), at(figures, FAR)));
            }
            table.append('\n');
        });
        Path file = Path.of("target", "bench", "scale.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, table);
    }
}
