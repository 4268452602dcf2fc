package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service under load, killed with its database in turns: whatever it acknowledged is in the ledger once, and it
 * comes back by itself. Longer runs with {@code -Dendurance.seconds=600}.
 */
@InTheSecondLane
class EnduranceTest {

    private static final String[] UNITS = {"BJ", "TJ", "FJ", "SH", "GD", "SC", "XJ", "RAIL"};

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final LedgerClient.Tally tally = new LedgerClient.Tally();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final long began = System.nanoTime();
    private final Set<Long> outside = new HashSet<>(Set.of(1L, 2L));

    @Test
    void nothing_acknowledged_is_lost_or_doubled_though_service_and_database_are_killed() throws Exception {
        long seed = System.nanoTime();
        System.out.println("EnduranceTest: seed " + seed + ", folder " + folder);
        try (var service = new ChildService(folder); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            service.start();
            told("the service is there");
            var admin = new LedgerClient(service, "admin", tally);
            Setup.campaign(admin);
            for (String unit : UNITS) {
                outside.add(Setup.reporter(admin, "reporter-" + unit, unit).position());
            }
            List<Future<Reporter>> running = load(service, threads, seed);
            List<Integer> readiness = torment(service, new Random(seed));
            enough.set(true);
            List<Reporter> reporters = new ArrayList<>();
            for (Future<Reporter> one : running) {
                reporters.add(one.get());
            }
            check(admin, reporters);
            assertThat(readiness).startsWith(200).endsWith(200).contains(0, 503);
        }
    }

    private List<Future<Reporter>> load(ChildService service, ExecutorService threads, long seed) {
        List<Future<Reporter>> running = new ArrayList<>();
        for (int i = 0; i < UNITS.length; i++) {
            var client = new LedgerClient(service, "reporter-" + UNITS[i], tally);
            running.add(threads.submit(new Reporter(UNITS[i], client, new Records(UNITS[i], 10 + i, seed), seed + i,
                    enough, tally)));
        }
        return running;
    }

    /** Once round; answers what readiness went through. */
    private List<Integer> torment(ChildService service, Random random) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(Long.getLong("endurance.seconds", 0)).toNanos();
        try (var watch = new ReadinessWatch(service)) {
            do {
                awaitAcknowledged(80 + random.nextInt(40));
                service.kill();
                told("the service is killed");
                service.start();
                told("the service is back");
                awaitAcknowledged(60 + random.nextInt(40));
                long killed = service.postmaster().orElseThrow().pid();
                service.killPostmaster();
                told("the database is killed");
                await().atMost(Duration.ofSeconds(30)).until(() -> service.postmaster()
                        .filter(found -> found.pid() != killed).isPresent() && service.readiness() == 200);
                awaitAcknowledged(40 + random.nextInt(40));
                keepDatabaseDown(service, watch);
                told("the database was kept down");
                await().atMost(Duration.ofSeconds(30)).until(() -> service.readiness() == 200);
                awaitAcknowledged(60);
            } while (System.nanoTime() < until);
            await().until(() -> watch.changes().getLast() == 200);
            told("readiness went through " + watch.changes());
            return watch.changes();
        }
    }

    /** In mid-load, that is. */
    private void awaitAcknowledged(int more) {
        int before = tally.acknowledged.get();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
                .until(() -> tally.acknowledged.get() >= before + more);
    }

    private void told(String what) {
        System.out.printf("EnduranceTest: %5.1f s, %d acknowledged: %s%n", (System.nanoTime() - began) / 1e9,
                tally.acknowledged.get(), what);
    }

    /** Kills every server that is started until the service is seen to say that it is not ready. */
    private static void keepDatabaseDown(ChildService service, ReadinessWatch watch) {
        int before = watch.changes().size();
        await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20)).until(() -> {
            service.killPostmaster();
            return watch.changes().subList(before, watch.changes().size()).contains(503);
        });
    }

    private void check(LedgerClient admin, List<Reporter> reporters) throws Exception {
        List<Reporter.Acknowledged> all = reporters.stream().flatMap(one -> one.acknowledged().stream()).toList();
        long head = all.stream().mapToLong(Reporter.Acknowledged::position).max().orElseThrow();
        var check = new LedgerCheck(admin, head);
        System.out.println(all.size() + " commands acknowledged, " + check.size() + " events in the trail; unreachable "
                + tally.unreachable + ", unavailable " + tally.unavailable + ", of these unknown " + tally.unknown);
        assertThat(tally.surprises).isEmpty();
        assertThat(all.size()).as("commands acknowledged").isGreaterThan(200);
        assertThat(tally.unreachable.get()).as("the service was missed").isPositive();
        assertThat(tally.unavailable.get()).as("the database was missed").isPositive();
        check.isGapless(outside);
        check.holdsOnce(reporters);
        check.progressIsTheirSum();
        check.registersHoldEachRecordOnce(reporters);
    }
}
