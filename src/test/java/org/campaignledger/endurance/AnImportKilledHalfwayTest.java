package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service is killed at random moments of an import, and goes on with it each time: every row counts exactly once. */
@InTheSecondLane
class AnImportKilledHalfwayTest {

    private static final int ROWS = 8_000;
    private static final int TWICE = ROWS / 20;
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final int MOST_KILLS = 2;
    private static final int PATIENCE_SECONDS = 60;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final LedgerClient.Tally tally = new LedgerClient.Tally();

    /** Rows one by one: what was written before the kill stays, and nothing of it is written again. */
    @Test
    void every_row_is_recorded_once() throws Exception {
        try (ChildService service = new ChildService(folder)) {
            JsonNode done = importedInSpiteOfKills(service, "", sheet());
            assertThat(done.path("refused").asLong()).isEqualTo(TWICE);
            assertThat(done.path("read").asLong()).isEqualTo(ROWS + TWICE);
        }
    }

    /** All rows or none: before the one append there is none, behind it there are all. */
    @Test
    void all_rows_are_recorded_or_none() throws Exception {
        try (ChildService service = new ChildService(folder)) {
            JsonNode done = importedInSpiteOfKills(service, "?allOrNothing=true", sheet().lines().filter(
                    line -> !line.contains("重复")).collect(Collectors.joining("\r\n", "", "\r\n")));
            assertThat(done.path("refused").asLong()).isZero();
            assertThat(done.path("read").asLong()).isEqualTo(ROWS);
        }
    }

    private JsonNode importedInSpiteOfKills(ChildService service, String how, String sheet) throws Exception {
        service.start();
        LedgerClient admin = new LedgerClient(service, "admin", tally);
        Setup.campaign(admin);
        Setup.reporter(admin, "fj", "FJ");
        LedgerClient reporter = new LedgerClient(service, "fj", tally);
        String id = reporter.upload(CAMPAIGN + "/imports/propagandists" + how, sheet);
        List<String> halfway = killUntilItIsDone(service, reporter, id);
        assertThat(halfway).as("an import was running when it was killed").isNotEmpty();
        JsonNode done = reporter.get("/api/v1/imports/" + id);
        assertThat(done.path("state").asString()).as(done::toString).isEqualTo("DONE");
        assertThat(done.path("written").asLong()).isEqualTo(ROWS);
        assertThat(propagandists(reporter)).isEqualTo(ROWS);
        try (Stream<Path> left = Files.list(service.dataFolder().resolve("imports"))) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(file -> file.endsWith(".upload"));
        }
        return done;
    }

    /** Every twentieth row is there a second time, further down. */
    private static String sheet() {
        StringBuilder text = new StringBuilder("unit,person.name,person.phone,occurredOn\r\n");
        for (int i = 0; i < ROWS; i++) {
            text.append("FJ,职工").append(i).append(",1380000%04d".formatted(i)).append(",2019-06-01\r\n");
            if (i % 20 == 19) {
                text.append("FJ,重复").append(i).append(",1380000%04d".formatted(i - 10)).append(",2019-06-01\r\n");
            }
        }
        return text.toString();
    }

    /**
     * Kills it at moments that follow from a seed, each behind a window of rows that was dealt with, and answers those at
     * which the import was found halfway after the restart (of rows that are written together: before the kill, since they
     * are looked through anew).
     */
    private static List<String> killUntilItIsDone(ChildService service, LedgerClient reporter, String id)
            throws Exception {
        long seed = Long.getLong("kill.seed", new Random().nextLong());
        System.out.println("AnImportKilledHalfwayTest: -Dkill.seed=" + seed);
        Random random = new Random(seed);
        List<String> halfway = new ArrayList<>();
        for (int kills = 0; kills < MOST_KILLS; kills++) {
            JsonNode before = comesForward(reporter, id);
            Thread.sleep(random.nextInt(80));
            service.kill();
            service.start();
            JsonNode after = reporter.get("/api/v1/imports/" + id);
            for (JsonNode job : before.path("allOrNothing").asBoolean() ? List.of(before, after) : List.of(after)) {
                long read = job.path("read").asLong();
                if (job.path("state").asString().equals("RUNNING") && read > 0 && read < job.path("total").asLong()) {
                    halfway.add("kill " + (kills + 1) + " at " + read);
                }
            }
        }
        System.out.println("AnImportKilledHalfwayTest: " + halfway);
        comesForward(reporter, id, "DONE");
        return halfway;
    }

    private static JsonNode comesForward(LedgerClient reporter, String id) throws Exception {
        return comesForward(reporter, id, "RUNNING");
    }

    /** Waits until rows have been dealt with in this state, or it is over. */
    private static JsonNode comesForward(LedgerClient reporter, String id, String state) throws Exception {
        long from = reporter.get("/api/v1/imports/" + id).path("read").asLong();
        for (int i = 0; i < PATIENCE_SECONDS * 100; i++) {
            JsonNode job = reporter.get("/api/v1/imports/" + id);
            boolean further = job.path("read").asLong() > from && job.path("state").asString().equals(state);
            if (further || !job.path("state").asString().equals("RUNNING")) {
                return job;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the import does not come forward");
    }

    private static long propagandists(LedgerClient reader) throws IOException, InterruptedException {
        long head = reader.get("/api/v1/imports").path("items").get(0).path("read").asLong();
        assertThat(head).isPositive();
        for (int i = 0; i < 200; i++) {
            long counted = reader.get(CAMPAIGN + "/progress").path("targets").valueStream()
                    .filter(target -> target.path("metric").asString().equals("propagandists")).findFirst()
                    .orElseThrow()
                    .path("actual").asLong();
            if (counted >= ROWS) {
                return counted;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the figures do not catch up");
    }
}
