package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sheet is sent from a page, and what becomes of it is seen there. */
@InTheBrowser
class ImportInTheBrowserTest {

    private final Face face;

    ImportInTheBrowserTest(Face face) {
        this.face = face;
    }

    private static FilePayload sheet(String name) {
        String text = "单位,活动名称,类型,地点,见面职工人数,活动日期\nFJ,%s,线下活动,礼堂,12,2019-06-01\nFJ,坏的一行,线下活动,,十二,2019-06-01\n";
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return new FilePayload("sheet.csv", "text/csv",
                text.formatted(name).replace("2019-06-01", today).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSheetIsCheckedThenItsGoodRowsAreImported() {
        String name = "表里的一场 " + UUID.randomUUID();
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/c/demo/imports?kind=events");
        reporter.at("#import-file").setInputFiles(sheet(name));
        reporter.at(".import-steps .primary").click();
        assertThat(reporter.at("#standing [data-over]")).isVisible();
        assertThat(reporter.at("#problems")).containsText("地点");
        assertThat(reporter.at("#problems")).containsText("见面职工人数");
        reporter.keepsAPicture("import-checked-zh").seesNothingCutOff().findsItAccessible();
        reporter.opens("/c/demo/imports?kind=events");
        reporter.at("#import-file").setInputFiles(sheet(name));
        reporter.at(".import-steps button >> nth=1").click();
        assertThat(reporter.at("#standing [data-over]")).isVisible();
        assertThat(reporter.at(".import-counts dd >> nth=2")).hasText("1");
        reporter.opens("/c/demo/registers/events?text=" + name.substring(name.length() - 12));
        assertThat(reporter.at("table.register tbody tr")).hasCount(1);
        reporter.opens("/c/demo/imports");
        assertThat(reporter.at("table.register tbody tr").first()).isVisible();
        reporter.keepsAPicture("imports-zh").seesNothingCutOff();
    }
}
