package org.campaignledger.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.correction.automation.WhenTimeIsUpCorrectionsExpire;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.Campaigns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rule 19: an undecided correction expires; and two instances on one ledger decide once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InTimeTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static volatile Instant now = BEGINNING;

    private RunningLedger one;
    private RunningLedger other;
    private int events;

    /** The time of both instances, as the test says; named to the product as a further source when it is started. */
    static final class TimeOfTheTest {

        @Bean
        @Primary
        LedgerClock timeOfTheTest() {
            return () -> now;
        }
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        one = instance(database, folder.resolve("one"));
        Files.createDirectories(folder.resolve("other"));
        copy(folder.resolve("one/keys"), folder.resolve("other/keys"));
        other = instance(database, folder.resolve("other"));
        done(201, one.post("admin", RunningLedger.PASSWORD, "/campaigns", Campaigns.of2019("2019").json().toString()));
        done(200, one.post("admin", RunningLedger.PASSWORD, "/campaigns/2019/phases/MOBILISE/open", "{}"));
        done(201, one.post("admin", RunningLedger.PASSWORD, "/accounts",
                "{\"username\":\"fj\",\"password\":\"correct horse 12\",\"role\":\"REPORTER\",\"scope\":\"FJ\"}"));
    }

    /** Instances of one ledger have the same keys. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static RunningLedger instance(TestPostgres.Database database, Path folder) {
        return new RunningLedger(database, folder, "--ledger.admin-password=" + RunningLedger.PASSWORD,
                "--ledger.checker-password=" + RunningLedger.PASSWORD,
                "--spring.main.sources=" + TimeOfTheTest.class.getName());
    }

    @AfterAll
    void stop() {
        one.close();
        other.close();
    }

    private static JsonNode done(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private JsonNode asked() {
        JsonNode held = done(201, one.post("fj", "correct horse 12", "/campaigns/2019/events", """
            {"unit":"FJ","kind":"OFFLINE_EVENT","title":"第 %d 场","place":"广场","contacts":3,
             "occurredOn":"2019-06-01"}""".formatted(++events)));
        return done(201, one.post("fj", "correct horse 12", "/corrections", """
            {"recordId":"%s","action":"REVERSE","reasonCode":"not-held","reason":"未举办"}"""
                .formatted(held.path("id").stringValue())));
    }

    private static HttpResponse<String> approves(RunningLedger at, JsonNode correction) {
        return at.post("checker", RunningLedger.PASSWORD, "/corrections/" + correction.path("id").stringValue()
                + "/approve", "{\"reviewedVersion\":1}");
    }

    private String state(JsonNode correction) {
        return done(200, other.get("admin", RunningLedger.PASSWORD, "/corrections/"
                + correction.path("id").stringValue())).path("state").stringValue();
    }

    @Test
    void afterItsTimeNobodyApprovesIt() {
        JsonNode asked = asked();
        now = now.plus(Duration.ofDays(7));
        assertThat(done(422, approves(one, asked)).path("code").stringValue()).isEqualTo("correction-expired");
        assertThat(done(422, one.post("checker", RunningLedger.PASSWORD, "/corrections/"
                + asked.path("id").stringValue() + "/reject", "{}")).path("code").stringValue())
                .isEqualTo("correction-expired");
        one.part(WhenTimeIsUpCorrectionsExpire.class).look();
        other.part(WhenTimeIsUpCorrectionsExpire.class).look();
        assertThat(state(asked)).isEqualTo("EXPIRED");
        assertThat(done(409, approves(one, asked)).path("code").stringValue()).isEqualTo("already-decided");
    }

    @Test
    void aMomentBeforeItIsStillDecided() {
        JsonNode asked = asked();
        now = now.plus(Duration.ofDays(7)).minusMillis(1);
        one.part(WhenTimeIsUpCorrectionsExpire.class).look();
        assertThat(state(asked)).isEqualTo("REQUESTED");
        done(200, approves(one, asked));
        assertThat(state(asked)).isEqualTo("APPROVED");
    }

    @Test
    void ofTwoInstancesThatApproveAtOnceOneDoes() {
        for (int round = 0; round < 5; round++) {
            JsonNode asked = asked();
            List<Callable<HttpResponse<String>>> both = List.of(() -> approves(one, asked),
                    () -> approves(other, asked), () -> approves(one, asked), () -> approves(other, asked));
            assertThat(AtOnce.all(both).stream().map(HttpResponse::statusCode)).containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
    }
}
