package org.campaignledger.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is changed in an archive after it was sealed is found, and named as the page on the sealed log has it. */
class TamperedArchiveTest {

    private static final int SIZE = 600;

    @TempDir
    Path folder;

    private final TestLog log = new TestLog(SIZE);

    private Told verify(TestArchive archive, String... more) throws IOException {
        String[] arguments = Arrays.copyOf(more, more.length + 1);
        arguments[more.length] = archive.writeTo(folder.resolve("a.ledger.zip")).toString();
        Told told = Told.verify(arguments);
        assertThat(told.code()).as(told.out() + told.err()).isEqualTo(1);
        return told;
    }

    private String after(Consumer<TestLog> tampering) throws IOException {
        tampering.accept(log);
        return verify(new TestArchive(log)).firstLine();
    }

    private static TestEvent retold(TestLog log) {
        return log.events.get(16).saying(log.events.get(16).payload().replace("企业", "工厂"));
    }

    private void renumber() {
        log.events.replaceAll(event -> event.at(log.events.indexOf(event) + 1L));
    }

    @Test
    void aPayloadThatWasChanged() throws IOException {
        assertThat(after(l -> l.events.set(16, retold(l))))
                .startsWith("WRONG position 17: changed - ");
    }

    @Test
    void oneByteOfAPayload() throws IOException {
        TestArchive archive = new TestArchive(log);
        String lines = archive.text("events/0000000001.ndjson");
        assertThat(verify(archive.put("events/0000000001.ndjson", lines.replace("😀 44", "😀 45"))).firstLine())
                .startsWith("WRONG position 45: changed");
    }

    @Test
    void whoActed() throws IOException {
        assertThat(after(l -> l.events.set(299, l.events.get(299).by("else"))))
                .startsWith("WRONG position 300: changed");
    }

    @Test
    void theIdentityThatALineTellsBesideItsMetadata() throws IOException {
        TestArchive archive = new TestArchive(log);
        String lines = archive.text("events/0000000001.ndjson");
        assertThat(verify(archive.put("events/0000000001.ndjson", lines.replaceFirst(
                "\"eventId\":\"event-of-e9-0\"", "\"eventId\":\"event-of-e8-0\""))).firstLine())
                .startsWith("WRONG position 10: changed").contains("eventId");
    }

    @Test
    void anEventThatIsGone() throws IOException {
        assertThat(after(l -> l.events.remove(16))).startsWith("WRONG position 17: missing");
    }

    @Test
    void anEventThatIsGoneAndTheRestRenumbered() throws IOException {
        assertThat(after(l -> {
            l.events.remove(16);
            renumber();
        })).startsWith("WRONG position 17: missing");
    }

    @Test
    void theLastEventIsGone() throws IOException {
        assertThat(after(l -> l.events.removeLast())).startsWith("WRONG position 600: missing");
    }

    @Test
    void twoEventsInEachOthersPlace() throws IOException {
        assertThat(after(l -> {
            Collections.swap(l.events, 16, 400);
            renumber();
        })).startsWith("WRONG position 17: reordered").contains(" 401 ");
    }

    @Test
    void twoEventsInEachOthersPlaceWithTheirPositions() throws IOException {
        assertThat(after(l -> Collections.swap(l.events, 16, 400))).startsWith("WRONG position 17: reordered");
    }

    @Test
    void neighboursInEachOthersPlace() throws IOException {
        assertThat(after(l -> {
            Collections.swap(l.events, 16, 17);
            renumber();
        })).startsWith("WRONG position 17: reordered");
    }

    @Test
    void anEventThatWasNeverSealed() throws IOException {
        assertThat(after(l -> {
            l.events.add(16, retold(l));
            renumber();
        })).startsWith("WRONG position 17: inserted");
    }

    @Test
    void anEventThatWasNeverSealedAtTheEnd() throws IOException {
        assertThat(after(l -> l.events.add(l.events.getLast().at(SIZE + 1L))))
                .startsWith("WRONG position 601: inserted");
    }

    @Test
    void theFirstOfSeveralIsNamed() throws IOException {
        assertThat(after(l -> {
            l.events.remove(500);
            l.events.set(99, l.events.get(99).by("else"));
        })).startsWith("WRONG position 100: changed");
    }

    @Test
    void aLineThatIsNoEvent() throws IOException {
        TestArchive archive = new TestArchive(log);
        String lines = archive.text("events/0000000001.ndjson");
        assertThat(verify(archive.put("events/0000000001.ndjson", lines.replace("\"position\":17,",
                "\"position\":1.7,")))
                .firstLine()).startsWith("WRONG position 17: changed");
    }

    @Test
    void publishedFigures() throws IOException {
        TestArchive archive = new TestArchive(log);
        String progress = archive.text("progress/c.json");
        String figure = "{\"metric\":\"contacts\",\"actual\":" + log.figures().sum("contacts", "");
        assertThat(progress).contains(figure);
        assertThat(verify(archive.put("progress/c.json", progress.replace(figure, figure + "0"))).firstLine())
                .startsWith("WRONG position 600: figure - campaign c: contacts is published as ");
    }

    @Test
    void theFigureOfAUnit() throws IOException {
        TestArchive archive = new TestArchive(log);
        String progress = archive.text("progress/c.json");
        String figure = "\"target\":12,\"actual\":" + log.figures().sum("events", "FJ");
        assertThat(progress).contains(figure);
        assertThat(verify(archive.put("progress/c.json", progress.replace(figure, figure + "0"))).firstLine())
                .startsWith("WRONG position 600: figure - campaign c: events of unit FJ is published as ");
    }

    @Test
    void aTarget() throws IOException {
        TestArchive archive = new TestArchive(log);
        assertThat(verify(archive.put("progress/c.json", archive.text("progress/c.json")
                .replace("\"target\":30", "\"target\":31"))).firstLine()).contains("figure", "the target of events");
    }

    @Test
    void theReplayCertificate() throws IOException {
        TestArchive archive = new TestArchive(log);
        String other = log.key.signed("campaign-ledger/replay/v1\n" + TestLog.ORIGIN + "\n600\n" + "0".repeat(64)
                + "\n");
        assertThat(verify(archive.put("certificate", other)).firstLine())
                .startsWith("WRONG position 600: figure - the replay certificate says 000");
        assertThat(verify(archive.put("certificate", other.replace("600", "601"))).firstLine())
                .startsWith("WRONG certificate: unsigned");
    }

    @Test
    void aCheckpointWithoutSignature() throws IOException {
        TestArchive archive = new TestArchive(log);
        assertThat(verify(archive.put("checkpoint", log.text(SIZE))).firstLine())
                .startsWith("WRONG checkpoint: unsigned");
        assertThat(verify(archive.put("checkpoint", TestKey.ofLog(TestLog.ORIGIN, 2).signed(log.text(SIZE))))
                .firstLine()).startsWith("WRONG checkpoint: unsigned");
    }

    @Test
    void anOlderCheckpointInItsPlace() throws IOException {
        assertThat(verify(new TestArchive(log).put("checkpoint", log.checkpoint(300))).firstLine())
                .startsWith("WRONG checkpoint: rolled-back");
    }

    @Test
    void aCheckpointOfAnotherTree() throws IOException {
        String other = new TestLog(SIZE).forkedAt(5).checkpoint(300);
        Told told = verify(new TestArchive(log).put("checkpoints", other + "\n"));
        assertThat(told.firstLine()).startsWith("WRONG checkpoint of 300: forked");
        assertThat(told.out()).contains(other, log.checkpoint(SIZE));
    }

    @Test
    void aTile() throws IOException {
        TestArchive archive = new TestArchive(log);
        archive.bytes("tile/0/001")[700] ^= 1;
        assertThat(verify(archive).firstLine()).startsWith("WRONG checkpoint: tree");
        TestArchive above = new TestArchive(log);
        above.bytes("tile/1/000.p/2")[40] ^= 1;
        assertThat(verify(above).firstLine()).startsWith("WRONG tile/1/000.p/2: tree");
    }

    @Test
    void namesThatAnArchiveDoesNotHave() throws IOException {
        for (String name : new String[]{"../evil", "tile/0/002", "events/0000000601.ndjson", "campaigns/d.json",
                "notes.txt", "tile/2/000.p/1", "attachments/ab"}) {
            assertThat(verify(new TestArchive(log).put(name, "")).firstLine())
                    .startsWith("WRONG entry " + name + ": inserted");
        }
        assertThat(Files.exists(folder.resolveSibling("evil"))).isFalse();
    }

    @Test
    void namesThatAreMissing() throws IOException {
        for (String name : new String[]{"tile/0/001", "tile/1/000.p/2", "certificate", "keys", "campaigns/c.json",
                "progress/c.json", "checkpoints"}) {
            assertThat(verify(new TestArchive(log).without(name)).firstLine())
                    .startsWith("WRONG entry " + name + ": missing");
        }
        assertThat(verify(new TestArchive(log).without("events/0000000001.ndjson")).firstLine())
                .startsWith("WRONG position 1: missing");
    }

    @Test
    void aDefinition() throws IOException {
        TestArchive archive = new TestArchive(log);
        assertThat(verify(archive.put("campaigns/c.json", archive.text("campaigns/c.json").replace("30", "31")))
                .firstLine()).startsWith("WRONG entry campaigns/c.json: changed");
    }

    @Test
    void aLogThatGoesBackOnWhatWasSeen() throws IOException {
        Path seen = folder.resolve("seen");
        String[] remember = {"--last-seen", seen.toString()};
        assertThat(Told.verify("--last-seen", seen.toString(),
                new TestArchive(log).writeTo(folder.resolve("first.zip")).toString()).code()).isZero();
        assertThat(Files.readString(seen)).isEqualTo(log.checkpoint(SIZE));
        Told older = verify(new TestArchive(new TestLog(500)), remember);
        assertThat(older.firstLine()).startsWith("WRONG checkpoint: rolled-back");
        assertThat(older.out()).contains(log.checkpoint(SIZE), log.checkpoint(500));
        Files.writeString(seen, new TestLog(SIZE).forkedAt(7).checkpoint(300));
        assertThat(verify(new TestArchive(log), remember).firstLine()).startsWith("WRONG checkpoint: forked");
        Files.writeString(seen, new TestLog(SIZE).forkedAt(7).checkpoint(SIZE));
        assertThat(verify(new TestArchive(log), remember).firstLine()).startsWith("WRONG checkpoint: forked");
    }
}
