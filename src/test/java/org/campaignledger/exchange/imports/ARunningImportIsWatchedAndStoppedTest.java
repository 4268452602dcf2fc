package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.testing.Workbooks.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** While an import runs it tells how far it is; stopped, it has written what it says; its file is never in the clear. */
@AtTheDoor
class ARunningImportIsWatchedAndStoppedTest {

    private static final int ROWS = 20_000;
    private static final String NAME = "独一无二的工会";

    private final Ledger ledger;
    private final Desk fujian;
    private final ImportFolder folder;

    ARunningImportIsWatchedAndStoppedTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
        this.fujian = this.ledger.as("fj");
        this.folder = ledger.bean(ImportFolder.class);
    }

    private static byte[] manyUnions(int rows) {
        return csv(Stream.concat(Stream.of("单位,基层工会名称,动员日期"),
                IntStream.range(0, rows).mapToObj(i -> "FJ,第" + i + NAME + ",2019-06-01")).toArray(String[]::new));
    }

    /** Asks until rows have been dealt with, and not all of them. */
    private JsonNode halfway(Answer taken) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10))
                .until(() -> fujian.gets(taken.location()).isShown().json(), job -> {
                    assertThat(job.path("state").stringValue()).as("still running: %s", job).isEqualTo("RUNNING");
                    return job.path("read").longValue() > 0 && job.path("read").longValue() < ROWS;
                });
    }

    private static void holdsNothingInTheClear(Path file) throws IOException {
        holdsNothingInTheClear("bytes on disk", Files.readAllBytes(file));
    }

    private static void holdsNothingInTheClear(String where, byte[] kept) {
        assertThat(kept.length).as(where).isPositive();
        String bytes = new String(kept, StandardCharsets.ISO_8859_1);
        for (String form : InTheClear.formsOf(NAME)) {
            assertThat(bytes.contains(new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                    .as("%s hold %s", where, form).isFalse();
        }
    }

    /** What the database has of one of its files. */
    private byte[] kept(String id, ImportTable.Kept which) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ledger.database().sql("select bytes from import_file where job = ? and kept = ? order by part")
                .params(id, which.name()).query((row, number) -> row.getBytes(1)).list().forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    @Test
    void itTellsHowFarItIsAndStopsWhereItIs() throws IOException {
        Answer taken = fujian.uploads(fujian.path("imports/mobilizations"), manyUnions(ROWS));
        JsonNode running = halfway(taken);
        assertThat(running.path("total").longValue()).isEqualTo(ROWS);
        assertThat(running.path("written").longValue()).isEqualTo(running.path("read").longValue());
        assertThat(running.path("rate").longValue()).isPositive();
        assertThat(running.path("eta").longValue()).isPositive();
        assertThat(running.has("endedAt")).isFalse();
        holdsNothingInTheClear(folder.upload(taken.id()));
        holdsNothingInTheClear("bytes of the database", kept(taken.id(), ImportTable.Kept.UPLOAD));

        fujian.posts(taken.location() + "/cancel");
        JsonNode stopped = await().atMost(Duration.ofSeconds(30)).until(() -> fujian.gets(taken.location()).isShown()
                .json(), job -> !job.path("state").stringValue().equals("RUNNING"));
        assertThat(stopped.path("state").stringValue()).isEqualTo("CANCELLED");
        long written = stopped.path("written").longValue();
        assertThat(written).isBetween(running.path("read").longValue(), ROWS - 1L);
        assertThat(stopped.path("eta").longValue()).isZero();
        assertThat(fujian.reads("exports/mobilizations.ndjson?waitFor=" + ledger.head()).isShown().text().lines())
                .hasSize((int) written);
        assertThat(fujian.reads("progress?unit=FJ&waitFor=" + ledger.head()).isShown()
                .at("/units/0/metrics/organizations/actual").longValue()).isEqualTo(written);
        assertThat(folder.upload(taken.id())).doesNotExist();
        assertThat(kept(taken.id(), ImportTable.Kept.UPLOAD)).isEmpty();
        assertThat(ledger.bean(ImportTable.class).key(taken.id(), ImportTable.Kept.UPLOAD)).isEmpty();
    }

    @Test
    void aSheetWithErrorsIsKeptEncryptedAndGoesWhenItsTimeIsOver() throws IOException {
        Importing done = Importing.of(fujian, "mobilizations", csv("单位,基层工会名称,动员日期",
                "FJ," + NAME + ",六月一日")).is("DONE", 0, 1);
        assertThat(new String(done.sheet(), StandardCharsets.UTF_8)).contains(NAME);
        holdsNothingInTheClear("bytes of the database", kept(done.id(), ImportTable.Kept.SHEET));
        assertThat(folder.sheet(done.id())).as("a copy here").doesNotExist();
        assertThat(folder.upload(done.id())).doesNotExist();

        ImportConfiguration forgetting = ledger.bean(ImportConfiguration.class);
        forgetting.forgetSheets();
        assertThat(kept(done.id(), ImportTable.Kept.SHEET)).as("before its time").isNotEmpty();
        ledger.database().sql("update import_job set ended_at = ended_at - interval '25 hours' where id = ?")
                .param(done.id()).update();
        forgetting.forgetSheets();
        assertThat(kept(done.id(), ImportTable.Kept.SHEET)).isEmpty();
        assertThat(ledger.bean(ImportTable.class).key(done.id(), ImportTable.Kept.SHEET)).isEmpty();
        fujian.gets("/api/v1/imports/" + done.id() + "/sheet").isRefusedWith(404, "not-found");
        assertThat(fujian.gets("/api/v1/imports/" + done.id()).isShown().json().has("sheet")).isFalse();
    }

    /** Files that an earlier release kept in the folder of its instance come to where all instances find them. */
    @Test
    void whatAnEarlierReleaseKeptBesideTheDatabaseIsBroughtIn() throws IOException {
        Importing done = Importing.of(fujian, "mobilizations", csv("单位,基层工会名称,动员日期",
                "FJ," + NAME + ",六月二日")).is("DONE", 0, 1);
        byte[] sheet = done.sheet();
        Files.write(folder.sheet(done.id()), kept(done.id(), ImportTable.Kept.SHEET));
        ledger.database().sql("delete from import_file where job = ?").param(done.id()).update();
        fujian.gets("/api/v1/imports/" + done.id() + "/sheet").isRefusedWith(404, "not-found");

        ImportFiles files = ledger.bean(ImportFiles.class);
        files.bringIn(done.id(), ImportTable.Kept.SHEET, folder.sheet(done.id()));
        assertThat(done.sheet()).isEqualTo(sheet);
        files.bringIn(done.id(), ImportTable.Kept.SHEET, folder.sheet(done.id()));
        assertThat(done.sheet()).as("once").isEqualTo(sheet);
        files.bringIn(done.id(), ImportTable.Kept.UPLOAD, folder.sheet(done.id()));
        assertThat(kept(done.id(), ImportTable.Kept.UPLOAD)).as("of an import that has ended").isEmpty();
        Files.delete(folder.sheet(done.id()));
    }
}
