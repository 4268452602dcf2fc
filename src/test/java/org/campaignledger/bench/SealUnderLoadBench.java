package org.campaignledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.outreach.events.EventHeld;
import org.campaignledger.outreach.write.holdevent.HoldEvent;
import org.campaignledger.platform.eventstore.IdempotentAnswer;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.Commands;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.seal.store.SealedLog;
import org.junit.jupiter.api.Test;

/**
 * How far the seal falls behind while commands come as fast as they are taken ({@code bench.seconds}, 30), and what time
 * travel costs in a ledger of {@code bench.events} (a million): progress, an explanation, a comparison and a register at
 * random positions, {@code bench.requests} (500) each. Written to {@code target/bench/seal-under-load.md}.
 * {@code mvn -Pbench test -Dtest=SealUnderLoadBench}.
 */
class SealUnderLoadBench {

    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "30"));
    private static final long EVENTS = Long.getLong("bench.events", 1_000_000L);
    private static final int REQUESTS = Integer.getInteger("bench.requests", 500);
    private static final Actor REPORTER = new Actor(BenchLedger.REPORTER, Role.REPORTER, "FJ", null);
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final List<String> TRAVELS = List.of(CAMPAIGN + "/progress?position=%d",
            CAMPAIGN + "/progress?unit=FJ&position=%d", CAMPAIGN + "/progress/compare?from=10&to=%d",
            CAMPAIGN + "/progress/explain?metric=contacts&unit=FJ&limit=50&position=%d",
            CAMPAIGN + "/events?limit=50&position=%d", CAMPAIGN + "/events?unit=FJ&limit=50&position=%d");

    private final List<String> rows = new ArrayList<>();

    @Test
    void the_seal_keeps_up_and_the_past_is_near() throws Exception {
        try (BenchLedger ledger = new BenchLedger()) {
            ledger.open();
            atFullRate(ledger);
            ledger.fillTo(EVENTS);
            travel(ledger);
        } finally {
            write();
        }
    }

    private void atFullRate(BenchLedger ledger) throws InterruptedException {
        commands(ledger, Math.min(5, SECONDS));
        List<Long> backlogs = new ArrayList<>();
        AtomicBoolean isOver = new AtomicBoolean();
        LedgerStore store = ledger.bean(LedgerStore.class);
        SealedLog log = ledger.bean(SealedLog.class);
        Thread watch = Thread.ofPlatform().start(() -> {
            while (!isOver.get()) {
                // The head first: what is sealed meanwhile must not hide what was waiting.
                long head = store.head();
                backlogs.add(Math.max(0, head - log.size()));
                pause();
            }
        });
        Load.Result result = commands(ledger, SECONDS);
        isOver.set(true);
        watch.join();
        long head = store.head();
        long began = System.nanoTime();
        while (log.size() < head) {
            pause();
        }
        long[] sorted = backlogs.stream().mapToLong(Long::longValue).sorted().toArray();
        row("commands in process, 64 in flight, /s", result.perSecond());
        row("events not sealed yet meanwhile, p50", sorted[sorted.length / 2]);
        row("events not sealed yet meanwhile, most", sorted[sorted.length - 1]);
        row("the most of them, in seconds of that rate", sorted[sorted.length - 1] / result.perSecond());
        row("sealed to the last once they ended, s", (System.nanoTime() - began) / 1e9);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Load.Result commands(BenchLedger ledger, double seconds) throws InterruptedException {
        Commands commands = ledger.bean(Commands.class);
        return Load.run(64, seconds, thread -> number -> {
            String id = RecordIds.next();
            EventHeld held = new EventHeld(id, "2019", "FJ", EventHeld.Kind.OFFLINE_EVENT, "好网民宣讲 " + id, "职工之家",
                    null, number % 200, LocalDate.of(2019, 6, 1), null);
            String scope = id.replace("-", "").repeat(2);
            commands.send(new HoldEvent(id, held), new Commands.Origin(REPORTER, id, id,
                    new IdempotentAnswer(scope, scope, 201, CAMPAIGN + "/events/" + id, id, 0)));
        });
    }

    private void travel(BenchLedger ledger) throws IOException, InterruptedException {
        long head = ledger.bean(LedgerStore.class).head();
        try (RawHttp http = ledger.http("admin")) {
            while (http.get(CAMPAIGN + "/events?limit=1&waitFor=" + head).status() != 200
                    || http.get(CAMPAIGN + "/progress/explain?metric=events&limit=1&waitFor=" + head).status() != 200) {
                Thread.sleep(500);
            }
            Random random = new Random(2019);
            for (String path : TRAVELS) {
                double[] millis = new double[REQUESTS];
                for (int i = 0; i < REQUESTS; i++) {
                    long position = 10 + random.nextLong(head - 10);
                    long began = System.nanoTime();
                    int status = http.get(path.formatted(position)).status();
                    millis[i] = (System.nanoTime() - began) / 1e6;
                    if (status != 200) {
                        throw new IllegalStateException(path.formatted(position) + " answers " + status);
                    }
                }
                Arrays.sort(millis);
                rows.add("| `%s` at any of %,d positions, ms | p50 %.1f, p99 %.1f |".formatted(path.replace("%d", "N")
                        .substring(CAMPAIGN.length()), head, millis[REQUESTS / 2], millis[REQUESTS * 99 / 100]));
                System.out.println(rows.getLast());
            }
        }
    }

    private void row(String what, double figure) {
        rows.add("| %s | %s |".formatted(what, figure >= 100 ? "%,.0f".formatted(figure) : "%.2f".formatted(figure)));
        System.out.println(rows.getLast());
    }

    private void write() throws IOException {
        Path file = Path.of("target", "bench", "seal-under-load.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "| row | seen |\n|---|---|\n" + String.join("\n", rows) + "\n");
    }
}
