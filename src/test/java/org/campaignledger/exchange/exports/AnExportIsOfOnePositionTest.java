package org.campaignledger.exchange.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.visit;
import static org.campaignledger.testing.Workbooks.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.campaignledger.exchange.imports.Importing;
import org.campaignledger.exchange.sheet.SheetFile;
import org.campaignledger.exchange.sheet.SheetRows;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** All pages of an export, its name, its header and its sheet about itself are of the position that was asked for. */
@AtTheDoor
class AnExportIsOfOnePositionTest {

    /** More than a page, so that the oldest record stands on the second one. */
    private static final int MORE_THAN_A_PAGE = 205;

    private final Ledger ledger;
    private final Desk fujian;

    AnExportIsOfOnePositionTest(Ledger ledger) {
        this.ledger = ledger.withAnotherCampaign();
        this.fujian = this.ledger.as("fj");
    }

    /** The sheet of a workbook in whose first row this text stands, row by row. */
    private static List<List<String>> sheet(Answer export, String inItsFirstRow) throws IOException {
        try (SheetFile file = SheetFile.open(new SeekableInMemoryByteChannel(export.isShown().bytes()), row -> row
                .cells().stream().anyMatch(cell -> cell.text().equals(inItsFirstRow))); SheetRows rows = file.rows()) {
            List<List<String>> all = new ArrayList<>();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                all.add(row.get().cells().stream().map(cell -> cell.text()).toList());
            }
            return all;
        }
    }

    private String rootAt(long position) {
        return ledger.asNobody().gets("/log/checkpoint?size=" + position).isFound().text().lines().skip(2).findFirst()
                .orElseThrow();
    }

    /** Asserts that an export is of this position wherever it says so, and that the oldest record is in this state. */
    private void isOf(Answer export, long position, String stateOfTheOldest) throws IOException {
        assertThat(export.position()).isEqualTo(position);
        assertThat(export.header("Content-Disposition")).contains("-events-" + position + ".xlsx");
        List<List<String>> rows = sheet(export, "台账位置");
        assertThat(rows).hasSize(1 + MORE_THAN_A_PAGE);
        assertThat(rows.getLast()).contains("最早的厂", stateOfTheOldest);
        assertThat(sheet(export, ledger.campaign())).contains(List.of("截至台账位置", Long.toString(position)),
                List.of("封存条数", Long.toString(position)), List.of("台账根", rootAt(position)));
    }

    @Test
    void whatWasTakenBackLaterStandsAsItStoodOnEveryPage() throws IOException {
        Answer oldest = fujian.holds(visit("最早的厂")).on("2019-06-01").isRecorded();
        Importing.of(fujian, "events", csv(Stream.concat(Stream.of("单位,类型,活动名称,企业,见面职工人数,活动日期"),
                IntStream.range(1, MORE_THAN_A_PAGE).mapToObj(i -> "FJ,入企走访,走访,第" + i + "厂,1,2019-06-02"))
                .toArray(String[]::new))).is("DONE", MORE_THAN_A_PAGE - 1, 0);
        long before = ledger.head();
        String moment = ledger.progressAfter(before).path("asOf").stringValue();
        long after = ledger.as("checker").approves(fujian.asksFor(reversing(oldest)).isRecorded()).isDone().position();

        isOf(fujian.reads("exports/events.xlsx?position=" + before + "&waitFor=" + after), before, "RECORDED");
        isOf(fujian.reads("exports/events.xlsx?at=" + moment + "&waitFor=" + after), before, "RECORDED");
        Answer now = fujian.reads("exports/events.xlsx?waitFor=" + after);
        isOf(now, now.position(), "REVERSED");
        assertThat(now.position()).isGreaterThanOrEqualTo(after);
        assertThat(fujian.reads("events?position=" + before + "&waitFor=" + after).isShown().position())
                .isEqualTo(before);
        assertThat(fujian.reads("events/" + oldest.id() + "?position=" + before).isShown().position())
                .isEqualTo(before);
    }

    @Test
    void aMomentThatCannotBeIsRefusedAsTheQueryDoes() {
        fujian.reads("exports/events.xlsx?position=1&at=2019-06-01T00:00:00Z").isRefusedWith(422,
                "excludes-each-other");
        fujian.reads("exports/events.xlsx?at=yesterday").isRefusedWith(400, "malformed");
        fujian.reads("exports/events.xlsx?on=yesterday").isRefusedWith(400, "malformed");
        for (String name : List.of("trail", "showcase", "ranking")) {
            for (String moment : List.of("position=1", "at=2019-06-01T00:00:00Z", "on=2019-06-01")) {
                ledger.asAuditor().reads("exports/" + name + ".csv?category=video&" + moment)
                        .isRefusedWith(422, "no-moment");
            }
        }
    }
}
