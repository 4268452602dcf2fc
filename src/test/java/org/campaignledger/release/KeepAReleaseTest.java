package org.campaignledger.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Commands;
import org.campaignledger.testing.DemoLedger;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps a ledger of this release, once it is made: {@code mvn test -Dtest=KeepAReleaseTest -Drelease.keep=0.1.0}. */
@EnabledIfSystemProperty(named = "release.keep", matches = ".+")
class KeepAReleaseTest {

    private static final String SIZE = "0.001";

    @TempDir
    private Path folder;

    @Test
    void a_small_season_of_this_release_is_kept() throws Exception {
        KeptRelease release = KeptRelease.of(System.getProperty("release.keep"));
        assertThat(release.folder()).as("a release is kept once").doesNotExist();
        Files.createDirectories(release.folder());
        TestPostgres.Database database = TestPostgres.freshDatabase();
        Path data = folder.resolve("data");
        try (DemoLedger demo = DemoLedger.begin(SIZE, database, data).whenPlayed()) {
            Ledger ledger = demo.ledger();
            long head = ledger.head();
            SealedLog log = ledger.bean(SealedLog.class);
            await().atMost(Duration.ofSeconds(30)).until(() -> log.size() >= head);
            var auditor = ledger.asWhoeverIs("demo-auditor", DemoLedger.PASSWORD);
            ObjectNode told = JsonMapper.shared().createObjectNode().put("head", head)
                    .put("schema", DatabaseCopy.schema(database));
            told.set("answers", Questions.ask(auditor, Questions.asOf(head)));
            release.tell(told);
            assertThat(Commands.said("verify", ledger.address(), "--last-seen", release.lastSeen().toString()))
                    .startsWith("0 ");
            Files.write(release.archive(), auditor.gets("/api/v1/archive?position=" + head).isShown().bytes());
        }
        release.keep(database, data);
    }
}
