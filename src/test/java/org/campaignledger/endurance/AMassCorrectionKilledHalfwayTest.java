package org.campaignledger.endurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.endurance.Setup.must;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.campaignledger.endurance.LedgerClient.Answer;
import org.campaignledger.testing.InTheSecondLane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five thousand records are taken back by one correction, and the service is killed while that is done, again and again:
 * whoever looks sees all of them counting or none, and in the end the approval was given once.
 */
@InTheSecondLane
class AMassCorrectionKilledHalfwayTest {

    private static final int RECORDS = 5_000;
    private static final String CAMPAIGN = "/api/v1/campaigns/2019";
    private static final int[] KILLED_AFTER_MILLIS = {250, 700, 1_200};

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final LedgerClient.Tally tally = new LedgerClient.Tally();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Set<Long> figuresSeen = new ConcurrentSkipListSet<>();
    private final Set<Integer> registersSeen = new ConcurrentSkipListSet<>();

    @Test
    void all_or_nothing_as_seen_by_every_reader() throws Exception {
        try (var service = new ChildService(folder); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            service.start();
            var admin = new LedgerClient(service, "admin", tally);
            var checker = new LedgerClient(service, "checker", tally);
            Setup.campaign(admin);
            Setup.reporter(admin, "fj", "FJ");
            record(service);
            String correction = ask(admin);
            Future<Set<Long>> watcher = threads.submit(() -> watch(checker));
            Future<Answer> approval = threads.submit(() -> approve(checker, correction));
            int kills;
            Answer done;
            try {
                kills = killUntilItIsDone(service, approval);
                done = must(200, approval.get());
            } finally {
                enough.set(true);
            }
            watcher.get();
            System.out.println("AMassCorrectionKilledHalfwayTest: killed " + kills + " times");
            assertThat(figuresSeen).as("what the dashboards saw").isSubsetOf(0L, (long) RECORDS);
            assertThat(registersSeen).as("reversed records on a page of 500").isSubsetOf(0, 500);
            assertThat(events(checker, "?waitFor=" + done.position())).isZero();
            assertThat(checker.get("/api/v1/corrections/" + correction).path("state").asString()).isEqualTo("APPROVED");
            assertThat(checker.get("/api/v1/trail?type=EventReversed&limit=1&waitFor=" + done.position())
                    .at("/items/0/position").asLong()).as("written once").isEqualTo(done.position());
        }
    }

    private static Answer post(LedgerClient who, String path, String body, String key) throws InterruptedException {
        return Objects.requireNonNull(who.post(path, "application/json", body, key));
    }

    /** As such a thing comes about: a sheet that should not have been imported. */
    private void record(ChildService service) throws Exception {
        StringBuilder sheet = new StringBuilder("unit,kind,title,place,contacts,occurredOn\r\n");
        for (int i = 0; i < RECORDS; i++) {
            sheet.append("FJ,OFFLINE_EVENT,重复导入 ").append(i).append(",广场,1,2019-06-01\r\n");
        }
        var reporter = new LedgerClient(service, "fj", tally);
        String id = reporter.upload(CAMPAIGN + "/imports/events", sheet.toString());
        await().atMost(Duration.ofSeconds(60)).until(() -> reporter.get("/api/v1/imports/" + id).path("written")
                .asInt() == RECORDS);
    }

    private static String ask(LedgerClient admin) throws InterruptedException {
        return must(201, post(admin, "/api/v1/corrections", """
            {"filter":{"campaign":"2019","kind":"events","text":"重复导入"},"action":"REVERSE",
             "reasonCode":"duplicate","reason":"整批重复导入"}""", "ask")).id();
    }

    private Answer approve(LedgerClient checker, String correction) throws Exception {
        @Nullable
        Answer answer = null;
        while (answer == null && !enough.get()) {
            answer = checker.post("/api/v1/corrections/" + correction + "/approve", "application/json",
                    "{\"reviewedVersion\":" + RECORDS + "}", "approve-once");
        }
        return Objects.requireNonNull(answer);
    }

    /** The client repeats its approval whenever the service is back, as the contract asks it to. */
    private static int killUntilItIsDone(ChildService service, Future<?> approval) throws Exception {
        int kills = 0;
        for (int millis : KILLED_AFTER_MILLIS) {
            Thread.sleep(millis);
            if (approval.isDone()) {
                break;
            }
            service.kill();
            kills++;
            service.start();
        }
        return kills;
    }

    private Set<Long> watch(LedgerClient reader) throws InterruptedException {
        while (!enough.get()) {
            try {
                figuresSeen.add(events(reader, ""));
                registersSeen.add(reader.get(CAMPAIGN + "/events?state=REVERSED&limit=500").path("items").size());
            } catch (IOException | IllegalStateException down) {
                Thread.sleep(50);
            }
        }
        return figuresSeen;
    }

    private static long events(LedgerClient reader, String question) throws IOException, InterruptedException {
        return reader.get(CAMPAIGN + "/progress" + question).path("targets").valueStream()
                .filter(target -> target.path("metric").asString().equals("events")).findFirst().orElseThrow()
                .path("actual").asLong();
    }
}
