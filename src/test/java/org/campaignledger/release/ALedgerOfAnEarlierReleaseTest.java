package org.campaignledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Commands;
import org.campaignledger.testing.DemoLedger;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.InTheSecondLane;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ledger that an earlier release has left: this build upgrades its database, answers as that release did, finds the
 * log unbroken, makes every projection anew to the same, and goes on with it.
 */
@InTheSecondLane
@ParameterizedClass
@MethodSource("kept")
class ALedgerOfAnEarlierReleaseTest {

    private static final String PROJECTIONS = "/api/v1/operations/projections";

    private final KeptRelease release;

    @TempDir
    private Path folder;

    ALedgerOfAnEarlierReleaseTest(KeptRelease release) {
        this.release = release;
    }

    static List<KeptRelease> kept() {
        List<KeptRelease> all = KeptRelease.all();
        assertThat(all).isNotEmpty();
        return all;
    }

    @Test
    void it_is_opened_upgraded_and_verified_and_goes_on() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        release.putBack(database, folder.resolve("data"));
        JsonNode told = release.told();
        long head = told.get("head").longValue();
        try (OwnLedger own = OwnLedger.goingOn(database, folder.resolve("data"), "2019")) {
            Ledger ledger = own.ledger();
            Desk auditor = ledger.asWhoeverIs("demo-auditor", DemoLedger.PASSWORD);
            assertThat(ledger.head()).isGreaterThanOrEqualTo(head);
            answersAsBefore(auditor, told);

            long position = ledger.withAnotherCampaign().as("fj").mobilizes(Forms.aUnion()).on("2019-06-01")
                    .isRecorded()
                    .position();
            assertThat(position).isGreaterThan(head);
            SealedLog log = ledger.bean(SealedLog.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> log.size() >= position);
            theLogIsTheSame(ledger);

            rebuilt(ledger.asAdmin());
            answersAsBefore(auditor, told);
        }
    }

    private static void answersAsBefore(Desk auditor, JsonNode told) {
        JsonNode before = told.get("answers");
        JsonNode now = Questions.ask(auditor, new ArrayList<>(before.propertyNames()));
        assertThat(Questions.missing("", before, now)).isEmpty();
    }

    private void theLogIsTheSame(Ledger ledger) throws Exception {
        Path seen = Files.copy(release.lastSeen(), folder.resolve("seen.txt"));
        assertThat(Commands.said("verify", ledger.address(), "--last-seen", seen.toString())).startsWith("0 ");
        assertThat(seen).content().isNotEqualTo(Files.readString(release.lastSeen()));
    }

    private static void rebuilt(Desk admin) {
        List<String> names = admin.gets(PROJECTIONS).isShown().at("/items").valueStream()
                .map(one -> one.get("name").stringValue()).toList();
        assertThat(names).hasSizeGreaterThan(10);
        for (String name : names) {
            String rebuild = PROJECTIONS + "/" + name + "/rebuild";
            assertThat(admin.posts(rebuild).status()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(admin.gets(rebuild).isShown().at(
                    "/state").stringValue()).isEqualTo("DONE"));
        }
    }

    @Test
    void the_archive_that_it_exported_still_verifies() {
        assertThat(Commands.said("verify", release.archive().toString())).startsWith("0 ").contains("HOLDS");
    }

    @Test
    void a_migration_that_was_edited_since_is_noticed() throws Exception {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        release.putBack(database, folder.resolve("data"));
        Flyway flyway = Flyway.configure().dataSource(database.url(), database.user(), database.password())
                .ignoreMigrationPatterns("*:pending").load();
        assertThat(flyway.validateWithResult().validationSuccessful).isTrue();
        JdbcClient.create(flyway.getConfiguration().getDataSource())
                .sql("update flyway_schema_history set checksum = checksum + 1 where version = '3'").update();
        assertThat(flyway.validateWithResult().getAllErrorMessages()).contains("checksum mismatch", "version 3");
    }

    @Test
    void an_answer_that_lacks_something_or_says_it_otherwise_is_noticed() {
        assertThat(Questions.missing("", read("{'a': [1, {'b': 2}], 'position': 1}"),
                read("{'a': [1, {'b': 2, 'c': 3}], 'position': 9}"))).isEmpty();
        assertThat(Questions.missing("", read("{'a': [1, {'b': 2}]}"), read("{'a': [1, {'b': 3}]}")))
                .containsExactly("/a/1/b was 2 and is 3");
        assertThat(Questions.missing("", read("{'a': [1, 2]}"), read("{'a': [1]}"))).hasSize(1);
        assertThat(Questions.missing("", read("{'a': 1}"), read("{}"))).hasSize(1);
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }
}
