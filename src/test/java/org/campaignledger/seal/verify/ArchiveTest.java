package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive that is in order holds, and is read without a network. */
class ArchiveTest {

    @TempDir
    Path folder;

    private Told verify(TestArchive archive, String... more) throws IOException {
        String[] arguments = new String[more.length + 1];
        arguments[0] = archive.writeTo(folder.resolve("a.ledger.zip")).toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Told.verify(arguments);
    }

    @Test
    void itHolds() throws IOException {
        TestLog log = new TestLog(700);
        Told told = verify(new TestArchive(log));
        assertThat(told.err()).isEmpty();
        assertThat(told.firstLine()).startsWith("HOLDS size 700 root ").contains(TestLog.ORIGIN);
        assertThat(told.out()).contains("pin it with --key " + log.key.verifier());
        assertThat(told.code()).isZero();
    }

    @Test
    void itHoldsAtEverySizeAroundTheEdgesOfTiles() throws IOException {
        for (int size : new int[]{4, 255, 256, 257, 512, 513}) {
            assertThat(verify(new TestArchive(new TestLog(size))).firstLine()).startsWith("HOLDS size " + size);
        }
    }

    @Test
    void itHoldsOverSeveralStretchesAndThreeLevelsOfTiles() throws IOException {
        assertThat(verify(new TestArchive(new TestLog(66_000))).firstLine()).startsWith("HOLDS size 66000");
    }

    @Test
    void aPinnedKeyIsTheOneThatCounts() throws IOException {
        TestLog log = new TestLog(20);
        assertThat(verify(new TestArchive(log), "--key", log.key.verifier().toString()).out())
                .contains("signed by the key that was pinned");
        Told told = verify(new TestArchive(log), "--key", TestKey.ofLog(TestLog.ORIGIN, 9).verifier().toString());
        assertThat(told.firstLine()).startsWith("WRONG checkpoint: unsigned");
        assertThat(told.code()).isEqualTo(1);
    }
}
