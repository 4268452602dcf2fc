package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Forms.union;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Commands;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A season with every kind of correction: its archive verifies, and a ledger restored from it goes on with them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ACorrectedSeasonTravelsTest {

    private static final String CLAIMS = "select encode(claim_key, 'hex') || ' ' || kind || ' ' || record_id || ' ' || unit"
            + " || ' ' || position from claim order by 1";

    private Path folder;
    private Path archive;
    private ACorrectedSeason season;
    private String campaign;
    private JsonNode progress;
    private final Set<String> types = new HashSet<>();
    private List<String> claims;
    private List<String> restoredClaims;
    private OwnLedger restored;
    private Ledger ledger;

    @BeforeAll
    void aSeasonIsExportedAndRestored(@TempDir Path temporary) throws IOException {
        folder = temporary;
        archive = folder.resolve("ledger.ledger.zip");
        TestPostgres.Database first = TestPostgres.freshDatabase();
        try (OwnLedger original = OwnLedger.beginning(first, folder.resolve("first"))) {
            season = new ACorrectedSeason(original.ledger());
            campaign = original.ledger().campaign();
            long head = original.ledger().head();
            SealedLog log = original.ledger().bean(SealedLog.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= head);
            progress = original.ledger().progressAfter(head);
            original.ledger().bean(LedgerStore.class).stream(0, head, event -> types.add(event.type()));
            try (OutputStream out = Files.newOutputStream(archive)) {
                original.ledger().bean(ArchiveWriter.class).write(head, out);
            }
        }
        claims = lines(first, CLAIMS);
        TestPostgres.Database second = TestPostgres.freshDatabase();
        assertThat(Commands.said("restore", archive.toString(), "--data-dir", dataWithTheKeys().toString(),
                "--spring.datasource.url=" + second.url(), "--spring.datasource.username=" + second.user(),
                "--spring.datasource.password=" + second.password())).startsWith("0 ");
        restoredClaims = lines(second, CLAIMS);
        restored = OwnLedger.goingOn(second, folder.resolve("second"), campaign);
        ledger = restored.ledger();
    }

    @AfterAll
    void stop() {
        if (restored != null) {
            restored.close();
        }
    }

    private static List<String> lines(TestPostgres.Database database, String sql) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()))
                .sql(sql).query(String.class).list();
    }

    private Path dataWithTheKeys() throws IOException {
        Path data = folder.resolve("second");
        Files.createDirectories(data.resolve("keys"));
        for (String key : new String[]{"natural.key", "master.key"}) {
            Files.copy(folder.resolve("first/keys").resolve(key), data.resolve("keys").resolve(key));
        }
        return data;
    }

    @Test
    void everyKindOfCorrectionIsInIt() {
        assertThat(types).contains("MobilizationCorrected", "MobilizationReversed", "PropagandistCorrected",
                "PropagandistReversed", "EventCorrected", "EventReversed", "ReachReportCorrected",
                "ReachReportReversed", "TargetRevised", "AllocationRevised", "BoundsRevised", "CorrectionRequested",
                "CorrectionApproved", "CorrectionRejected", "CorrectionWithdrawn");
    }

    @Test
    void itsArchiveHolds() {
        assertThat(Commands.said("verify", archive.toString())).startsWith("0 ").contains("HOLDS");
    }

    @ParameterizedTest
    @CsvSource({"/targets/1/target, the target of", "/targets/2/actual, is published as",
            "/units/12/metrics/events/target, the events allocated to unit",
            "/units/12/metrics/contacts/actual, contacts of unit"})
    void aFigureThatWasChangedIsFound(String place, String told) throws IOException {
        JsonNode changed = progress.deepCopy();
        long was = changed.at(place).asLong();
        ((tools.jackson.databind.node.ObjectNode) changed.at(place.substring(0, place.lastIndexOf('/'))))
                .put(place.substring(place.lastIndexOf('/') + 1), was + 1);
        Path other = folder.resolve("changed.ledger.zip");
        rewritten(other, changed.toString());
        assertThat(Commands.said("verify", other.toString())).startsWith("1 WRONG").contains("figure", told);
    }

    private void rewritten(Path to, String published) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    out.write(entry.getName().equals("progress/" + campaign + ".json")
                            ? published.getBytes(StandardCharsets.UTF_8)
                            : in.readAllBytes());
                    out.closeEntry();
                }
            }
        }
    }

    @Test
    void claimsAreThoseThatItHad() {
        assertThat(claims).isNotEmpty();
        assertThat(restoredClaims).isEqualTo(claims);
    }

    @Test
    void figuresAndQuotasAreThoseThatItHad() {
        JsonNode now = ledger.asNobody().reads("progress?position=" + progress.path("position").asLong()).isShown()
                .json();
        assertThat(now).isEqualTo(progress);
        assertThat(now.path("targets").valueStream().filter(target -> target.path("metric").asString("").equals(
                "propagandists")).findFirst().orElseThrow().path("target").asLong())
                .isEqualTo(ACorrectedSeason.PROPAGANDISTS);
    }

    @Test
    void whatWasTakenBackAndRecordedAgainCountsOnce() {
        Desk fujian = asFujianAgain();
        fujian.sentence("mobilizations", union("福州闽江机械厂工会").code(ACorrectedSeason.CODE)).of("FJ").on("2019-06-05")
                .isRefusedWith(409, "duplicate-record");
    }

    private Desk asFujianAgain() {
        setsPassword("fj");
        return ledger.asWhoeverIs("fj", OwnLedger.PASSWORD);
    }

    private void setsPassword(String username) {
        ledger.asAdmin().posts("/api/v1/accounts/" + username + "/password",
                new Form().with("password", OwnLedger.PASSWORD)).isDone();
    }

    @Test
    void whatWasUndecidedIsDecided() {
        Answer approved = ledger.as("checker").approves(season.undecided()).isDone();
        String record = ledger.asAdmin().gets("/api/v1/corrections/" + season.undecided().id() + "?waitFor="
                + approved.position()).isShown().at("/recordId").asString("");
        assertThat(ledger.asAdmin().reads("events/" + record + "?waitFor=" + approved.position()).isShown()
                .at("/state").asString("")).isEqualTo("REVERSED");
    }

    @Test
    void aFurtherAdminSignsInOnceAnotherHasSetItsPassword() {
        ledger.as("checker").approves(season.furtherAdmin()).isDone();
        for (String guess : new String[]{"forgotten by a restore", OwnLedger.PASSWORD, "", "{lost}"}) {
            assertThat(ledger.asWhoeverIs(ACorrectedSeason.FURTHER, guess).gets("/api/v1/accounts").status())
                    .isEqualTo(401);
        }
        setsPassword(ACorrectedSeason.FURTHER);
        assertThat(ledger.asWhoeverIs(ACorrectedSeason.FURTHER, OwnLedger.PASSWORD).gets("/api/v1/accounts").status())
                .isEqualTo(200);
    }
}
