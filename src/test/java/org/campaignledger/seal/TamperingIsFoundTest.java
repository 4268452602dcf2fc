package org.campaignledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.campaignledger.CampaignLedger;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Someone who owns the database changes it behind the ledger's back. A verifier who trusts nobody finds it and names the
 * place; where everything is as it was, it says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperingIsFoundTest {

    private static final int RECORDS = 12;
    /** Columns of an event but for its position. */
    private static final String REST = "event_id, aggregate_type, aggregate_id, sequence, type, revision, recorded_at,"
            + " payload, metadata, salt";

    private RunningLedger ledger;
    private JdbcClient jdbc;
    private Path folder;
    private long size;

    @BeforeAll
    void aLedgerIsSealedAndThenLeftAlone(@TempDir Path temporary) {
        folder = temporary;
        TestPostgres.Database database = TestPostgres.freshDatabase();
        try (RunningLedger first = new RunningLedger(database, folder)) {
            post(first, "/campaigns", Campaigns.of2019("2019").json().toString());
            post(first, "/campaigns/2019/phases/MOBILISE/open", "");
            post(first, "/accounts", """
                {"username":"fj","password":"%s","role":"REPORTER","scope":"FJ"}""".formatted(RunningLedger.PASSWORD));
            for (int i = 0; i < RECORDS; i++) {
                size = Long.parseLong(first.post("fj", RunningLedger.PASSWORD, "/campaigns/2019/events", """
                    {"unit":"FJ","kind":"OFFLINE_EVENT","title":"演出 %d","place":"福州","contacts":120,
                     "occurredOn":"2019-05-21"}""".formatted(i)).headers().firstValue("Ledger-Position").orElseThrow());
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> first.part(SealedLog.class).size() >= size);
            await().atMost(Duration.ofSeconds(20)).until(() -> first.get("admin", RunningLedger.PASSWORD,
                    "/campaigns/2019/progress?waitFor=" + size).statusCode() == 200);
        }
        // Nothing is sealed any more while the database is tampered with.
        ledger = new RunningLedger(database, folder, "--ledger.admin-password=" + RunningLedger.PASSWORD,
                "--ledger.checker-password=" + RunningLedger.PASSWORD, "--ledger.log.interval=24h",
                "--ledger.log.check-pause=300ms");
        jdbc = ledger.part(JdbcClient.class);
        jdbc.sql("alter table ledger_event disable trigger all").update();
        jdbc.sql("create table untouched as select * from ledger_event").update();
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    private static void post(RunningLedger to, String path, String body) {
        assertThat(to.post("admin", RunningLedger.PASSWORD, path, body).statusCode()).isBetween(200, 201);
    }

    /** What the verifier says, after its exit code. */
    private String verified(String... further) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        List<String> arguments = new java.util.ArrayList<>(List.of("verify", ledger.url()));
        arguments.addAll(List.of(further));
        int code = CampaignLedger.commands().writingTo(out, new PrintWriter(new StringWriter()))
                .run(arguments.toArray(String[]::new)).orElseThrow();
        return code + " " + said;
    }

    private void asItWas() {
        jdbc.sql("delete from ledger_event").update();
        jdbc.sql("insert into ledger_event select * from untouched").update();
    }

    @Test
    void whatNobodyHasTouchedHolds() {
        assertThat(verified()).startsWith("0 ").contains("HOLDS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "changed | 9 | update ledger_event set payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                    + " '120', '820'), 'UTF8') where position = 9",
            "changed | 8 | update ledger_event set metadata = convert_to(replace(convert_from(metadata, 'UTF8'), '\"fj\"',"
                    + " '\"bj\"'), 'UTF8') where position = 8",
            "changed | 7 | update ledger_event set recorded_at = recorded_at - interval '1 day' where position = 7",
            "changed | 10 | update ledger_event set salt = sha256(salt)::bytea where false;"
                    + " update ledger_event set salt = substr(sha256(salt), 1, 16) where position = 10",
            "missing | 11 | delete from ledger_event where position = 11"})
    void whateverIsDoneToAnEventIsFoundWhereItWasDone(String how, long where, String done) {
        try {
            for (String statement : done.split(";")) {
                jdbc.sql(statement).update();
            }
            assertThat(verified()).startsWith("1 ").contains("position " + where, how);
        } finally {
            asItWas();
        }
    }

    @Test
    void twoEventsThatWereSwappedAreFound() {
        try {
            jdbc.sql("update ledger_event set position = -position where position in (8, 10)").update();
            jdbc.sql("update ledger_event set position = 18 + position where position < 0").update();
            assertThat(verified()).startsWith("1 ").contains("position 8", "reordered");
        } finally {
            asItWas();
        }
    }

    @Test
    void anEventThatWasPutInBetweenIsFound() {
        try {
            jdbc.sql("update ledger_event set position = -position where position >= 9").update();
            jdbc.sql("update ledger_event set position = 1 - position where position < 0").update();
            jdbc.sql("insert into ledger_event (position, " + REST + ") select 9, gen_random_uuid(), aggregate_type,"
                    + " 'forged', 0, type, revision, recorded_at, payload, metadata, substr(sha256(salt), 1, 16)"
                    + " from ledger_event where position = 8").update();
            assertThat(verified()).startsWith("1 ").contains("position 9", "inserted");
        } finally {
            asItWas();
        }
    }

    @Test
    void anEventThatWasTakenOutAndTheRestRenumberedIsFound() {
        try {
            jdbc.sql("delete from ledger_event where position = 9").update();
            jdbc.sql("update ledger_event set position = -position where position > 9").update();
            jdbc.sql("update ledger_event set position = -position - 1 where position < 0").update();
            assertThat(verified()).startsWith("1 ").contains("position 9", "missing");
        } finally {
            asItWas();
        }
    }

    @Test
    void aPostingThatWasChangedIsFoundByWhoeverFoldsTheEventsAgain() throws Exception {
        jdbc.sql("update posting set amount = amount + 1 where position = 9 and metric = 'contacts'").update();
        try {
            assertThat(verified()).as("events and tree are as they were").startsWith("0 ");
            assertThat(verifiedAsAdmin()).startsWith("1 ").contains("figure", "contacts");
        } finally {
            jdbc.sql("update posting set amount = amount - 1 where position = 9 and metric = 'contacts'").update();
        }
        assertThat(verifiedAsAdmin()).startsWith("0 ").contains("HOLDS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "unit = 'BJ' | unit = 'FJ' | unit BJ",
            "occurred_on = date '2019-05-22' | occurred_on = date '2019-05-21' | on 2019-05-22",
            "category = 'video' | category = null | category video"})
    void aPostingThatWasMovedIsNamedThoughNoNationalSumIsAnother(String done, String undone, String named)
            throws Exception {
        jdbc.sql("update posting set " + done + " where position = 9 and metric = 'contacts'").update();
        try {
            assertThat(verifiedAsAdmin()).startsWith("1 ").contains("position 9: figure", "contacts 120", named);
        } finally {
            jdbc.sql("update posting set " + undone + " where position = 9 and metric = 'contacts'").update();
        }
    }

    private String verifiedAsAdmin() throws IOException, InterruptedException {
        ProductProcess.Said said = ProductProcess.run(folder, Map.of("LEDGER_PASSWORD", RunningLedger.PASSWORD),
                List.of("-XX:TieredStopAtLevel=1"), List.of("verify", ledger.url(), "--user", "admin"));
        return said.exitCode() + " " + said.text();
    }

    @Test
    void anOlderCheckpointIsFoundByWhoeverHasSeenALaterOne() {
        String seen = folder.resolve("seen.txt").toString();
        assertThat(verified("--last-seen", seen)).startsWith("0 ");
        SealedLog log = ledger.part(SealedLog.class);
        byte[] root = log.root(size);
        try {
            jdbc.sql("update seal_log set size = ?, root = ?").params(size - 2, log.root(size - 2)).update();
            assertThat(verified("--last-seen", seen)).startsWith("1 ").contains("rolled-back");
        } finally {
            jdbc.sql("update seal_log set size = ?, root = ?").params(size, root).update();
        }
        assertThat(verified("--last-seen", seen)).startsWith("0 ");
    }

    @Test
    void theServiceRaisesAnAlarmItselfUntilAllIsWellAgain() {
        try {
            jdbc.sql("update ledger_event set payload = '{}' where position = 12").update();
            await().atMost(Duration.ofSeconds(20)).until(() -> page("/").contains("class=\"alarm\""));
            assertThat(page("/")).contains("12");
        } finally {
            asItWas();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> !page("/").contains("class=\"alarm\""));
    }

    private String page(String path) {
        return ledger.page(path).body();
    }
}
