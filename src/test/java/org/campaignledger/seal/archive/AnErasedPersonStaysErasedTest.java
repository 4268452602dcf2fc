package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.campaignledger.CampaignLedger;
import org.campaignledger.platform.personaldata.KeyBackup;
import org.campaignledger.platform.personaldata.KeysBroughtBack;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A backup of keys that is older than an erasing brings nobody back (rule 23), from before anything is served. */
class AnErasedPersonStaysErasedTest {

    @TempDir
    private Path folder;

    private final TestPostgres.Database database = TestPostgres.freshDatabase();
    private final DataSource source = new DriverManagerDataSource(database.url(), database.user(),
            database.password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private String erased;
    private String kept;
    private long receipt;

    private static String subjectOf(Desk desk, Answer recruited) {
        return desk.gets(recruited.location() + "?waitFor=" + recruited.position()).isShown().at("/subject")
                .stringValue();
    }

    private static Answer recruits(Desk desk, String phone) {
        return desk.recruits(new Form().with("person.name", "测试甲").with("person.phone", phone)).on("2019-05-20")
                .isRecorded();
    }

    @BeforeEach
    void twoAreRecordedAndBackedUpAndOneIsErased() throws IOException {
        try (OwnLedger own = OwnLedger.beginning(TestPostgres.freshDatabase(), folder.resolve("first"))) {
            Ledger ledger = own.ledger();
            erased = subjectOf(ledger.as("fj"), recruits(ledger.as("fj"), "13800000061"));
            kept = subjectOf(ledger.as("fj"), recruits(ledger.as("fj"), "13800000062"));
            new KeyBackup(ledger.bean(DataSource.class), ledger.bean(LedgerKeys.class))
                    .writeTo(folder.resolve("keys.backup"), Instant.EPOCH);
            receipt = ledger.asAdmin().erases(erased, "本人要求").isDone().position();
            SealedLog log = ledger.bean(SealedLog.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= receipt);
            try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                ledger.bean(ArchiveWriter.class).write(receipt, out);
                Files.write(folder.resolve("ledger.ledger.zip"), out.toByteArray());
            }
        }
    }

    private Path restored(String... further) throws IOException {
        Path data = folder.resolve("second");
        Files.createDirectories(data.resolve("keys"));
        for (String key : List.of("natural.key", "master.key")) {
            Files.copy(folder.resolve("first/keys").resolve(key), data.resolve("keys").resolve(key));
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        List<String> arguments = new ArrayList<>(List.of("restore", folder.resolve("ledger.ledger.zip").toString(),
                "--data-dir", data.toString(), "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password()));
        arguments.addAll(List.of(further));
        int code = CampaignLedger.commands().writingTo(out, out).run(arguments.toArray(String[]::new)).orElseThrow();
        assertThat(code).as(said.toString()).isZero();
        return data;
    }

    private List<String> keysOf() {
        return jdbc.sql("select subject from person_key where subject = any(?)")
                .param(new String[]{erased, kept}).query(String.class).list();
    }

    @Test
    void theRestoreItselfLeavesTheirKeyOut() throws IOException {
        Path data = restored("--keys", folder.resolve("keys.backup").toString());
        assertThat(keysOf()).containsExactly(kept);
        assertThat(data.resolve("keys/natural.key")).exists();
    }

    @Test
    void whoWasErasedIsKnownAlsoWhereEventsAreKeptElsewhere() throws IOException {
        Path data = restored();
        assertThat(jdbc.sql("select position from person_erased where subject = ?").param(erased).query(Long.class)
                .list()).containsExactly(receipt);
        // As on Axon Server: no event stands in this database, and no projection has read any yet.
        jdbc.sql("alter table ledger_event disable trigger all").update();
        jdbc.sql("delete from ledger_event").update();
        assertThat(KeysBroughtBack.from(folder.resolve("keys.backup"), source, data.resolve("keys")))
                .first().asString().contains("2 keys of persons in the file: 1 restored, 1 left out");
        assertThat(keysOf()).containsExactly(kept);
    }
}
