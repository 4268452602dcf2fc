package org.campaignledger.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.person;
import static org.campaignledger.testing.Forms.visit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRow;
import org.campaignledger.exchange.sheet.SheetRows;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Forms;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers and queries go out as sheets, as whoever asks may see them. */
@AtTheDoor
class ExportTest {

    private Ledger ledger;
    private Desk fujian;

    ExportTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    @BeforeEach
    void aCampaignOfItsOwn() {
        ledger = ledger.withAnotherCampaign();
        fujian = ledger.as("fj");
    }

    private static List<List<String>> rows(Answer export) throws IOException {
        try (SheetFile file = SheetFile.open(new SeekableInMemoryByteChannel(export.isShown().bytes()), row -> row
                .cells()
                .stream().anyMatch(cell -> cell.text().equals("台账位置"))); SheetRows rows = file.rows()) {
            List<List<String>> all = new ArrayList<>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                SheetRow read = row.get();
                all.add(read.cells().stream().map(cell -> cell.text()).toList());
            }
            return all;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv"})
    void aRegisterIsExportedUnderItsFilters(String format) throws IOException {
        fujian.holds(visit("甲厂").with("contacts", 30)).on("2019-06-01").isRecorded();
        Answer last = fujian.holds(visit("乙厂").with("contacts", 40)).on("2019-07-01").isRecorded();
        List<List<String>> rows = rows(fujian.reads("exports/events." + format + "?from=2019-06-15&waitFor="
                + last.position()));
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).contains("单位", "类型", "企业", "见面职工人数", "活动日期", "台账位置");
        assertThat(rows.getLast()).contains("FJ", "入企走访", "乙厂", "40", "2019-07-01");
    }

    @Test
    void everyLineOfNdjsonIsARecord() {
        Answer one = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer export = fujian.reads("exports/mobilizations.ndjson?waitFor=" + one.position()).isShown();
        assertThat(export.text().lines()).hasSize(1).first().asString().contains(one.id());
        assertThat(export.header("Content-Disposition")).contains("mobilizations-" + export.position() + ".ndjson");
    }

    @Test
    void aWorkbookSaysWhatItIs() throws IOException {
        Answer one = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        byte[] book = fujian.reads("exports/mobilizations.xlsx?unit=FJ&waitFor=" + one.position()).isShown().bytes();
        try (SheetFile about = SheetFile.open(new SeekableInMemoryByteChannel(book), row -> row.cells().stream()
                .anyMatch(cell -> cell.text().equals(ledger.campaign()))); SheetRows rows = about.rows()) {
            StringBuilder said = new StringBuilder();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                row.get().cells().forEach(cell -> said.append(cell.text()).append('|'));
            }
            assertThat(said).contains("截至台账位置|", "unit|FJ|", "/c/" + ledger.campaign() + "/sealed-log");
        }
    }

    @Test
    void whoTheyAreIsExportedToTheirUnitAlone() {
        Answer one = fujian.recruits(person("司徒导出").phone(aPhone())).on("2019-06-01").isRecorded();
        String wait = "exports/propagandists.csv?waitFor=" + one.position();
        assertThat(fujian.reads(wait).isShown().text()).contains("司徒导出");
        assertThat(ledger.asAuditor().reads(wait).isShown().text()).contains("司***").doesNotContain("司徒导出");
        assertThat(ledger.as("gd").reads(wait).isShown().text()).doesNotContain("司徒").doesNotContain("司***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "csv", "ndjson"})
    void whoMayNotReadARegisterIsRefusedItsExportInTheSameWords(String format) {
        ledger.as("host-activity").reads("events").isRefusedWith(403, "wrong-role");
        ledger.as("host-activity").reads("exports/events." + format).isRefusedWith(403, "wrong-role");
    }

    @Test
    void aTextThatWouldRunIsDefused() throws IOException {
        Answer one = fujian.holds(visit("=HYPERLINK(\"http://example.org\")")).on("2019-06-01").isRecorded();
        String wait = "?waitFor=" + one.position();
        assertThat(fujian.reads("exports/events.csv" + wait).isShown().text()).contains("'=HYPERLINK");
        assertThat(rows(fujian.reads("exports/events.xlsx" + wait)).getLast())
                .contains("=HYPERLINK(\"http://example.org\")");
    }

    @Test
    void anExportIsAsOfAPosition() throws IOException {
        Answer first = fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        Answer second = fujian.mobilizes(aUnion()).on("2019-06-02").isRecorded();
        assertThat(rows(fujian.reads("exports/mobilizations.csv?position=" + first.position() + "&waitFor="
                + second.position()))).hasSize(2);
        assertThat(rows(fujian.reads("exports/mobilizations.csv?at=2999-01-01T00:00:00Z&waitFor=" + second
                .position()))).hasSize(3);
        fujian.reads("exports/mobilizations.csv?position=99999999").isRefusedWith(422, "position-not-reached");
        fujian.reads("exports/mobilizations.csv?from=tomorrow").isRefusedWith(400, "malformed");
    }

    /** Where there is but one page, an instant is a day as well: the plan is that of the day asked for. */
    @Test
    void figuresAtAnInstantAreThoseOfItsDay() {
        Answer one = fujian.holds(visit("丁厂").with("contacts", 30)).on("2019-06-01").isRecorded();
        String at = "at=2999-01-01T00:00:00Z&waitFor=" + one.position();
        JsonNode asked = fujian.reads("progress?" + at).isShown().json().path("targets").get(0);
        Answer export = fujian.reads("exports/targets.ndjson?" + at).isShown();
        assertThat(JsonMapper.shared().readTree(export.text().lines().findFirst().orElseThrow()).path("planned"))
                .isEqualTo(asked.path("planned"));
        assertThat(export.position()).isEqualTo(one.position());
    }

    @Test
    void queriesAreExportedToo() {
        Answer one = fujian.holds(visit("丙厂").with("contacts", 30)).on("2019-06-01").isRecorded();
        String wait = "?waitFor=" + one.position();
        assertThat(fujian.reads("exports/progress.csv" + wait).isShown().text().lines()).hasSize(36)
                .anyMatch(line -> line.startsWith("FJ,"));
        assertThat(fujian.reads("exports/targets.csv" + wait).isShown().text()).contains("events,3000,1,");
        assertThat(ledger.asAuditor().reads("exports/trail.csv" + wait).isShown().text()).contains("EventHeld");
        for (String name : List.of("corrections", "categories", "showcase", "entries", "reach-reports")) {
            fujian.reads("exports/" + name + ".xlsx" + wait).isShown();
        }
        ledger.asAuditor().reads("exports/trail.csv?position=" + one.position()).isRefusedWith(422, "no-moment");
        fujian.reads("exports/secrets.csv").isRefusedWith(404, "not-found");
        fujian.reads("exports/events.doc").isRefusedWith(404, "not-found");
        ledger.asNobody().reads("exports/events.csv").isRefusedWith(401, "not-signed-in");
    }

    @Test
    void numbersThatASpreadsheetWouldCutAreMarkedAsTextsInCsv() {
        String number = Stream.generate(Forms::anIdNumber).filter(one -> !one.endsWith("X")).findFirst().orElseThrow();
        String phone = aPhone();
        Answer one = fujian.recruits(person("长号").idNumber(number).phone(phone)).on("2019-06-01").isRecorded();
        assertThat(fujian.reads("exports/propagandists.csv?waitFor=" + one.position()).isShown().text())
                .contains(",'" + number + "," + phone + ",");
    }

    @Test
    void thePostingsBehindAFigureAreExportedWithTheFigure() {
        fujian.holds(visit("甲厂").with("contacts", 30)).on("2019-06-01").isRecorded();
        Answer last = fujian.holds(visit("乙厂").with("contacts", 40)).on("2019-06-02").isRecorded();
        List<String> lines = fujian.reads("exports/explain.csv?metric=contacts&unit=FJ&waitFor=" + last.position())
                .isShown().text().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).contains("台账位置", "事件", "记录", "入账数", "日期");
        assertThat(lines.getLast()).startsWith(last.position() + ",EventHeld," + last.id() + ",FJ,,40,2019-06-02");
        fujian.reads("exports/explain.csv?unit=FJ").isRefusedWith(422, "missing");
    }

    @Test
    void anExportedRegisterComesBackTheSame() throws IOException {
        Answer first = fujian.holds(visit("回厂").with("contacts", 30)).on("2019-06-01").isRecorded();
        fujian.holds(visit("回厂").with("contacts", 12).with("distinctFrom", first.id())).on("2019-06-01").isRecorded();
        Answer last = fujian.holds(visit("+回厂").with("contacts", 9)).on("2019-06-03").isRecorded();
        for (String format : List.of("xlsx", "csv")) {
            byte[] sheet = fujian.reads("exports/events." + format + "?waitFor=" + last.position()).isShown().bytes();
            Ledger empty = ledger.withAnotherCampaign();
            Answer taken = empty.as("fj").uploads(empty.as("fj").path("imports/events"), sheet);
            org.awaitility.Awaitility.await().until(() -> empty.as("fj").gets(taken.location()).isShown().at("/state")
                    .stringValue().equals("DONE"));
            assertThat(empty.as("fj").gets(taken.location()).at("/written").longValue()).isEqualTo(3);
            assertThat(contents(empty)).isEqualTo(contents(ledger));
            assertThat(empty.as("fj").reads("progress?unit=FJ").isShown().at("/units/0/metrics"))
                    .isEqualTo(fujian.reads("progress?unit=FJ").isShown().at("/units/0/metrics"));
        }
    }

    /** The register without what is the ledger's own: ids and positions. */
    private static List<String> contents(Ledger of) {
        List<String> contents = new ArrayList<>();
        of.as("fj").reads("events?limit=500").isShown().at("/items").forEach(item -> contents.add(item.path(
                "enterprise")
                + " " + item.path("occurredOn") + " " + item.path("contacts") + " " + item.path("kind") + " "
                + item.path("title") + " " + item.has("distinctFrom")));
        return contents.stream().sorted().toList();
    }
}
