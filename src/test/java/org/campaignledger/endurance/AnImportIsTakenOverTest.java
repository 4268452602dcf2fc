package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An import belongs to no instance: any tells of it, gives its sheet and stops it, and goes on where another is gone. */
@InTheSecondLane
class AnImportIsTakenOverTest {

    private static final int ROWS = 6_000;
    private static final int TWICE = ROWS / 20;
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final LedgerClient.Tally tally = new LedgerClient.Tally();

    @Test
    void what_one_instance_has_begun_another_tells_stops_and_finishes() throws Exception {
        try (Fleet fleet = new Fleet(folder, 2)) {
            fleet.start();
            LedgerClient admin = new LedgerClient(fleet.instance(0), "admin", tally);
            Setup.campaign(admin);
            Setup.reporter(admin, "fj", "FJ");
            LedgerClient first = new LedgerClient(fleet.instance(0), "fj", tally);
            LedgerClient second = new LedgerClient(fleet.instance(1), "fj", tally);

            stopsElsewhere(first, second);
            String sheet = killedItIsFinished(fleet, first, second);
            fleet.instance(0).start();
            assertThat(first.get(path(first) + "/sheet", "*/*")).as("the sheet at the other").isEqualTo(sheet);
            stoppedItIsHandedOver(fleet, first, second);
        }
    }

    private static String path(LedgerClient client) throws Exception {
        return "/api/v1/imports/" + client.get("/api/v1/imports?limit=1").path("items").get(0).path("id").asString();
    }

    private static void stopsElsewhere(LedgerClient first, LedgerClient second) throws Exception {
        String job = "/api/v1/imports/" + first.upload(CAMPAIGN + "/imports/mobilizations?dryRun=true", sheet(3));
        halfway(() -> second.get(job));
        second.post(job + "/cancel", "application/json", "{}", "stop");
        await().atMost(PATIENCE).until(() -> first.get(job).path("state").asString().equals("CANCELLED"));
        assertThat(second.get(job).path("state").asString()).isEqualTo("CANCELLED");
    }

    /** As {@code kill -9} does. Every row is counted and written once. */
    private static String killedItIsFinished(Fleet fleet, LedgerClient first, LedgerClient second) throws Exception {
        String job = "/api/v1/imports/" + first.upload(CAMPAIGN + "/imports/mobilizations", sheet(1));
        halfway(() -> second.get(job));
        fleet.instance(0).kill();
        long since = System.nanoTime();
        JsonNode before = second.get(job);
        await().atMost(PATIENCE).until(() -> second.get(job).path("read").asLong() > before.path("read").asLong());
        System.out.printf("AnImportIsTakenOverTest: goes on %.1f s after the kill%n", (System.nanoTime() - since)
                / 1e9);
        isDone(second, job, ROWS, TWICE);
        String sheet = second.get(job + "/sheet", "*/*");
        assertThat(sheet.lines().filter(line -> line.matches(".*,7,2019-06-01,.+")).toList()).hasSize(TWICE);
        return sheet;
    }

    /** In a rolling restart it waits for nobody to fall silent. */
    private static void stoppedItIsHandedOver(Fleet fleet, LedgerClient first, LedgerClient second) throws Exception {
        String job = "/api/v1/imports/" + first.upload(CAMPAIGN + "/imports/mobilizations", sheet(2));
        halfway(() -> second.get(job));
        assertThat(fleet.instance(0).stop()).as("exit code").isIn(0, 143);
        isDone(second, job, ROWS, TWICE);
    }

    private static void isDone(LedgerClient client, String job, long written, long refused) throws Exception {
        await().atMost(PATIENCE).until(() -> !client.get(job).path("state").asString().equals("RUNNING"));
        JsonNode done = client.get(job);
        assertThat(done.path("state").asString()).as(done::toString).isEqualTo("DONE");
        assertThat(done.path("written").asLong()).isEqualTo(written);
        assertThat(done.path("refused").asLong()).isEqualTo(refused);
        assertThat(done.path("read").asLong()).isEqualTo(written + refused);
    }

    private static void halfway(Callable<JsonNode> told) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(told, job -> {
            assertThat(job.path("state").asString()).as(job::toString).isEqualTo("RUNNING");
            return job.path("read").asLong() > 0 && job.path("read").asLong() < job.path("total").asLong();
        });
    }

    /** Unions of a series of names; every twentieth is there a second time, further down, with seven employees. */
    private static String sheet(int series) {
        StringBuilder text = new StringBuilder("unit,organization.name,employees,occurredOn\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append(union(series, i, 1));
            if (i % 20 == 19) {
                text.append(union(series, i - 10, 7));
            }
        }
        return text.toString();
    }

    private static String union(int series, int number, int employees) {
        return "FJ,第%d批第%d工会,%d,2019-06-01\r\n".formatted(series, number, employees);
    }
}
