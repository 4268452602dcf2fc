package org.campaignledger.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.campaignledger.CampaignLedger;
import org.campaignledger.account.RunningLedger;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.seal.note.SigningKey;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service publishes what enough witnesses have cosigned: those that come by themselves and those that it asks. */
class WitnessesOfTheServiceTest {

    private static final byte[] SEED = new byte[SigningKey.SEED_BYTES];
    private static final String ORIGIN = "test.example/ledger";

    @TempDir
    private Path folder;

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        return CampaignLedger.commands().writingTo(out, out).run(arguments).orElseThrow() + " " + said;
    }

    private RunningLedger ledger(String... witnesses) {
        List<String> arguments = new java.util.ArrayList<>(List.of(
                "--ledger.admin-password=" + RunningLedger.PASSWORD, "--ledger.log.origin=" + ORIGIN,
                "--ledger.log.key=" + java.util.Base64.getEncoder().encodeToString(SEED),
                "--ledger.log.witness-period=200ms"));
        arguments.addAll(List.of(witnesses));
        return new RunningLedger(TestPostgres.freshDatabase(), folder.resolve("data"),
                arguments.toArray(String[]::new));
    }

    @Test
    void twoWitnessesMakeAQuorumTheOneThatComesAndTheOneThatIsAsked() throws Exception {
        String state = folder.resolve("comes.txt").toString();
        String shown = run("witness", "--state", state, "--name", "witness.example/comes", "--show-key");
        String comes = shown.substring(shown.indexOf("witness.example/comes+")).strip();
        WitnessKey key = WitnessKey.in(folder.resolve("asked.key"), "witness.example/asked");
        VerifierKey ofTheLog = VerifierKey.of(new SigningKey(ORIGIN, SEED).verifier().toString());
        try (WitnessServer asked = new WitnessServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Witness(folder.resolve("asked.txt"), key, InstantSource.system()), List.of(ofTheLog),
                new PrintWriter(new StringWriter()));
                RunningLedger ledger = ledger("--ledger.log.quorum=2", "--ledger.log.witnesses[0].key=" + comes,
                        "--ledger.log.witnesses[1].key=" + key.verifier(),
                        "--ledger.log.witnesses[1].url=http://localhost:" + asked.port())) {
            await().atMost(Duration.ofSeconds(20)).until(() -> ledger.page("/log/checkpoint?pending=true").body()
                    .contains(" witness.example/asked "));
            assertThat(ledger.page("/log/checkpoint").statusCode()).as("one of two").isEqualTo(503);
            assertThat(run("witness", ledger.url(), "--state", state, "--name", "witness.example/comes"))
                    .startsWith("0 ");
            await().atMost(Duration.ofSeconds(20)).until(() -> ledger.page("/log/checkpoint").statusCode() == 200);
            assertThat(ledger.page("/log/checkpoint").body()).contains("\u2014 witness.example/comes ",
                    "\u2014 witness.example/asked ", "\u2014 " + ORIGIN + " ");
            assertThat(ledger.page("/log/witnesses").body()).isEqualTo("quorum 2\n" + comes + "\n" + key.verifier()
                    + "\n");
            assertThat(run("verify", ledger.url(), "--witness", comes, "--witness", key.verifier().toString(),
                    "--quorum", "2")).startsWith("0 ").contains("HOLDS");
            String proof = ledger.page("/log/proof/1").body();
            assertThat(proof).startsWith("c2sp.org/tlog-proof@v1\n").contains(" witness.example/asked ");
        }
    }

    @Test
    void aWitnessThatTheLogDoesNotKnowKeepsItsCosignatureToItself() {
        try (RunningLedger ledger = ledger()) {
            await().atMost(Duration.ofSeconds(20)).until(() -> !ledger.page("/log/checkpoint").body()
                    .contains("\n0\n"));
            String state = folder.resolve("stranger.txt").toString();
            assertThat(run("witness", ledger.url(), "--state", state, "--name", "witness.example/stranger"))
                    .startsWith("2 ").contains("no-known-witness");
            assertThat(run("witness", ledger.url(), "--state", state, "--no-submit")).startsWith("0 ")
                    .contains("\u2014 witness.example/stranger ");
            assertThat(ledger.page("/log/checkpoint").body()).doesNotContain("stranger");
        }
    }
}
