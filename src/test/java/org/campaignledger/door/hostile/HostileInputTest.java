package org.campaignledger.door.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.offlineEvent;

import com.sun.net.httpserver.HttpServer;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything that can be asked, asked wrongly: every field, variable, parameter and header that the OpenAPI document and
 * the mappings of the pages know. {@code -Dhostile.seconds=} makes it longer, {@code -Dhostile.seed=} makes it another.
 */
@AtTheDoor
class HostileInputTest {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();

    private final Ledger ledger;

    HostileInputTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    /** An account has twenty subscriptions at the most, and those of this ledger are wanted by other tests. */
    @AfterEach
    void nothingStaysSubscribed() {
        ledger.database().sql(
                "update subscription set state = 'CANCELLED', sealed = null, ended_at = now() where state <> 'CANCELLED'")
                .update();
    }

    @Test
    void whateverIsSentIsAnsweredOrRefused() throws Exception {
        List<Operation> operations = Description.of(ledger);
        Stage stage = Stage.of(ledger);
        LedgerStore store = ledger.bean(LedgerStore.class);
        Tally tally = HostileRun.of(ledger.port(), operations, stage, store::head, HostileRun.SECONDS);
        System.out.println("hostile input: " + operations.size() + " operations, " + operations.stream().mapToInt(
                operation -> operation.fields().size() + operation.variables().size() + operation.query().size()).sum()
                + " fields, variables and parameters; " + tally + "; " + HostileRun.SECONDS + " s, seed "
                + HostileRun.SEED);
        assertThat(tally.faults()).as(tally::told).isEmpty();
        assertThat(operations).hasSizeGreaterThan(180);
        List<String> swept = operations.stream().flatMap(operation -> operation.places().stream().filter(
                Place::isSwept).map(place -> tally.hasAsked(operation, place) ? "" : operation + " " + place)).toList();
        assertThat(swept).as("every field, variable, parameter and body").hasSizeGreaterThan(900).containsOnly("");
        assertThat(tally.kept()).as("texts that were taken and looked at").isPositive();
        assertThat(tally.answers(201)).isPositive();
    }

    /** Whatever is taken as a title is shown as it was sent, or in its normal form: nothing but space is lost. */
    @Test
    void whatIsAcceptedIsKeptAsItWasSent() {
        Ledger own = ledger.withAnotherCampaign();
        int kept = 0;
        for (String text : Evil.TEXTS) {
            Answer taken = own.as("fj").holds(offlineEvent(text)).on("2019-06-01");
            if (taken.status() == 201) {
                String shown = own.as("fj").gets(taken.location() + "?waitFor=" + taken.position()).at("/title")
                        .stringValue();
                // Half a character leaves the client as a question mark.
                String sent = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
                assertThat(withoutSpace(shown)).isNotEmpty().isEqualTo(withoutSpace(sent));
                kept++;
            } else {
                assertThat(taken.status()).as(taken.toString()).isIn(400, 409, 422);
            }
        }
        assertThat(kept).isGreaterThan(50);
    }

    /** In normal form, without what nobody sees. */
    private static String withoutSpace(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\p{Z}\\s\u200b-\u200d\u2060\ufeff]", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exports/events.csv?limit=500", "trail?format=csv"})
    void whatASpreadsheetWouldRunIsATextInWhatIsExported(String export) {
        Ledger own = ledger.withAnotherCampaign();
        long last = 0;
        for (String formula : Evil.FORMULAS) {
            last = own.as("fj").holds(offlineEvent(formula)).on("2019-06-01").isRecorded().position();
        }
        int texts = 0;
        String sheet = own.asAuditor().reads(export + "&waitFor=" + last).isFound().text().replace("\ufeff", "");
        for (CsvRecord row : CsvReader.builder().ofCsvRecord(sheet)) {
            for (String cell : row.getFields()) {
                assertThat(cell).as(row.toString()).doesNotContainPattern("\\A([=@\t\r]|[+-](?![0-9.]+\\z))");
                texts += cell.startsWith("'") ? 1 : 0;
            }
        }
        assertThat(texts).as(sheet).isGreaterThanOrEqualTo(export.startsWith("exports") ? Evil.FORMULAS.size() : 0);
    }

    /** A check that cannot fail is none: this one asks a door of which each answer is wrong in another way. */
    @Test
    void whatBreaksIsFound() throws Exception {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        broken.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            exchange.getRequestBody().readAllBytes();
            String text = switch (path) {
                case "/api/v1/trace" -> "<html>java.util.NoSuchElement</html>";
                case "/api/v1/template" -> "{\"text\": \"62615533\"}";
                default -> "{}";
            };
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", path.endsWith("page") ? "text/html" : "application/json");
            if (path.endsWith("smuggled")) {
                exchange.getResponseHeaders().set("X-Smuggled", "1");
            }
            int status = path.endsWith("failing")
                    ? 500
                    : path.endsWith("page") ? 400 : path.endsWith("busy") ? 503 : 200;
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        broken.setExecutor(THREADS);
        broken.start();
        try {
            List<Operation> operations = List.of("failing", "trace", "template", "page", "smuggled", "busy", "stale")
                    .stream().map(name -> new Operation("GET", "/api/v1/" + name, List.of(), List.of("a"), null, null,
                            List.of())).toList();
            Tally tally = HostileRun.of(broken.getAddress().getPort(), operations, Stage.of(ledger), () -> 0, 4);
            assertThat(String.join("\n", tally.faults().keySet())).contains("answered 500",
                    "tells of the inside: java.util.",
                    "a template calculated what was sent", "400 is no problem document but text/html",
                    "a header was smuggled into the answer", "503 without Retry-After", "reflects no position");
            assertThat(tally.told()).contains("curl --path-as-is -X $'GET'", "seed " + HostileRun.SEED);
        } finally {
            broken.stop(0);
        }
    }

    /** Nor would it be seen that something refused was written, if nobody looked. */
    @Test
    void whatIsWrittenThoughRefusedIsFound() throws Exception {
        long[] position = {0};
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            position[0]++;
            byte[] body = "{\"status\": 406, \"code\": \"x\", \"title\": \"x\", \"detail\": \"x\", \"errors\": []}"
                    .getBytes(
                            StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(406, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        broken.setExecutor(THREADS);
        broken.start();
        try {
            Operation command = new Operation("POST", "/api/v1/things", List.of(), List.of(), "application/json", null,
                    List.of());
            Tally tally = HostileRun.of(broken.getAddress().getPort(), List.of(command), Stage.of(ledger),
                    () -> position[0], 2);
            assertThat(String.join("\n", tally.faults().keySet())).contains("refused, and written all the same");
        } finally {
            broken.stop(0);
        }
    }
}
