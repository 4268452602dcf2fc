package org.campaignledger.exchange.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.campaignledger.platform.cli.Bar;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.cli.FileFrom;
import org.campaignledger.platform.cli.LedgerConnection;
import org.campaignledger.platform.cli.RunningLedger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code import URL FILE}: a sheet into a running ledger, watched until it is through. */
@Command(name = "import", mixinStandardHelpOptions = true, description = {
        "Imports a sheet (.xlsx or .csv) into a register of a running ledger, and waits until it is through.",
        "Sending the same file again writes no row twice.",
        "Exit code 0: every row is recorded (or would be); 1: rows or the file were refused, or it was cancelled;",
        "2: it could not be done. Broken off here it goes on there."})
public final class ImportCommand implements Callable<Integer> {

    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final int TOLD_ROWS = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningLedger ledger = new RunningLedger();

    @Parameters(index = "1", paramLabel = "FILE", description = "the sheet; of a workbook, the visible one that has the columns")
    private Path file = Path.of("");

    @Option(names = "--campaign", paramLabel = "ID", required = true, description = "the campaign that it goes into")
    private String campaign = "";

    @Option(names = "--kind", paramLabel = "REGISTER", required = true, description = "mobilizations, propagandists, events, reach-reports or entries")
    private String kind = "";

    @Option(names = "--dry-run", description = "everything is judged, nothing written")
    private boolean dryRun;

    @Option(names = "--all-or-nothing", description = "all rows are written, or none; otherwise the good ones")
    private boolean allOrNothing;

    @Option(names = "--errors", paramLabel = "FILE", description = "keeps the sheet with a column that says what is wrong, if anything is")
    private @Nullable Path errors;

    /** The ledger that it speaks to, for tests. */
    RunningLedger ledger() {
        return ledger;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (LedgerConnection connection = ledger.signIn()) {
            String id = upload(connection).path("id").stringValue();
            out.println("import " + id + " has begun");
            out.flush();
            return told(connection, through(connection, id, new Bar(out)), out);
        }
    }

    private JsonNode upload(LedgerConnection connection) throws IOException, InterruptedException {
        String boundary = "sheet-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sheet\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        String path = "/api/v1/campaigns/" + LedgerConnection.encoded(campaign) + "/imports/" + LedgerConnection
                .encoded(kind) + "?dryRun=" + dryRun
                + "&allOrNothing=" + allOrNothing;
        return connection.post(path, "multipart/form-data; boundary=" + boundary, BodyPublishers.concat(
                BodyPublishers.ofString(head), BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")), "import-" + UUID.randomUUID());
    }

    private static JsonNode through(LedgerConnection connection, String id, Bar bar)
            throws IOException, InterruptedException {
        try {
            while (true) {
                JsonNode job = connection.get("/api/v1/imports/" + id + "?limit=" + TOLD_ROWS);
                if (!job.path("state").stringValue().equals("RUNNING")) {
                    return job;
                }
                bar.show("rows", job.path("read").asLong(), job.path("total").asLong(0), rate(job));
                Thread.sleep(BETWEEN);
            }
        } finally {
            bar.end();
        }
    }

    private static String rate(JsonNode job) {
        String rate = String.format(Locale.ROOT, ", %,.0f/s", job.path("rate").asDouble(0));
        return job.path("eta").isNumber()
                ? rate + String.format(Locale.ROOT, ", %d s to go", job.path("eta").asLong())
                : rate;
    }

    private int told(LedgerConnection connection, JsonNode job, PrintWriter out)
            throws IOException, InterruptedException {
        String state = job.path("state").stringValue();
        long refused = job.path("refused").asLong();
        out.printf(Locale.ROOT, "%s%s: %,d rows read, %,d recorded (%,d of them before), %,d refused%n", state,
                dryRun ? " (dry run: nothing was written)" : "", job.path("read").asLong(),
                job.path("written").asLong(), job.path("again").asLong(), refused);
        if (job.path("refusal").isObject()) {
            out.println(job.path("refusal").path("message").asString(job.path("refusal").path("code").asString("")));
        }
        int shown = 0;
        for (JsonNode row : job.path("rows")) {
            for (JsonNode error : row.path("errors")) {
                String column = error.path("column").asString("");
                out.println("  row " + row.path("row").asLong() + (column.isEmpty() ? "" : ", " + column) + ": "
                        + error.path("message").asString(""));
            }
            shown++;
        }
        if (refused > shown) {
            out.printf(Locale.ROOT, "  … and %,d more rows%n", refused - shown);
        }
        if (refused > 0 && errors != null) {
            keep(connection, job.path("sheet").asString(""), errors, out);
        }
        return state.equals("DONE") && refused == 0 ? 0 : CommandLines.WRONG;
    }

    private static void keep(LedgerConnection connection, String sheet, Path target, PrintWriter out)
            throws IOException, InterruptedException {
        if (sheet.isEmpty()) {
            out.println("there is no sheet with the errors");
            return;
        }
        try (FileFrom to = new FileFrom(target); InputStream body = connection.open(sheet).body()) {
            to.write(body, new Bar(out), "fetched");
            out.println("what is wrong, beside each row: " + to.keep());
        }
    }
}
