package org.campaignledger.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Of several sheets the one is imported that can be; where two can, nobody guesses. */
@AtTheDoor
class OneSheetOfAWorkbookTest {

    private static final List<String> HEADER = List.of("单位", "基层工会名称", "动员日期");

    private final Desk fujian;

    OneSheetOfAWorkbookTest(Ledger ledger) {
        this.fujian = ledger.withAnotherCampaign().as("fj");
    }

    private record Sheet(boolean hidden, List<List<String>> rows) {}

    private static Sheet sheet(List<List<String>> rows) {
        return new Sheet(false, rows);
    }

    private static List<String> union(String name) {
        return List.of("FJ", name, "2019-06-01");
    }

    private static byte[] workbook(Sheet... sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            for (int i = 0; i < sheets.length; i++) {
                Worksheet sheet = workbook.newWorksheet("表" + i);
                for (int r = 0; r < sheets[i].rows().size(); r++) {
                    for (int c = 0; c < sheets[i].rows().get(r).size(); c++) {
                        sheet.value(r, c, sheets[i].rows().get(r).get(c));
                    }
                }
                if (sheets[i].hidden()) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
        }
        return out.toByteArray();
    }

    private List<String> names(Importing done) {
        List<String> names = new ArrayList<>();
        done.register("mobilizations").forEach(item -> names.add(item.at("/organization/name").stringValue()));
        return names;
    }

    @Test
    void twoSheetsThatCouldBothBeMeantAreRefused() throws IOException {
        Importing refused = Importing.of(fujian, "mobilizations", workbook(sheet(List.of(HEADER, union("六月"))),
                sheet(List.of(HEADER, union("七月"))))).isRefusedFor("several-sheets");
        assertThat(refused.register("mobilizations")).isEmpty();
        assertThat(refused.json().at("/refusal/message").stringValue()).contains("2 张工作表");
    }

    @Test
    void theOneThatIsVisibleOrHasRowsIsTaken() throws IOException {
        assertThat(names(Importing.of(fujian, "mobilizations", workbook(sheet(List.of(HEADER, union("可见"))),
                new Sheet(true, List.of(HEADER, union("隐藏"))))).is("DONE", 1, 0))).containsExactly("可见");
        assertThat(names(Importing.of(fujian, "mobilizations", workbook(sheet(List.of(HEADER)),
                sheet(List.of(HEADER, union("有行"))))).is("DONE", 1, 0))).containsExactly("有行", "可见");
    }

    @Test
    void aSheetThatOnlyTellsOfTheRecordsDoesNotStandInTheWay() throws IOException {
        assertThat(names(Importing.of(fujian, "mobilizations", workbook(sheet(List.of(List.of("单位", "合计"),
                List.of("FJ", "1"))), sheet(List.of(HEADER, union("明细"))))).is("DONE", 1, 0)))
                .containsExactly("明细");
    }
}
