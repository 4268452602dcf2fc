package org.campaignledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.outreach.write.holdevent.HoldEvent;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.processing.Rebuild;
import org.campaignledger.platform.processing.Rebuilder;
import org.campaignledger.platform.records.RecordIds;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * The rows of docs/performance.md, each beside its baseline in the same run: {@code mvn -Pbench verify}. Results go to
 * {@code target/bench/results.md}. Nothing here decides whether a build is green.
 */
class PerformanceBench {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "15"));
    private static final long EVENTS = Long.getLong("bench.events", 1_000_000L);
    private static final int MOST_ROUNDS = 12;
    private static final String PROGRESS = "/api/v1/campaigns/2019/progress";
    private static final Actor REPORTER = new Actor(BenchLedger.REPORTER, Role.REPORTER, "FJ", null);

    private final List<String> rows = new ArrayList<>();

    @Test
    void every_row_is_measured_beside_its_baseline() throws Exception {
        try (BenchLedger thrownAway = new BenchLedger()) {
            thrownAway.open();
            warm("in process", () -> inProcess(thrownAway, 64));
            warm("over HTTP", () -> overHttp(thrownAway, 64, SECONDS, 0));
        }
        try (BenchLedger ledger = new BenchLedger()) {
            ledger.open();
            double costAtFew = commands(ledger);
            long few = head(ledger);
            double heapAtFew = heapMegabytes();
            awaitProjections(ledger);
            double startAtFew = ledger.restart(PROGRESS);
            ledger.fillTo(EVENTS);
            awaitProjections(ledger);
            inProcess(ledger, 64); // after its restart and a long catching up
            awaitProjections(ledger);
            double costAtMany = inProcess(ledger, 64).perSecond();
            row("cost per command at %,d events ÷ at fewer than %,d".formatted(head(ledger), few),
                    costAtFew / costAtMany, "≤ 1.1");
            rebuilds(ledger);
            timeTravel(ledger);
            double heapAtMany = heapMegabytes();
            row("heap at %,d events ÷ at %,d (%.0f MB ÷ %.0f MB)".formatted(head(ledger), few, heapAtMany, heapAtFew),
                    heapAtMany / heapAtFew, "≤ 1.2");
            row("start on a kept ledger to the first answered query, s (at few events %.1f)".formatted(startAtFew),
                    ledger.restart(PROGRESS), "≤ 6");
        } finally {
            write();
        }
    }

    private static long head(BenchLedger ledger) {
        return ledger.bean(LedgerStore.class).head();
    }

    /** Answers the rate in process. */
    private double commands(BenchLedger ledger) throws Exception {
        baseline(ledger, 64, 3);
        double single = baseline(ledger, 1, SECONDS / 3).perSecond();
        double many = baseline(ledger, 64, SECONDS).perSecond();
        rows.add("| baseline: plain JDBC single-row inserts | 1 connection: %,.0f /s, 64: %,.0f /s | |"
                .formatted(single, many));
        Load.Result inProcess = inProcess(ledger, 64);
        row("durable commands in process, 64 in flight: %,.0f /s, ÷ baseline".formatted(inProcess.perSecond()),
                inProcess.perSecond() / many, "≥ 1.5");
        Load.Result http = overHttp(ledger, 64, SECONDS, 0);
        row("durable commands over HTTP, signed in, 64 in flight: %,.0f /s, ÷ baseline".formatted(http.perSecond()),
                http.perSecond() / many, "≥ 0.3");
        awaitProjections(ledger); // what is left of a flood is not part of a steady load
        Load.Result paced = overHttp(ledger, 64, SECONDS, http.perSecond() * 0.7);
        row("p99 at 70%% of that rate, ms (p50 %.1f)".formatted(paced.p50Millis()), paced.p99Millis(), "≤ 50");
        awaitProjections(ledger);
        Load.Result one = overHttp(ledger, 1, SECONDS / 2, 0);
        row("one client, one at a time, over HTTP: %,.0f /s, ÷ single-connection baseline".formatted(one.perSecond()),
                one.perSecond() / single, "≥ 0.2");
        return inProcess.perSecond();
    }

    /** One round of a load. */
    private interface Round {

        Load.Result run() throws InterruptedException;
    }

    /** Two cores compile and serve at once: what is asked for is of a warm service, and the first round is told, too. */
    private void warm(String what, Round round) throws InterruptedException {
        double cold = round.run().perSecond();
        double best = cold;
        int rounds = 1;
        for (int slower = 0; slower < 2 && rounds < MOST_ROUNDS; rounds++) {
            double rate = round.run().perSecond();
            slower = rate > best * 1.03 ? 0 : slower + 1;
            best = Math.max(best, rate);
        }
        rows.add("| to warm up %s, %d rounds of %.0f s; first round, /s | %,.0f | |".formatted(what, rounds, SECONDS,
                cold));
    }

    private static Load.Result baseline(BenchLedger ledger, int connections, double seconds) throws Exception {
        JdbcConnectionDetails details = ledger.bean(JdbcConnectionDetails.class);
        List<Connection> open = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            open.add(DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword()));
        }
        try (var statement = open.getFirst().createStatement()) {
            statement.execute("create table if not exists bench_baseline (id uuid primary key, aggregate text not null,"
                    + " sequence bigint not null, type text not null, payload bytea not null, metadata bytea not null,"
                    + " unique (aggregate, sequence))");
        }
        byte[] payload = new byte[260];
        byte[] metadata = new byte[180];
        new Random(1).nextBytes(payload);
        Load.Result result = Load.run(connections, seconds, thread -> {
            PreparedStatement insert = prepared(open.get(thread));
            return number -> {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, RecordIds.next());
                insert.setLong(3, 0);
                insert.setString(4, "EventHeld");
                insert.setBytes(5, payload);
                insert.setBytes(6, metadata);
                insert.executeUpdate();
            };
        });
        for (Connection connection : open) {
            connection.close();
        }
        return result;
    }

    private static PreparedStatement prepared(Connection connection) {
        try {
            return connection.prepareStatement("insert into bench_baseline values (?, ?, ?, ?, ?, ?)");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Load.Result inProcess(BenchLedger ledger, int threads) throws InterruptedException {
        Commands commands = ledger.bean(Commands.class);
        return Load.run(threads, SECONDS, thread -> number -> {
            String id = RecordIds.next();
            EventHeld held = new EventHeld(id, "2019", "FJ", EventHeld.Kind.OFFLINE_EVENT, "好网民宣讲 " + id, "职工之家",
                    null, number % 200, LocalDate.of(2019, 6, 1), null);
            String scope = String.format(Locale.ROOT, "%064x", number);
            commands.send(new HoldEvent(id, held), new Commands.Origin(REPORTER, id, id,
                    new IdempotentAnswer(scope, scope, 201, "/api/v1/campaigns/2019/events/" + id, id, 0)));
        });
    }

    private static Load.Result overHttp(BenchLedger ledger, int threads, double seconds, double rate)
            throws InterruptedException {
        return Load.run(threads, seconds, rate, thread -> {
            RawHttp http = ledger.http(BenchLedger.REPORTER);
            return number -> {
                RawHttp.Reply reply = http.once("/api/v1/campaigns/2019/events", """
                    {"unit":"FJ","kind":"OFFLINE_EVENT","title":"好网民宣讲 %d","place":"职工之家","contacts":%d,\
                    "occurredOn":"2019-06-01"}""".formatted(number, number % 200), "k" + number);
                if (reply.status() != 201) {
                    throw new IllegalStateException("answered " + reply.status());
                }
            };
        });
    }

    private static void awaitProjections(BenchLedger ledger) throws InterruptedException {
        ProjectionPositions positions = ledger.bean(ProjectionPositions.class);
        long head = ledger.bean(LedgerStore.class).head();
        for (String name : ledger.bean(org.campaignledger.platform.processing.Processors.class).projections()
                .keySet()) {
            while (positions.positionOf(name) < head) {
                Thread.sleep(200);
            }
        }
    }

    private void rebuilds(BenchLedger ledger) throws Exception {
        awaitProjections(ledger);
        Rebuilder rebuilder = ledger.bean(Rebuilder.class);
        rows.add("| baseline: reading the ledger by a cursor, nothing made of it | %,.0f events/s | |".formatted(
                byCursor(ledger)));
        row("rebuild of progress from %,d events, events/s".formatted(head(ledger)), rebuilt(rebuilder, "progress"),
                "≥ 250,000");
        double all = 0;
        long began = System.nanoTime();
        var names = ledger.bean(org.campaignledger.platform.processing.Processors.class).projections().keySet();
        Thread load = Thread.ofPlatform().start(() -> {
            try {
                overHttp(ledger, 4, 20, 200);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        for (String name : names) {
            rebuilt(rebuilder, name);
            all += head(ledger);
        }
        row("rebuild of all %d projections while commands go on, events/s".formatted(names.size()),
                all / ((System.nanoTime() - began) / 1e9), "≥ 20,000");
        load.join();
    }

    private static double byCursor(BenchLedger ledger) {
        LedgerStore store = ledger.bean(LedgerStore.class);
        LongAdder bytes = new LongAdder();
        long head = store.head();
        long began = System.nanoTime();
        store.stream(0, head, event -> bytes.add(event.payload().length));
        return bytes.sum() == 0 ? 0 : head / ((System.nanoTime() - began) / 1e9);
    }

    private static double rebuilt(Rebuilder rebuilder, String name) throws InterruptedException {
        Rebuild rebuild = rebuilder.start(name);
        while (rebuild.state() == Rebuild.State.RUNNING) {
            Thread.sleep(50);
            rebuild = rebuilder.status(name).orElseThrow();
        }
        if (rebuild.state() != Rebuild.State.DONE) {
            throw new IllegalStateException(name + ": " + rebuild);
        }
        return rebuild.eventsPerSecond();
    }

    private void timeTravel(BenchLedger ledger) throws InterruptedException {
        Random random = new Random(7);
        long head = ledger.bean(LedgerStore.class).head();
        Load.Result now = Load.run(1, SECONDS / 3, thread -> {
            RawHttp http = ledger.http(BenchLedger.REPORTER);
            return number -> http.get(PROGRESS);
        });
        rows.add("| baseline: progress of now, one client | p50 %.1f ms, p99 %.1f ms | |".formatted(now.p50Millis(),
                now.p99Millis()));
        Load.Result result = Load.run(1, SECONDS, thread -> {
            RawHttp http = ledger.http(BenchLedger.REPORTER);
            return number -> http.get(PROGRESS + "?position=" + (10 + random.nextLong(head - 10)));
        });
        row("time travel to any position of %,d events, p99 ms (p50 %.1f)".formatted(EVENTS, result.p50Millis()),
                result.p99Millis(), "≤ 50");
    }

    private static double heapMegabytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(300);
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }

    private void row(String what, double figure, String asked) {
        String row = "| %s | %s | %s |".formatted(what,
                figure >= 1_000 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure), asked);
        rows.add(row);
        System.out.println(row);
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "results.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "| measured | figure | asked |\n|---|---|---|\n" + String.join("\n", rows) + "\n");
    }
}
