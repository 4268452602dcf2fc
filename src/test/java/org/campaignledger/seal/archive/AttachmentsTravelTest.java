package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.attachments.Attachment;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Commands;
import org.campaignledger.testing.ProductProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What events name by digest goes with them: into the archive, to the verifier, and into a ledger restored from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentsTravelTest {

    private final Attachment first = AListIsNamed.list("[\"r-1\",\"r-2\"]");
    private final Attachment second = AListIsNamed.list("[\"r-3\",\"r-4\"]");
    private Path folder;
    private Path archive;
    private RunningLedger ledger;
    private JdbcClient jdbc;
    private long firstNamed;
    private long size;

    @BeforeAll
    void aLedgerWithAttachmentsIsExported(@TempDir Path temporary) throws IOException {
        folder = temporary;
        ledger = running(TestPostgres.freshDatabase(), folder.resolve("first"));
        assertThat(ledger.post("admin", RunningLedger.PASSWORD, "/campaigns",
                Campaigns.of2019("2019").json().toString()).statusCode()).isEqualTo(201);
        firstNamed = AListIsNamed.recordedIn(ledger, "2019", first);
        AListIsNamed.recordedIn(ledger, "2019", first);
        size = AListIsNamed.recordedIn(ledger, "2019", second);
        await().atMost(Duration.ofSeconds(20)).until(() -> ledger.part(SealedLog.class).size() >= size);
        archive = folder.resolve("ledger.ledger.zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            ledger.part(ArchiveWriter.class).write(size, out);
        }
        jdbc = ledger.part(JdbcClient.class);
        jdbc.sql("alter table attachment disable trigger all").update();
        jdbc.sql("alter table attachment drop constraint attachment_has_its_digest").update();
        jdbc.sql("create table untouched as select * from attachment").update();
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    private static RunningLedger running(TestPostgres.Database database, Path data) {
        return new RunningLedger(database, data, "--ledger.admin-password=" + RunningLedger.PASSWORD,
                "--ledger.checker-password=" + RunningLedger.PASSWORD);
    }

    private static HttpResponse<String> asAdmin(RunningLedger to, String path) {
        return to.get("admin", RunningLedger.PASSWORD, path);
    }

    private String verifiedAsAdmin() throws IOException, InterruptedException {
        ProductProcess.Said said = ProductProcess.run(folder, Map.of("LEDGER_PASSWORD", RunningLedger.PASSWORD),
                List.of("-XX:TieredStopAtLevel=1"), List.of("verify", ledger.url(), "--user", "admin"));
        return said.exitCode() + " " + said.text();
    }

    private void asItWas() {
        jdbc.sql("delete from attachment").update();
        jdbc.sql("insert into attachment select * from untouched").update();
    }

    @Test
    void theArchiveCarriesEachOnceWithItsMediaType() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).filter(name -> name.startsWith("attachments/")))
                    .containsExactly("attachments/" + first.sha256(), "attachments/" + second.sha256());
            ZipEntry entry = zip.getEntry("attachments/" + first.sha256());
            assertThat(entry.getComment()).isEqualTo("application/json");
            assertThat(zip.getInputStream(entry).readAllBytes()).isEqualTo(first.bytes());
        }
        assertThat(Commands.said("verify", archive.toString())).startsWith("0 ").contains("the 2 attachments");
    }

    @Test
    void anArchiveOfAnEarlierPositionCarriesWhatIsNamedUpToThere() throws IOException {
        Path earlier = folder.resolve("earlier.ledger.zip");
        try (OutputStream out = Files.newOutputStream(earlier)) {
            ledger.part(ArchiveWriter.class).write(size - 1, out);
        }
        assertThat(Commands.said("verify", earlier.toString())).startsWith("0 ").contains("the 1 attachments");
    }

    @Test
    void aRestoredLedgerHasThemAsTheyWere() throws IOException {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = folder.resolve("second");
        Files.createDirectories(data.resolve("keys"));
        for (String key : new String[]{"natural.key", "master.key"}) {
            Files.copy(folder.resolve("first/keys").resolve(key), data.resolve("keys").resolve(key));
        }
        assertThat(Commands.said("restore", archive.toString(), "--data-dir", data.toString(),
                "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()))
                .startsWith("0 ").contains("RESTORED " + size + " events");
        try (RunningLedger restored = running(database, data)) {
            for (Attachment one : List.of(first, second)) {
                HttpResponse<String> answer = asAdmin(restored, "/attachments/" + one.sha256());
                assertThat(answer.body()).isEqualTo(new String(one.bytes(), StandardCharsets.UTF_8));
                assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            }
            assertThat(asAdmin(restored, "/archive?position=" + size).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void atTheServiceTheyAreFetchedAndHold() throws Exception {
        assertThat(verifiedAsAdmin()).startsWith("0 ").contains("the 2 attachments");
    }

    @Test
    void anArchiveIsNotBegunWhileAnAttachmentIsMissing() throws Exception {
        jdbc.sql("delete from attachment where digest = sha256(?)").param(first.bytes()).update();
        try {
            HttpResponse<String> refused = asAdmin(ledger, "/archive?position=" + size);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("attachment-missing", "position " + firstNamed + " names attachment "
                    + first.sha256());
            assertThat(verifiedAsAdmin()).startsWith("1 ").contains("WRONG position " + firstNamed + ": missing");
        } finally {
            asItWas();
        }
    }

    @Test
    void norWhileOneWasChanged() throws Exception {
        jdbc.sql("update attachment set bytes = '[]' where digest = sha256(?)").param(second.bytes()).update();
        try {
            HttpResponse<String> refused = asAdmin(ledger, "/archive?position=" + size);
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(refused.body()).contains("attachment-changed", second.sha256());
            assertThat(asAdmin(ledger, "/attachments/" + second.sha256()).statusCode()).isEqualTo(409);
            assertThat(verifiedAsAdmin()).startsWith("1 ").contains("WRONG position " + size + ": changed");
        } finally {
            asItWas();
        }
    }
}
