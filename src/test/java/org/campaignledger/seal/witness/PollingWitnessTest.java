package org.campaignledger.seal.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.seal.verify.TestKey;
import org.campaignledger.seal.verify.TestLog;
import org.campaignledger.seal.verify.TestService;
import org.campaignledger.seal.verify.Told;
import org.campaignledger.seal.verify.note.Note;
import org.campaignledger.seal.verify.note.VerifierKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness that goes to a service cosigns what has grown, and keeps proof of what has not. */
class PollingWitnessTest {

    @TempDir
    Path folder;

    private TestService service;

    @BeforeEach
    void start() throws IOException {
        service = new TestService(new TestLog(300));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Told witness(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--state", folder.resolve("state").toString()));
        all.addAll(List.of(arguments));
        return Told.run(new CommandLines(List.of(WitnessCommand::new)), "witness", all.toArray(String[]::new));
    }

    private String vkey() {
        return witness("--show-key").out().strip();
    }

    @Test
    void whatItCosignsTheVerifierAccepts() throws Exception {
        Told told = witness(service.url());
        assertThat(told.err()).isEmpty();
        assertThat(told.firstLine()).startsWith("COSIGNED size 300 root ");
        assertThat(told.out()).contains("accepted");
        Note brought = Note.of(service.cosignatures().getBytes(StandardCharsets.UTF_8));
        assertThat(brought.signedBy(List.of(VerifierKey.of(vkey())))).hasSize(1);
        assertThat(Told.verify("--witness", vkey(), service.url()).out()).contains("cosigned by 1 witness");
    }

    @Test
    void itFollowsALogThatGrows() throws IOException {
        for (int size : new int[]{300, 300, 301, 512, 700}) {
            service.log = new TestLog(size);
            assertThat(witness("--no-submit", service.url()).firstLine()).startsWith("COSIGNED size " + size);
        }
        assertThat(service.cosignatures()).isEmpty();
        assertThat(Files.readString(folder.resolve("state"))).contains("\\n700\\n").doesNotContain("\\n512\\n");
    }

    @Test
    void aLogThatWasRolledBackIsRefusedLoudly() throws IOException {
        witness("--no-submit", service.url());
        String before = Files.readString(folder.resolve("state"));
        service.log = new TestLog(200);
        Told told = witness(service.url());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.firstLine()).startsWith("WRONG checkpoint: rolled-back");
        assertThat(told.out()).contains(new TestLog(300).checkpoint(300).strip(), new TestLog(200).checkpoint(200));
        assertThat(Files.readString(folder.resolve("state"))).isEqualTo(before);
        assertThat(service.cosignatures()).isEmpty();
    }

    @Test
    void aForkIsKeptAsEvidenceEveryTime() throws IOException {
        witness("--no-submit", service.url());
        for (int size : new int[]{300, 400}) {
            service.log = new TestLog(size).forkedAt(2);
            Told told = witness("--no-submit", service.url());
            assertThat(told.firstLine()).startsWith("WRONG checkpoint: forked");
            assertThat(told.code()).isEqualTo(1);
        }
        assertThat(Files.readString(folder.resolve("state.evidence-1")))
                .contains(new TestLog(300).checkpoint(300).strip(), new TestLog(300).forkedAt(2).checkpoint(300));
        assertThat(folder.resolve("state.evidence-2")).exists();
    }

    @Test
    void aForkThatIsShownToTwoWitnessesIsFoundByWhoeverHoldsBoth() {
        witness("--no-submit", service.url());
        service.log = new TestLog(300).forkedAt(9);
        Told other = Told.run(new CommandLines(List.of(WitnessCommand::new)), "witness", "--state",
                folder.resolve("other").toString(), "--no-submit", service.url());
        assertThat(other.code()).isZero();
        assertThat(witness("--no-submit", service.url()).firstLine()).startsWith("WRONG checkpoint: forked");
    }

    @Test
    void aSignatureOfAnotherKeyIsNone() {
        witness("--no-submit", service.url());
        TestKey other = TestKey.ofLog(TestLog.ORIGIN, 2);
        service.answer("/log/key", other.verifier() + "\n");
        service.answer("/log/checkpoint", other.signed(service.log.text(300)));
        assertThat(witness(service.url()).firstLine()).startsWith("WRONG checkpoint: unsigned");
        service.answer("/log/checkpoint", service.log.text(300));
        assertThat(witness(service.url()).firstLine()).startsWith("WRONG checkpoint: unsigned");
    }

    @Test
    void aKeyThatIsRotatedInIsBelievedOnceTheOldOneSignsBesideIt() {
        witness("--no-submit", service.url());
        TestKey fresh = TestKey.ofLog(TestLog.ORIGIN, 2);
        TestLog grown = new TestLog(310);
        service.log = grown;
        service.answer("/log/key", fresh.verifier() + "\n" + grown.key.verifier() + "\n");
        service.answer("/log/checkpoint", grown.checkpoint(310) + fresh.line(grown.text(310)));
        assertThat(witness("--no-submit", service.url()).code()).isZero();
        service.log = new TestLog(320);
        service.answer("/log/checkpoint", fresh.signed(service.log.text(320)));
        assertThat(witness("--no-submit", service.url()).firstLine()).startsWith("COSIGNED size 320");
    }

    @Test
    void aKeyThatIsGivenIsTheOneThatCounts() {
        assertThat(witness("--log-key", service.log.key.verifier().toString(), service.url()).code()).isZero();
        assertThat(Told.run(new CommandLines(List.of(WitnessCommand::new)), "witness", "--state",
                folder.resolve("other").toString(), "--log-key",
                TestKey.ofLog(TestLog.ORIGIN, 2).verifier().toString(), service.url()).firstLine())
                .startsWith("WRONG checkpoint: unsigned");
    }

    @Test
    void itsKeyIsItsOwnersAlone() throws IOException {
        String key = vkey();
        assertThat(vkey()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void runsAtOnceNeverRollItBack() throws Exception {
        try (ExecutorService runs = Executors.newFixedThreadPool(4)) {
            List<Callable<Told>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int size = 300 + i;
                all.add(() -> {
                    service.log = new TestLog(size);
                    return witness("--no-submit", service.url());
                });
            }
            for (Future<Told> run : runs.invokeAll(all)) {
                Told told = run.get();
                assertThat(told.code() == 0 || told.out().contains("rolled-back")).as(told.toString()).isTrue();
            }
        }
        service.log = new TestLog(400);
        assertThat(witness("--no-submit", service.url()).code()).isZero();
    }

    @Test
    void whatCannotBeDone() {
        assertThat(witness().code()).isEqualTo(2);
        assertThat(witness("--listen", "0").code()).isEqualTo(2);
        service.close();
        assertThat(witness(service.url()).code()).isEqualTo(2);
    }
}
