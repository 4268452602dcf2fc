package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that shows one history to one witness and another to the other: whoever asks both finds it. */
class AForkShownToTwoWitnessesTest {

    private static final int SIZE = 300;

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(SIZE);
    private final TestLog other = new TestLog(SIZE).forkedAt(3);
    private final TestKey first = TestKey.ofWitness("witness.example/w1", 5);
    private final TestKey second = TestKey.ofWitness("witness.example/w2", 6);
    private TestService service;

    @BeforeEach
    void start() throws IOException {
        service = new TestService(log);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Told verified(String... more) {
        String[] arguments = java.util.Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = service.url();
        return Told.verify(arguments);
    }

    @Test
    void eachOfTheHistoriesHoldsByItself() {
        service.answer("/log/checkpoint", log.checkpoint(SIZE) + first.line(log.text(SIZE)));
        assertThat(verified("--witness", first.verifier().toString()).out()).startsWith("HOLDS");
    }

    @Test
    void theOthersWordOnItsOwnHistoryIsNotTakenForThisOne() {
        service.answer("/log/checkpoint", log.checkpoint(SIZE) + first.line(log.text(SIZE))
                + second.line(other.text(SIZE)));
        assertThat(verified("--witness", first.verifier().toString(), "--witness", second.verifier().toString(),
                "--quorum", "2").firstLine()).startsWith("WRONG checkpoint: unsigned")
                .contains("in a witness's name is not the witness's");
    }

    @Test
    void withWhatTheOtherWitnessHasSeenBothCheckpointsAreEvidence() throws IOException {
        Path seen = folder.resolve("seen-by-the-second.txt");
        Files.writeString(seen, other.checkpoint(SIZE) + second.line(other.text(SIZE)));
        service.answer("/log/checkpoint", log.checkpoint(SIZE) + first.line(log.text(SIZE)));
        Told told = verified("--witness", first.verifier().toString(), "--last-seen", seen.toString());
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.firstLine()).startsWith("WRONG checkpoint: forked");
        assertThat(told.out()).contains(Base64.getEncoder().encodeToString(log.root(SIZE)),
                Base64.getEncoder().encodeToString(other.root(SIZE)), first.line(log.text(SIZE)).strip(),
                second.line(other.text(SIZE)).strip());
    }
}
