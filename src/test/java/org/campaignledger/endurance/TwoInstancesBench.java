package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.campaignledger.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One instance on a PostgreSQL, and two on another, each with the same clients over HTTP for as long: how many commands in
 * a second, and what was refused. All on one machine, hence on the same processors. Written to
 * {@code target/bench/instances.md}.
 */
class TwoInstancesBench {

    private static final int CLIENTS = 24;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";

    @TempDir
    Path folder;

    /** What a run came to. */
    private record Run(double perSecond, int unavailable, int surprises) {}

    @Test
    void twoAreNotMuchSlowerThanOne() throws Exception {
        Run one = run(1);
        Run two = run(2);
        Path file = Path.of("target", "bench", "instances.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
            | instances | commands/s | 503 | other refusals |
            |---|---|---|---|
            | baseline: 1 | %.0f | %d | %d |
            | 2 | %.0f (%.2f ×) | %d | %d |
            """.formatted(one.perSecond, one.unavailable, one.surprises, two.perSecond, two.perSecond / one.perSecond,
                two.unavailable, two.surprises));
        assertThat(one.surprises + two.surprises).as("refusals other than 503").isZero();
    }

    private Run run(int size) throws Exception {
        try (Fleet fleet = new Fleet(Files.createDirectories(folder.resolve("of-" + size)), size)) {
            fleet.start();
            LedgerClient.Tally tally = new LedgerClient.Tally();
            LedgerClient admin = new LedgerClient(fleet.instances(), "admin", tally);
            Setup.campaign(admin);
            Setup.reporter(admin, "fj", "FJ");
            load(fleet, tally, "warm", SECONDS);
            int before = tally.unavailable.get();
            double perSecond = load(fleet, tally, "timed", SECONDS);
            return new Run(perSecond, tally.unavailable.get() - before, tally.surprises.size());
        }
    }

    private static double load(Fleet fleet, LedgerClient.Tally tally, String name, int seconds) {
        AtomicLong done = new AtomicLong();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        List<Callable<Boolean>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            // Half of them at each, where there are two.
            LedgerClient client = new LedgerClient(number % 2 == 0
                    ? fleet.instances()
                    : fleet.instances().reversed(), "fj", tally);
            clients.add(() -> {
                for (int record = 0; System.nanoTime() < until; record++) {
                    String key = name + "-" + number + "-" + record;
                    LedgerClient.Answer answer = client.post(CAMPAIGN + "/events", "application/json", """
                        {"unit":"FJ","kind":"OFFLINE_EVENT","title":"宣讲 %s","place":"广场","contacts":1,
                         "occurredOn":"2019-06-01"}""".formatted(key), key);
                    if (answer == null || answer.status() != 201) {
                        tally.surprises.add(String.valueOf(answer));
                    }
                    done.incrementAndGet();
                }
                return true;
            });
        }
        AtOnce.all(clients);
        return done.get() / ((System.nanoTime() - began) / 1e9);
    }
}
