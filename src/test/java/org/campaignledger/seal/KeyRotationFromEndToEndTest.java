package org.campaignledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.campaignledger.CampaignLedger;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.Campaigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's key is replaced in the running product: readers of either key go on, and what the old one signed stays good. */
class KeyRotationFromEndToEndTest {

    private static final String ORIGIN = "test.example/rotated";

    @TempDir
    private Path folder;

    private final TestPostgres.Database database = TestPostgres.freshDatabase();

    private static byte[] seed(int of) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        seed[0] = (byte) of;
        return seed;
    }

    private static String vkey(int of) {
        return new SigningKey(ORIGIN, seed(of)).verifier().toString();
    }

    private RunningLedger signedBy(int key, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--ledger.admin-password=" + RunningLedger.PASSWORD,
                "--ledger.checker-password=" + RunningLedger.PASSWORD, "--ledger.log.origin=" + ORIGIN,
                "--ledger.log.key=" + Base64.getEncoder().encodeToString(seed(key))));
        arguments.addAll(List.of(more));
        return new RunningLedger(database, folder.resolve("data"), arguments.toArray(String[]::new));
    }

    private static void sealed(RunningLedger ledger, String path, String body) {
        var answer = ledger.post("admin", RunningLedger.PASSWORD, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        long position = Long.parseLong(answer.headers().firstValue("Ledger-Position").orElseThrow());
        await().atMost(Duration.ofSeconds(20)).until(() -> ledger.part(SealedLog.class).size() >= position);
    }

    private static String verified(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String[] all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return CampaignLedger.commands().writingTo(out, out).run(all).orElseThrow() + " " + said;
    }

    @Test
    void whatTheOldKeySignedIsStillTheBeginningOfWhatTheNewOneSigns() throws IOException {
        Path seen = folder.resolve("seen.txt");
        try (RunningLedger first = signedBy(1)) {
            sealed(first, "/campaigns", Campaigns.of2019("2019").json().toString());
            assertThat(verified(first.url(), "--key", vkey(1), "--last-seen", seen.toString())).startsWith("0 ");
            assertThat(verified(first.url(), "--key", vkey(2))).startsWith("1 ").contains("unsigned");
        }
        Path seenOfTheOld = Files.copy(seen, folder.resolve("seen-of-the-old.txt"));
        try (RunningLedger both = signedBy(2, "--ledger.log.previous-key="
                + Base64.getEncoder().encodeToString(seed(1)))) {
            sealed(both, "/campaigns/2019/phases/MOBILISE/open", "");
            assertThat(verified(both.url(), "--key", vkey(1), "--last-seen", seen.toString())).startsWith("0 ");
            assertThat(verified(both.url(), "--key", vkey(2))).startsWith("0 ");
        }
        try (RunningLedger second = signedBy(2)) {
            sealed(second, "/campaigns/2019/units/FJ/sub-units", "{\"code\":\"FJ-01\",\"name\":\"测试市\"}");
            assertThat(verified(second.url(), "--key", vkey(1))).startsWith("1 ").contains("unsigned");
            assertThat(verified(second.url(), "--key", vkey(2), "--last-seen", seen.toString())).startsWith("0 ");
            assertThat(verified(second.url(), "--key", vkey(2), "--last-seen", seenOfTheOld.toString()))
                    .startsWith("0 ");
            assertThat(second.page("/log/key").body()).contains(vkey(1), vkey(2));
            theArchiveHolds(second);
        }
    }

    /** It holds the checkpoint of the change, which both keys have signed. */
    private void theArchiveHolds(RunningLedger ledger) throws IOException {
        Path archive = folder.resolve("rotated.ledger.zip");
        try (var answer = ledger.download("admin", RunningLedger.PASSWORD, "/archive")) {
            Files.copy(answer, archive);
        }
        assertThat(verified(archive.toString(), "--key", vkey(2))).startsWith("0 ")
                .containsPattern("[1-9][0-9]* earlier checkpoints lead to this one");
    }
}
