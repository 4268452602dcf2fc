package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.aUnion;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.campaignledger.platform.eventstore.Append;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.NewEvent;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.processing.Processors;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** An event of a newer release, or one whose bytes are damaged, is set aside by all and holds nobody up. */
class UnreadableEventsTest {

    private static final String LETTERS = "/api/v1/operations/dead-letters";

    @TempDir
    static Path folder;

    private static OwnLedger own;
    private static Ledger ledger;
    private static Desk admin;

    @BeforeAll
    static void start() {
        own = OwnLedger.beginning(TestPostgres.freshDatabase(), folder);
        ledger = own.ledger();
        admin = ledger.asAdmin();
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    /** Written past the door, as another release would. */
    private static long written(String aggregate, String type, int revision, String payload) {
        return ledger.bean(LedgerStore.class).append(Append.of(List.of(new NewEvent(UUID.randomUUID(), "Mobilization",
                aggregate, 0, type, revision, payload.getBytes(StandardCharsets.UTF_8),
                "{\"account\":\"fj\",\"role\":\"REPORTER\"}".getBytes(StandardCharsets.UTF_8), List.of(), aggregate,
                "FJ")))).lastPosition();
    }

    private static Answer aGoodOne() {
        return ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
    }

    private static List<JsonNode> lettersOf(long position) {
        return admin.gets(LETTERS + "?limit=500").isShown().at("/items").valueStream()
                .filter(letter -> letter.get("position").longValue() == position).toList();
    }

    @ParameterizedTest
    @CsvSource({"EventOfTomorrow, 1, {}", "UnitMobilized, 99, {}", "UnitMobilized, 1, {\"id\":", "UnitMobilized, 1, 7"})
    void itHoldsNobodyUp(String type, int revision, String payload) {
        Answer before = aGoodOne();
        long unreadable = written(UUID.randomUUID().toString(), type, revision, payload);
        Answer after = aGoodOne();

        ledger.as("fj").gets(before.location() + "?waitFor=" + after.position()).isShown();
        ledger.as("fj").gets(after.location() + "?waitFor=" + after.position()).isShown();
        assertThat(ledger.progressAfter(after.position()).get("position").longValue()).isGreaterThanOrEqualTo(after
                .position());
        assertThat(admin.gets("/actuator/health/readiness").status()).isEqualTo(200);
        Set<String> projections = ledger.bean(Processors.class).projections().keySet();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(lettersOf(unreadable).stream()
                .map(letter -> letter.get("projection").stringValue()).collect(Collectors.toSet())).isEqualTo(
                        projections));
        assertThat(lettersOf(unreadable)).allSatisfy(letter -> assertThat(letter.get("cause").stringValue()).contains(
                "can't be read by this release", type));
    }

    @Test
    void progressCountsWhatCameAfterIt() {
        long before = aGoodOne().position();
        JsonNode then = ledger.progressAfter(before).get("targets");
        written(UUID.randomUUID().toString(), "EventOfTomorrow", 1, "{}");
        long after = aGoodOne().position();
        assertThat(ledger.progressAfter(after).get("targets").get(0).get("actual").longValue()).isEqualTo(
                then.get(0).get("actual").longValue() + 1);
    }

    @Test
    void aRetryKeepsItAsideForAsLongAsItCannotBeRead() {
        long unreadable = written(UUID.randomUUID().toString(), "EventOfTomorrow", 1, "{}");
        await().atMost(Duration.ofSeconds(20)).until(() -> lettersOf(unreadable).stream().anyMatch(letter -> letter.get(
                "projection").stringValue().equals("mobilizations")));
        JsonNode letter = lettersOf(unreadable).stream().filter(one -> one.get("projection").stringValue().equals(
                "mobilizations")).findFirst().orElseThrow();
        Answer retried = admin.posts(LETTERS + "/" + letter.get("id") + "/retry");
        assertThat(retried.status()).as(retried.toString()).isEqualTo(200);
        assertThat(retried.at("/takenIn").intValue()).isZero();
        assertThat(retried.at("/remaining").intValue()).isEqualTo(1);
    }

    @Test
    void aRebuildGoesOverItAndSetsItAsideAgain() {
        long unreadable = written(UUID.randomUUID().toString(), "EventOfTomorrow", 1, "{}");
        Answer after = aGoodOne();
        for (String projection : List.of("mobilizations", "progress")) {
            String rebuild = "/api/v1/operations/projections/" + projection + "/rebuild";
            assertThat(admin.posts(rebuild).status()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(30)).until(() -> !admin.gets(rebuild).at("/state").stringValue().equals(
                    "RUNNING"));
            assertThat(admin.gets(rebuild).at("/state").stringValue()).isEqualTo("DONE");
            assertThat(lettersOf(unreadable)).filteredOn(letter -> letter.get("projection").stringValue().equals(
                    projection)).hasSize(1);
        }
        ledger.as("fj").gets(after.location() + "?waitFor=" + after.position()).isShown();
    }
}
