package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.endurance.Setup.must;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.endurance.LedgerClient.Answer;
import org.campaignledger.testing.InTheSecondLane;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two instances on one PostgreSQL under load from outside, while instances and database are killed, stood still, cut off
 * and rolled over, in an order that the seed gives. What was acknowledged is there once; no position is missing; the log
 * verifies; every projection is what a fold from zero gives; no command was refused but by a 503.
 *
 * <p>{@code -Dchaos.seed=} repeats the order of a run, {@code -Dchaos.seconds=600} goes on for so long; otherwise three of
 * them have their turn.
 */
@InTheSecondLane
class ChaosTest {

    private static final String[] UNITS = {"BJ", "FJ", "GD", "XJ"};
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";

    /** However long they take: each once; the order is for the seed to say. */
    private static final int AT_LEAST = 6;
    private static final String PROJECTIONS = "/api/v1/operations/projections";
    /** Names each making of the dashboard's balance, and is another after each by design. */
    private static final String GENERATIONS = "progress_generation";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final LedgerClient.Tally tally = new LedgerClient.Tally();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final long began = System.nanoTime();
    private final Set<Long> outside = new HashSet<>(Set.of(1L, 2L));

    /** Something that happens to the fleet. */
    private interface Blow {

        void strike() throws Exception;
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhateverHappensToInstancesAndDatabase() throws Exception {
        System.out.println("ChaosTest: seed " + seed + ", folder " + folder);
        try (Fleet fleet = new Fleet(folder, 2); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fleet.start();
            told("both instances are there");
            LedgerClient admin = new LedgerClient(fleet.instances(), "admin", tally);
            Setup.campaign(admin);
            for (String unit : UNITS) {
                outside.add(Setup.reporter(admin, "reporter-" + unit, unit).position());
            }
            eachKnowsWhatTheOtherDoes(fleet);
            List<Future<Reporter>> running = load(fleet, threads);
            try {
                torment(fleet, new Random(seed));
            } finally {
                enough.set(true);
            }
            List<Reporter> reporters = new ArrayList<>();
            for (Future<Reporter> one : running) {
                reporters.add(one.get());
            }
            told("the load ends");
            for (ChildService instance : fleet.instances()) {
                check(new LedgerClient(instance, "admin", tally), reporters);
            }
            told("both instances tell the same, which is what was acknowledged");
            foldsFromZero(fleet, new LedgerClient(fleet.instance(0), "admin", tally));
            verifies(fleet.instance(0));
            told("every projection is a fold from zero, and the log verifies");
        }
    }

    /** Recorded at one, read at the other: the answer to the same key, the register, the stream, the log. */
    private void eachKnowsWhatTheOtherDoes(Fleet fleet) throws Exception {
        LedgerClient here = new LedgerClient(fleet.instance(0), "reporter-FJ", tally);
        LedgerClient there = new LedgerClient(fleet.instance(1), "reporter-FJ", tally);
        String body = """
            {"unit":"FJ","kind":"OFFLINE_EVENT","title":"宣讲","place":"广场","contacts":7,"occurredOn":"2019-06-01"}""";
        try (OnStream onlooker = new OnStream(fleet.instance(1), CAMPAIGN + "/progress/stream")) {
            Answer first = must(201, here.post(CAMPAIGN + "/events", "application/json", body, "setup-both"));
            Answer again = must(201, there.post(CAMPAIGN + "/events", "application/json", body, "setup-both"));
            assertThat(again.replayed()).as("the same key at another instance").isTrue();
            assertThat(again.position()).isEqualTo(first.position());
            onlooker.hearsOf(first.position());
            assertThat(there.get(CAMPAIGN + "/events/" + first.id() + "?waitFor=" + first.position()).path("contacts")
                    .asLong()).isEqualTo(7);
            // Not sealed yet, at first.
            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(here.get(
                    "/log/proof/" + first
                            .position(), "text/plain")).isEqualTo(there.get("/log/proof/" + first.position(),
                                    "text/plain")));
        }
    }

    private List<Future<Reporter>> load(Fleet fleet, ExecutorService threads) {
        List<Future<Reporter>> running = new ArrayList<>();
        for (int i = 0; i < UNITS.length; i++) {
            LedgerClient client = new LedgerClient(i % 2 == 0
                    ? fleet.instances()
                    : fleet.instances().reversed(), "reporter-" + UNITS[i], tally);
            running.add(threads.submit(new Reporter(UNITS[i], client, new Records(UNITS[i], 10 + i, seed), seed + i,
                    enough, tally)));
        }
        return running;
    }

    private void torment(Fleet fleet, Random random) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(Long.getLong("chaos.seconds", 10)).toNanos();
        int struck = 0;
        Map<String, Blow> blows = Map.of(
                "the instance that works on most projections is killed", () -> killed(fleet, worker(fleet)),
                "the instance that works on most projections stands still", () -> stoodStill(fleet, worker(fleet)),
                "an instance is cut off from the database", () -> cutOff(fleet, random.nextInt(2)),
                "the database is killed", fleet::killDatabase,
                "the database stands still", () -> databaseStoodStill(fleet),
                "an instance is rolled over", () -> rolledOver(fleet, random.nextInt(2)));
        do {
            List<String> order = new ArrayList<>(blows.keySet());
            Collections.sort(order);
            Collections.shuffle(order, random);
            for (String one : order) {
                if (struck++ >= AT_LEAST && System.nanoTime() > until) {
                    break;
                }
                awaitAcknowledged(15 + random.nextInt(20));
                told(one);
                Objects.requireNonNull(blows.get(one)).strike();
                awaitAcknowledged(10);
            }
        } while (System.nanoTime() < until);
        for (ChildService instance : fleet.instances()) {
            instance.awaitReady();
        }
    }

    private int worker(Fleet fleet) throws Exception {
        JsonNode all = new LedgerClient(fleet.instance(0), "admin", tally).get(PROJECTIONS);
        long here = all.path("items").valueStream().filter(one -> one.path("worksHere").asBoolean()).count();
        return here * 2 >= all.path("items").size() ? 0 : 1;
    }

    /** The other one goes on, and has taken over its projections when it comes back. */
    private void killed(Fleet fleet, int number) throws Exception {
        fleet.instance(number).kill();
        awaitAcknowledged(30);
        awaitEveryProjection(fleet.instance(1 - number));
        fleet.instance(number).start();
    }

    private void stoodStill(Fleet fleet, int number) throws Exception {
        fleet.pause(number);
        awaitAcknowledged(20);
        awaitEveryProjection(fleet.instance(1 - number));
        fleet.resume(number);
    }

    private void cutOff(Fleet fleet, int number) throws Exception {
        fleet.wire(number).cut();
        awaitAcknowledged(20);
        Thread.sleep(3_000);
        fleet.wire(number).mend();
    }

    private static void databaseStoodStill(Fleet fleet) throws Exception {
        fleet.pauseDatabase();
        Thread.sleep(2_500);
        fleet.resumeDatabase();
    }

    private static void rolledOver(Fleet fleet, int number) throws Exception {
        fleet.instance(number).stop();
        fleet.instance(number).start();
    }

    /** Whoever is left works on all of them, and they come up with the ledger. */
    private void awaitEveryProjection(ChildService instance) {
        LedgerClient admin = new LedgerClient(instance, "admin", tally);
        await().atMost(Duration.ofSeconds(25)).ignoreExceptions().untilAsserted(() -> assertThat(admin.get(PROJECTIONS)
                .path("items").valueStream().filter(one -> !one.path("worksHere").asBoolean()
                        || one.path("lagEvents").asLong() >= 200)).isEmpty());
    }

    /** In mid-load, that is. */
    private void awaitAcknowledged(int more) {
        int before = tally.acknowledged.get();
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5))
                .until(() -> tally.acknowledged.get() >= before + more);
    }

    private void told(String what) {
        System.out.printf("ChaosTest: %5.1f s, %d acknowledged: %s%n", (System.nanoTime() - began) / 1e9,
                tally.acknowledged.get(), what);
    }

    private void check(LedgerClient admin, List<Reporter> reporters) throws Exception {
        List<Reporter.Acknowledged> all = reporters.stream().flatMap(one -> one.acknowledged().stream()).toList();
        long head = all.stream().mapToLong(Reporter.Acknowledged::position).max().orElseThrow();
        LedgerCheck check = new LedgerCheck(admin, head);
        System.out.println("ChaosTest: " + all.size() + " commands acknowledged, " + check.size()
                + " events in the trail; unreachable " + tally.unreachable + ", unavailable " + tally.unavailable
                + ", of these unknown " + tally.unknown);
        assertThat(tally.surprises).as("refusals other than 503").isEmpty();
        assertThat(tally.unreachable.get() + tally.unavailable.get()).as("somebody noticed something").isPositive();
        check.isGapless(outside);
        check.holdsOnce(reporters);
        check.progressIsTheirSum();
        check.registersHoldEachRecordOnce(reporters);
    }

    /** What the projections hold before and after each was made again from the first event on. */
    private static void foldsFromZero(Fleet fleet, LedgerClient admin) throws Exception {
        List<String> names = admin.get(PROJECTIONS).path("items").valueStream()
                .map(one -> one.path("name").asString()).toList();
        Map<String, Fleet.Table> before = fleet.contents();
        for (String name : names) {
            String path = PROJECTIONS + "/" + name + "/rebuild";
            must(202, admin.post(path, "application/json", "{}", "rebuild-" + name));
            await().atMost(Duration.ofSeconds(60)).until(() -> !admin.get(path).path("state").asString()
                    .equals("RUNNING"));
            assertThat(admin.get(path).path("state").asString()).as(name).isEqualTo("DONE");
        }
        Map<String, Fleet.Table> after = fleet.contents();
        List<String> rebuilt = after.keySet().stream().filter(table -> !table.equals(GENERATIONS) && Objects
                .requireNonNull(after.get(table))
                .oid() != Objects.requireNonNull(before.get(table)).oid()).toList();
        assertThat(rebuilt).as("tables of projections").hasSizeGreaterThanOrEqualTo(names.size());
        for (String table : rebuilt) {
            assertThat(Objects.requireNonNull(before.get(table)).digest()).as(table)
                    .isEqualTo(Objects.requireNonNull(after.get(table)).digest());
        }
    }

    private void verifies(ChildService instance) throws Exception {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            ProductProcess.Said said = ProductProcess.run(folder, Map.of("LEDGER_PASSWORD", ChildService.PASSWORD),
                    List.of("-XX:TieredStopAtLevel=1"), List.of("verify", instance.uri("").toString(), "--user",
                            "admin"));
            assertThat(said.exitCode()).as(said.text()).isZero();
            assertThat(said.text()).startsWith("HOLDS");
        });
    }
}
