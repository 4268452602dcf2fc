package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.campaignledger.CampaignLedger;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.personaldata.KeyBackup;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Campaigns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** An archive is a ledger in one file: what comes out of it is what went in, proven by the root. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoringTest {

    private static final String UNION = """
        {"unit":"FJ","organization":{"name":"测试工会","code":"91350000ABCD"},"occurredOn":"2019-05-20"}""";
    private static final String PERSON = """
        {"unit":"FJ","person":{"name":"测试甲","phone":"13800000044"},"occurredOn":"2019-05-20"}""";
    private static final String FORGOTTEN = "forgotten by all";

    private Path folder;
    private Path archive;
    private String progress;
    private String checkpoint;
    private long size;

    @BeforeAll
    void aLedgerIsExported(@TempDir Path temporary) throws IOException {
        folder = temporary;
        try (RunningLedger ledger = new RunningLedger(TestPostgres.freshDatabase(), folder.resolve("first"))) {
            accepted(asAdmin(ledger, "/campaigns", Campaigns.of2019("2019").json().toString()));
            accepted(asAdmin(ledger, "/campaigns/2019/phases/MOBILISE/open", ""));
            accepted(asAdmin(ledger, "/accounts", """
                {"username":"fj","password":"%s","role":"REPORTER","scope":"FJ"}""".formatted(FORGOTTEN)));
            accepted(ledger.post("fj", FORGOTTEN, "/campaigns/2019/mobilizations", UNION));
            accepted(ledger.post("fj", FORGOTTEN, "/campaigns/2019/propagandists", PERSON));
            HttpResponse<String> last = accepted(ledger.post("fj", FORGOTTEN, "/campaigns/2019/events", """
                {"unit":"FJ","kind":"OFFLINE_EVENT","title":"演出","place":"福州","contacts":120,"occurredOn":"2019-05-21"}
                """));
            size = Long.parseLong(last.headers().firstValue("Ledger-Position").orElseThrow());
            SealedLog log = ledger.part(SealedLog.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= size);
            progress = ledger.get("admin", RunningLedger.PASSWORD, "/campaigns/2019/progress?position=" + size).body();
            checkpoint = log.checkpoint(size);
            new KeyBackup(ledger.part(DataSource.class), ledger.part(LedgerKeys.class)).writeTo(folder.resolve(
                    "keys.backup"),
                    Instant.EPOCH);
            archive = folder.resolve("ledger.ledger.zip");
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                ledger.part(ArchiveWriter.class).write(size, out);
                Files.write(archive, out.toByteArray());
            }
        }
    }

    private static HttpResponse<String> asAdmin(RunningLedger ledger, String path, String body) {
        return ledger.post("admin", RunningLedger.PASSWORD, path, body);
    }

    private static HttpResponse<String> accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    /** What the restore command says, after its exit code. */
    private String restore(Path from, TestPostgres.Database into, Path data, String... further) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        List<String> arguments = new ArrayList<>(List.of("restore", from.toString(), "--data-dir", data.toString(),
                "--spring.datasource.url=" + into.url(), "--spring.datasource.username=" + into.user(),
                "--spring.datasource.password=" + into.password()));
        arguments.addAll(List.of(further));
        int code = CampaignLedger.commands().writingTo(out, out).run(arguments.toArray(String[]::new)).orElseThrow();
        return code + " " + said;
    }

    private Path dataWithTheKeys(String name) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data.resolve("keys"));
        for (String key : new String[]{"natural.key", "master.key"}) {
            Files.copy(folder.resolve("first").resolve("keys").resolve(key), data.resolve("keys").resolve(key));
        }
        return data;
    }

    @Test
    void whatIsRestoredHasTheSameRootFiguresClaimsAndPositions() throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = dataWithTheKeys("second");
        assertThat(restore(archive, database, data)).startsWith("0 ").contains("RESTORED " + size + " events");
        try (RunningLedger ledger = new RunningLedger(database, data)) {
            SealedLog log = ledger.part(SealedLog.class);
            String[] lines = checkpoint.split("\n");
            assertThat(log.checkpoint(size).split("\n")).startsWith(lines[0], lines[1], lines[2]);
            assertThat(ledger.get("admin", RunningLedger.PASSWORD, "/campaigns/2019/progress?position=" + size).body())
                    .isEqualTo(progress);
            HttpResponse<String> again = asReporterAgain(ledger);
            assertThat(again.statusCode()).as(again.body()).isEqualTo(409);
            assertThat(again.body()).contains("duplicate-record");
            long head = Long.parseLong(accepted(asAdmin(ledger, "/campaigns/2019/units/FJ/sub-units", """
                {"code":"FJ-01","name":"测试市"}""")).headers().firstValue("Ledger-Position").orElseThrow());
            await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= head);
            assertThat(new String(log.root(size), StandardCharsets.ISO_8859_1))
                    .isEqualTo(new String(java.util.Base64.getDecoder().decode(lines[2]),
                            StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void withABackupOfTheKeysPersonsAreReadAgainAndStillCountOnce() throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = dataWithTheKeys("seventh");
        Files.delete(data.resolve("keys").resolve("natural.key"));
        String backup = folder.resolve("keys.backup").toString();
        assertThat(restore(archive, database, data, "--keys", backup)).startsWith("0 ")
                .contains("1 keys of persons in the file: 1 restored", "natural key was replaced", "RESTORED");
        try (RunningLedger ledger = new RunningLedger(database, data)) {
            asReporterAgain(ledger);
            assertThat(ledger.get("fj", "set after all", "/campaigns/2019/propagandists?waitFor=" + size).body())
                    .contains("测试甲");
            assertThat(ledger.post("fj", "set after all", "/campaigns/2019/propagandists", PERSON).statusCode())
                    .isEqualTo(409);
        }
    }

    /** Passwords are in no archive: the first accounts' come from the configuration, others are set again. */
    private static HttpResponse<String> asReporterAgain(RunningLedger ledger) {
        assertThat(ledger.get("fj", FORGOTTEN, "/accounts/fj").statusCode()).isEqualTo(401);
        accepted(asAdmin(ledger, "/accounts/fj/password", "{\"password\":\"set after all\"}"));
        return ledger.post("fj", "set after all", "/campaigns/2019/mobilizations", UNION);
    }

    @Test
    void aLedgerThatIsNotEmptyIsLeftAlone() throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = dataWithTheKeys("third");
        assertThat(restore(archive, database, data)).startsWith("0 ");
        assertThat(restore(archive, database, data)).startsWith("1 ").contains("NOT RESTORED", "not empty");
    }

    @Test
    void onHalfOfALedgerTheServiceDoesNotStartAndTheCommandGoesOn() throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = dataWithTheKeys("fourth");
        assertThat(restore(archive, database, data)).startsWith("0 ");
        JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(),
                database.password()));
        jdbc.sql("update restoration set finished_at = null").update();
        assertThatThrownBy(() -> new RunningLedger(database, data)).hasStackTraceContaining("half restored");
        jdbc.sql("delete from seal_tile").update();
        jdbc.sql("update seal_log set size = 0, root = sha256(''::bytea)").update();
        assertThat(restore(archive, database, data)).startsWith("0 ").contains("RESTORED");
    }

    @Test
    void anArchiveThatWasChangedIsNotRestored() throws IOException {
        Path changed = folder.resolve("changed.ledger.zip");
        rewritten(changed, text -> text.replace("测试工会", "别的工会"));
        assertThat(restore(changed, TestPostgres.freshDatabase(), dataWithTheKeys("fifth"))).startsWith("1 ")
                .contains("NOT RESTORED");
        assertThat(restore(folder.resolve("none.zip"), TestPostgres.freshDatabase(), dataWithTheKeys("sixth")))
                .startsWith("2 ");
    }

    private void rewritten(Path to, UnaryOperator<String> events) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] bytes = in.readAllBytes();
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(entry.getName().startsWith("events/")
                            ? events.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                            : bytes);
                    out.closeEntry();
                }
            }
        }
    }

    @Test
    void theArchiveHoldsNoKeyAndNoPassword() throws IOException {
        String natural = Files.readString(folder.resolve("first/keys/natural.key")).strip();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            zip.stream().forEach(entry -> {
                try (InputStream in = zip.getInputStream(entry)) {
                    assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)).as(entry.getName())
                            .doesNotContain(natural, "argon2", FORGOTTEN);
                } catch (IOException gone) {
                    throw new AssertionError(gone);
                }
            });
            String manifest = new String(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(JsonMapper.shared().readTree(manifest).path("position").asLong()).isEqualTo(size);
        }
    }
}
