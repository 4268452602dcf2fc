package org.campaignledger.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.Workbooks;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Twenty thousand people from a workbook: checked, encrypted, posted; and a long file of events, with the heap in use as
 * it goes on ({@code -Dbench.rows=}). Beside it, what the same people cost one by one over HTTP. Written to
 * {@code target/bench/import.md}.
 */
@AtTheDoor
class ImportBench {

    private static final int PEOPLE = 20_000;
    private static final int SINGLE = 500;
    private static final int LONG = Integer.getInteger("bench.rows", 100_000);

    private final List<String> lines = new ArrayList<>();
    private final Ledger shared;

    ImportBench(Ledger shared) {
        this.shared = shared;
    }

    @Test
    void peopleComeFromAWorkbook() throws IOException, InterruptedException {
        try {
            oneByOne();
            for (int run = 1; run <= 3; run++) {
                Ledger ledger = shared.withAnotherCampaign();
                JsonNode done = imported(ledger.as("fj"), "propagandists", people(), lines, "20,000 people, run " + run
                        + " of the process", "≤ 3 s");
                if (done.path("written").asInt() != PEOPLE) {
                    throw new IllegalStateException(done.toString());
                }
            }
            Ledger whole = shared.withAnotherCampaign();
            imported(whole.as("fj"), "propagandists?allOrNothing=true", people(), lines,
                    "20,000 people, all or nothing",
                    "");
            Ledger ledger = shared.withAnotherCampaign();
            imported(ledger.as("fj"), "events", events(), lines, LONG + " events from CSV", "constant heap");
        } finally {
            Path file = Path.of("target", "bench", "import.md");
            Files.createDirectories(file.getParent());
            Files.writeString(file,
                    "| measured | seconds | rows/s | most heap in use | asked |\n|---|---|---|---|---|\n"
                            + String.join("\n", lines) + "\n");
        }
    }

    private void oneByOne() {
        Ledger ledger = shared.withAnotherCampaign();
        Desk fujian = ledger.as("fj");
        long began = System.nanoTime();
        for (int i = 0; i < SINGLE; i++) {
            fujian.recruits(Forms.aPerson()).on("2019-06-01").isRecorded();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        lines.add("| baseline: one by one over HTTP, one client | %.1f | %.0f | | |".formatted(seconds, SINGLE
                / seconds));
    }

    private static JsonNode imported(Desk desk, String kind, byte[] file, List<String> lines, String what,
            String asked) throws InterruptedException {
        long began = System.nanoTime();
        Answer taken = desk.uploads(desk.path("imports/" + kind), file);
        long most = 0;
        JsonNode job;
        do {
            Thread.sleep(50);
            job = desk.gets(taken.location()).json();
            Runtime runtime = Runtime.getRuntime();
            most = Math.max(most, runtime.totalMemory() - runtime.freeMemory());
        } while (job.path("state").stringValue().equals("RUNNING"));
        double seconds = (System.nanoTime() - began) / 1e9;
        lines.add("| %s | %.2f | %.0f | %d MB | %s |".formatted(what, seconds, job.path("read").asInt() / seconds,
                most >> 20, asked));
        return job;
    }

    private static byte[] people() {
        List<List<?>> rows = new ArrayList<>();
        rows.add(List.of("单位", "姓名", "身份证号", "所在单位", "招募日期"));
        for (int i = 0; i < PEOPLE; i++) {
            rows.add(List.of("FJ", "职工" + i, Forms.anIdNumber(), "第" + i % 300 + "厂", "2019-06-01"));
        }
        return Workbooks.xlsx(rows);
    }

    private static byte[] events() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("unit,kind,title,place,contacts,occurredOn\r\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < LONG; i++) {
            out.writeBytes(("FJ,OFFLINE_EVENT,宣讲 " + i + ",礼堂,10,2019-06-01\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
