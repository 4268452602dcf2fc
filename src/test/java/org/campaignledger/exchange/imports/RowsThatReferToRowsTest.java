package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Workbooks.csv;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** Rows that say which other row of the sheet they are distinct from: each behind that one, by windows, not without end. */
@AtTheDoor
class RowsThatReferToRowsTest {

    private static final String HEADER = "id,unit,kind,title,place,contacts,occurredOn,distinctFrom";
    /** More than are written side by side. */
    private static final int MORE_THAN_A_WINDOW = 1_200;
    private static final int MOST = 10_000;

    private final Desk fujian;

    RowsThatReferToRowsTest(Ledger ledger) {
        this.fujian = ledger.withAnotherCampaign().as("fj");
    }

    private static String row(int id, int from) {
        return "r" + id + ",FJ,线下活动,同名宣讲,礼堂,1,2019-06-01," + (from < 0 ? "" : "r" + from);
    }

    /** Every row refers to the one below it: the last is the first that can be written. */
    private static byte[] chain(int rows) {
        return csv(Stream.concat(Stream.of(HEADER), IntStream.range(0, rows)
                .mapToObj(i -> row(i, i == rows - 1 ? -1 : i + 1))).toArray(String[]::new));
    }

    @Test
    void aLongChainIsWrittenFromItsEndAndNothingOfItTwice() {
        byte[] sheet = chain(MORE_THAN_A_WINDOW);
        Importing done = Importing.of(fujian, "events", sheet).is("DONE", MORE_THAN_A_WINDOW, 0);
        assertThat(done.json().path("read").longValue()).isEqualTo(MORE_THAN_A_WINDOW);
        Importing.of(fujian, "events", sheet).is("DONE", MORE_THAN_A_WINDOW, 0).again(MORE_THAN_A_WINDOW);
        assertThat(fujian.reads("progress?unit=FJ").isShown().at("/units/0/metrics/events/actual").longValue())
                .isEqualTo(MORE_THAN_A_WINDOW);
    }

    @Test
    void rowsThatReferToEachOtherInACircleAreRefusedAndTheOthersAreNot() {
        Importing done = Importing.of(fujian, "events", csv(HEADER, row(1, 2), row(2, 1), row(3, -1), row(4, 3)))
                .is("DONE", 2, 2);
        assertThat(done.problems()).hasSize(2).allMatch(problem -> problem.startsWith("2 ") || problem.startsWith(
                "3 "));
    }

    @Test
    void moreThanCanWaitInMemoryAreRefusedBeforeAnythingIsWritten() {
        Importing refused = Importing.of(fujian, "events", chain(MOST + 2)).is("REFUSED", 0, 0)
                .isRefusedFor("too-many-references");
        assertThat(refused.register("events")).isEmpty();
        // Without ids there is nothing to refer to within the sheet, and nothing has to wait.
        Importing.dry(fujian, "events", csv(Stream.concat(Stream.of(HEADER.replace("id,unit", "unit")),
                IntStream.range(0, MOST + 2).mapToObj(i -> row(i, 0).replaceFirst("^[^,]+,", "")))
                .toArray(String[]::new))).is("DONE", 0, MOST + 2);
    }
}
