package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service is killed at random moments of an import, and goes on with it each time: every row counts exactly once. */
@InTheSecondLane
class AnImportKilledHalfwayTest {

    private static final int ROWS = 2_000;
    private static final int TWICE = ROWS / 20;
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final int MOST_KILLS = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final LedgerClient.Tally tally = new LedgerClient.Tally();

    @Test
    void every_row_is_recorded_once() throws Exception {
        try (ChildService service = new ChildService(folder)) {
            service.start();
            LedgerClient admin = new LedgerClient(service, "admin", tally);
            Setup.campaign(admin);
            Setup.reporter(admin, "fj", "FJ");
            LedgerClient reporter = new LedgerClient(service, "fj", tally);
            String id = reporter.upload(CAMPAIGN + "/imports/propagandists", sheet());
            int kills = killUntilItIsDone(service, reporter, id);
            assertThat(kills).isPositive();
            System.out.println("AnImportKilledHalfwayTest: killed " + kills + " times");
            JsonNode done = reporter.get("/api/v1/imports/" + id);
            assertThat(done.path("state").asString()).as(done::toString).isEqualTo("DONE");
            assertThat(done.path("written").asLong()).isEqualTo(ROWS);
            assertThat(done.path("refused").asLong()).isEqualTo(TWICE);
            assertThat(done.path("read").asLong()).isEqualTo(ROWS + TWICE);
            assertThat(propagandists(reporter)).isEqualTo(ROWS);
            try (Stream<Path> left = Files.list(service.dataFolder().resolve("imports"))) {
                assertThat(left.map(file -> String.valueOf(file.getFileName())))
                        .noneMatch(file -> file.endsWith(".upload"));
            }
        }
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

    private static int killUntilItIsDone(ChildService service, LedgerClient reporter, String id) throws Exception {
        Random random = new Random(12351);
        int kills = 0;
        while (!reporter.get("/api/v1/imports/" + id).path("state").asString().equals("DONE")) {
            Thread.sleep(150 + random.nextInt(600));
            if (kills < MOST_KILLS) {
                service.kill();
                kills++;
                service.start();
            }
        }
        return kills;
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
