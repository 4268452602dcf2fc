package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no archive, or means ill, is refused in a sentence, and never takes more memory than it may. */
class NoArchiveTest {

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(300);

    private Told verify(Path file) {
        Told told = Told.verify(file.toString());
        assertThat(told.out() + told.err()).isNotBlank().doesNotContain("Exception", "\tat ");
        return told;
    }

    private Told verify(TestArchive archive) throws IOException {
        return verify(archive.writeTo(folder.resolve("a.ledger.zip")));
    }

    @Test
    void nothingIsThere() {
        assertThat(verify(folder.resolve("none.zip")).code()).isEqualTo(2);
    }

    @Test
    void aFileOfAnotherKind() throws IOException {
        assertThat(verify(Files.writeString(folder.resolve("a.zip"), "hello")).code()).isEqualTo(2);
        assertThat(verify(Files.write(folder.resolve("b.zip"), new byte[0])).code()).isEqualTo(2);
        assertThat(verify(folder).code()).isEqualTo(2);
    }

    @Test
    void oneThatIsCutShort() throws IOException {
        byte[] whole = Files.readAllBytes(new TestArchive(log).writeTo(folder.resolve("whole.zip")));
        for (int length : new int[]{whole.length - 1, whole.length - 30, whole.length / 2, 100}) {
            assertThat(verify(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length))).code())
                    .isEqualTo(2);
        }
    }

    @Test
    void everyByteThatIsFlippedIsFoundOrOfNoConsequence() throws IOException {
        byte[] whole = Files.readAllBytes(new TestArchive(log).writeTo(folder.resolve("whole.zip")));
        for (int at = 0; at < whole.length; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Told told = verify(Files.write(folder.resolve("flipped.zip"), flipped));
            assertThat(told.code()).as("byte " + at).isBetween(0, 2);
        }
    }

    @Test
    void aManifestOfAnotherForm() throws IOException {
        TestArchive archive = new TestArchive(log);
        assertThat(verify(archive.put("manifest.json", "{\"format\":\"v2\"}")).code()).isEqualTo(2);
        assertThat(verify(archive.put("manifest.json", "[".repeat(100_000))).code()).isEqualTo(2);
        assertThat(verify(archive.without("manifest.json")).code()).isEqualTo(2);
    }

    @Test
    void aSizeBeyondAllBounds() throws IOException {
        for (String size : new String[]{"999999999999999999", Long.toString(1L << 34)}) {
            TestArchive archive = new TestArchive(log);
            String text = log.text(300).replace("\n300\n", "\n" + size + "\n");
            archive.put("checkpoint", log.key.signed(text));
            archive.put("manifest.json", archive.text("manifest.json").replace(":300,", ":" + size + ","));
            assertThat(verify(archive).code()).isIn(1, 2);
        }
    }

    @Test
    void textsThatAreDeepOrLong() throws IOException {
        TestArchive archive = new TestArchive(log);
        assertThat(verify(archive.put("progress/c.json", "[".repeat(100_000))).code()).isEqualTo(1);
        assertThat(verify(archive.put("progress/c.json", "\"" + "x".repeat(20 << 20) + "\"")).code()).isEqualTo(2);
        TestArchive lines = new TestArchive(log);
        assertThat(verify(lines.put("events/0000000001.ndjson", "{\"payload\":\"" + "x".repeat(20 << 20))).firstLine())
                .startsWith("WRONG position 1: changed");
        assertThat(verify(new TestArchive(log).put("checkpoint", "x".repeat(2 << 20))).code()).isEqualTo(2);
        assertThat(verify(new TestArchive(log).put("tile/0/000", "x".repeat(2 << 20))).code()).isEqualTo(2);
    }
}
