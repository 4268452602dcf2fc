package org.campaignledger.seal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import org.campaignledger.CampaignLedger;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export names its position first and ends with it, whatever is recorded meanwhile; nobody waits for it. */
@AtTheDoor
class ExportWhileCommandsGoOnTest {

    @TempDir
    private Path folder;

    private final Ledger ledger;
    private final Desk fujian;

    ExportWhileCommandsGoOnTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    /** Has something recorded and sealed before every piece that is written, up to a number of times. */
    private OutputStream recordingMeanwhile(OutputStream out, int times, AtomicLong last) {
        return new FilterOutputStream(out) {

            private int left = times;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                if (left-- > 0) {
                    last.set(fujian.mobilizes(Forms.aUnion()).on("2019-05-20").isRecorded().position());
                }
                out.write(bytes, from, length);
            }
        };
    }

    @Test
    void itEndsWhereItSaidAndVerifies() throws IOException {
        long first = fujian.mobilizes(Forms.aUnion()).on("2019-05-20").isRecorded().position();
        SealedLog log = ledger.bean(SealedLog.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> log.size() >= first);
        long position = log.size();
        Path archive = folder.resolve("meanwhile.ledger.zip");
        AtomicLong last = new AtomicLong();
        try (OutputStream file = Files.newOutputStream(archive);
                OutputStream out = recordingMeanwhile(file, 12, last)) {
            ledger.bean(ArchiveWriter.class).write(position, out);
        }
        assertThat(last.get()).as("recorded meanwhile").isGreaterThanOrEqualTo(position + 3);
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said, true);
        assertThat(CampaignLedger.commands().writingTo(to, to).run("verify", archive.toString()).orElseThrow())
                .as(said.toString()).isZero();
        assertThat(said.toString()).startsWith("HOLDS size " + position + " ");
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().filter(entry -> entry.getName().startsWith("events/"))).isNotEmpty();
        }
    }
}
