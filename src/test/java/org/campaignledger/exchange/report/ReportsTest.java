package org.campaignledger.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.Forms.anEvent;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.campaignledger.subscription.model.BehindPlan;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The summing-up at the door: the same bytes, the right figures at any position, each within their scope. */
@AtTheDoor
class ReportsTest {

    private static final String TITLE = "=联合开展主题宣讲";

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk auditor;

    ReportsTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.auditor = ledger.asAuditor();
    }

    private long recorded() {
        Answer event = fujian.holds(anEvent().meeting(1_234)).on("2019-06-01").isRecorded();
        Answer other = fujian.holds(anEvent().meeting(77)).on("2019-06-02").isRecorded();
        Answer filed = fujian.posts(fujian.path("measures"), new Form().with("unit", "FJ").with("requirement", "THEME")
                .with("title", TITLE).with("on", "2019-06-20")).isRecorded();
        Answer done = ledger.as("checker").approves(fujian.asksFor(reversing(other)).isRecorded()).isDone();
        fujian.reads("measures?waitFor=" + filed.position()).isShown();
        assertThat(event.position()).isLessThan(done.position());
        return done.position();
    }

    private Answer report(Desk who, String ending, String query) {
        return who.reads("reports/summary." + ending + "?" + query).isFound();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf", "xlsx"})
    void theSamePositionGivesTheSameBytes(String ending) {
        long position = recorded();
        byte[] first = report(auditor, ending, "position=" + position).bytes();
        fujian.holds(anEvent()).on("2019-06-03").isRecorded();
        assertThat(report(auditor, ending, "position=" + position).bytes()).isEqualTo(first);
        assertThat(report(auditor, ending, "position=" + position + "&lang=en").bytes()).isNotEqualTo(first);
    }

    @Test
    void thePdfHoldsItsTypeAndTheFigures() throws Exception {
        long position = recorded();
        Answer answer = report(auditor, "pdf", "position=" + position);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.position()).isEqualTo(position);
        try (PDDocument document = Loader.loadPDF(answer.bytes())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
            assertThat(document.getDocumentInformation().getTitle()).contains("总结");
        }
        assertThat(text(answer.bytes())).contains("1,234", "100,000,000", "福建省", String.format("%,d", position),
                "怎样验证", "更正对数字的影响", "−77").containsPattern("第\\s*1\\s*页 / 共\\s*\\d+\\s*页");
        assertThat(text(report(auditor, "pdf", "position=" + position + "&lang=en").bytes())).contains("How to verify",
                "Fujian", "1,234").containsPattern("Page\\s*1\\s*of\\s*\\d+");
    }

    @Test
    void theCodeLeadsToWhereItIsVerified() throws Exception {
        long position = recorded();
        try (PDDocument document = Loader.loadPDF(report(auditor, "pdf", "position=" + position).bytes())) {
            assertThat(decoded(new PDFRenderer(document).renderImageWithDPI(0, 150))).endsWith("/c/" + ledger.campaign()
                    + "/sealed-log?position=" + position).startsWith("http");
        }
    }

    private static String decoded(BufferedImage page) throws Exception {
        // The code stands in the upper right.
        int x = page.getWidth() * 2 / 3;
        int high = page.getHeight() / 4;
        int wide = page.getWidth() - x;
        int[] pixels = page.getRGB(x, 0, wide, high, null, 0, wide);
        try {
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(wide, high,
                    pixels)))).getText();
        } catch (NotFoundException none) {
            throw new AssertionError("no code on the page", none);
        }
    }

    @Test
    void anEarlierPositionTellsOfEarlier() {
        Answer first = fujian.holds(anEvent().meeting(311)).on("2019-06-01").isRecorded();
        Answer second = fujian.holds(anEvent().meeting(211)).on("2019-06-05").isRecorded();
        String then = report(auditor, "html", "unit=FJ&position=" + first.position()).text();
        assertThat(then).contains(">311<").doesNotContain(">522<");
        assertThat(report(auditor, "html", "unit=FJ&waitFor=" + second.position()).text()).contains(">522<");
        assertThat(report(auditor, "html", "unit=FJ&on=2019-06-04&position=" + second.position()).text()).contains(
                ">311<", "只计 2019-06-04 及以前");
        assertThat(report(auditor, "html", "kind=preliminary&position=" + second.position()).text()).contains("初步总结");
    }

    private String plain(Desk who, String query) {
        return report(who, "html", query).text().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    /** Two entries of which one is taken back; the request to take back the other is rejected. */
    private long oneEntryIsTakenBack() {
        Form form = new Form().with("category", "activity").with("submitter.kind", "UNION")
                .with("submitter.name", "某市总工会").with("description", "线下活动，线上传播。");
        Answer gone = fujian.sentence("entries", form.with("title", "撤掉的")).asItIs().isRecorded();
        Answer stays = fujian.sentence("entries", form.with("title", "留下的")).asItIs().isRecorded();
        ledger.as("checker").approves(fujian.asksFor(reversing(gone)).isRecorded()).isDone();
        return ledger.as("checker").rejects(fujian.asksFor(reversing(stays)).isRecorded()).isDone().position();
    }

    @Test
    void aCategorysCorrectionsAreThoseThatTookEffectInIt() {
        String query = "position=" + oneEntryIsTakenBack();
        for (Desk who : List.of(auditor, ledger.as("host-activity"))) {
            assertThat(plain(who, query + "&category=activity")).contains("1 项更正已生效。", "作品 0 1")
                    .containsPattern("作品提交 \\S+ −1 ").doesNotContain("申请 ", "驳回");
        }
        assertThat(plain(auditor, query + "&category=video")).contains("没有更正过记录。")
                .doesNotContain("作品提交", "已生效");
        assertThat(plain(auditor, query + "&unit=FJ")).contains("申请 2 项，批准 1 项，驳回 1 项。")
                .containsPattern("作品提交 \\S+ −1 ");
        assertThat(plain(auditor, query + "&lang=en&category=activity")).contains("1 took effect.",
                "Entries: Submitted");
    }

    @Test
    void aUnitsPlanIsItsQuotasShareOfTheNations() {
        long position = recorded();
        JsonNode nation = auditor.reads("progress?position=" + position).isShown().at("/targets").valueStream()
                .filter(target -> target.path("metric").stringValue().equals("events")).findFirst().orElseThrow();
        long quota = auditor.reads("progress?unit=FJ&position=" + position).isShown()
                .at("/units/0/metrics/events/target").longValue();
        long planned = BehindPlan.of(quota, nation.path("target").longValue(), nation.path("planned").longValue(), 1)
                .planned();
        assertThat(planned).as("the season is over").isEqualTo(quota).isPositive();
        assertThat(plain(auditor, "unit=FJ&position=" + position)).containsPattern(quota + " 1 \\S+ " + planned + " −"
                + (planned - 1) + " ");
        Answer earlier = fujian.holds(anEvent()).on("2019-06-03").isRecorded();
        assertThat(plain(auditor, "unit=FJ&on=2019-06-02&position=" + earlier.position()))
                .containsPattern(quota + " 1 \\S+ \\d+ ").contains("计划：全国计划按配额", "计划 " + quota,
                        "没有记录", "细线为计划");
    }

    @Test
    void theWorkbookOpensAndRunsNothing() throws Exception {
        long position = recorded();
        byte[] file = report(fujian, "xlsx", "position=" + position).bytes();
        List<String> cells = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                for (Row row : sheet.read()) {
                    row.forEach(cell -> cells.add(cell == null ? "" : cell.getText()));
                }
            }
        }
        assertThat(cells).contains(Long.toString(position), "'" + TITLE, "1234", "福建省", "日志根");
        assertThat(cells).noneMatch(cell -> cell.startsWith("="));
    }

    @Test
    void eachReadsTheirOwnDetails() {
        long position = recorded();
        String query = "position=" + position;
        assertThat(report(fujian, "html", query).text()).contains(TITLE, "只列福建省", "更正对数字的影响");
        assertThat(report(ledger.as("gd"), "html", query).text()).contains("1,234", "只列广东省").doesNotContain(TITLE,
                "更正对数字的影响");
        assertThat(report(ledger.as("host-video"), "html", query + "&category=video").text()).contains("项目总结")
                .doesNotContain(TITLE);
        assertThat(report(ledger.as("judge-bj"), "html", query).text()).contains("1,234", "不列措施、奖项和更正")
                .doesNotContain(TITLE, "更正对数字的影响", "评选结果</h2>");
        assertThat(report(auditor, "html", query + "&unit=FJ").text()).contains(TITLE);
    }

    @ParameterizedTest
    @CsvSource({"fj, unit=GD, 403, foreign-unit", "fj, category=video, 403, foreign-category",
            "host-video, unit=FJ, 403, foreign-unit", "host-video, category=song, 403, foreign-category",
            "judge-bj, unit=BJ, 403, wrong-role", "auditor, unit=ATLANTIS, 422, unknown-unit",
            "auditor, category=dance, 422, unknown-category",
            "auditor, unit=FJ&category=video, 422, excludes-each-other",
            "auditor, kind=weekly, 422, unknown-constant", "auditor, position=99999999, 422, position-not-reached",
            "auditor, position=1&at=2019-06-01T00:00:00Z, 422, excludes-each-other",
            "auditor, position=1, 404, not-found"})
    void whatIsWrongIsSaid(String account, String query, int status, String code) {
        Desk who = ledger.as(account);
        for (String ending : List.of("html", "pdf", "xlsx")) {
            who.reads("reports/summary." + ending + "?" + query).isRefusedWith(status, code);
        }
    }

    @Test
    void whoIsNotSignedInReadsNone() {
        ledger.asNobody().reads("reports/summary.pdf").isRefusedWith(401, "not-signed-in");
        ledger.inCampaign("none").asAuditor().reads("reports/summary.html").isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({"fj, true, false", "host-video, false, true", "judge-bj, false, false", "auditor, true, true"})
    void thePageOffersWhatItsReaderMayChoose(String account, boolean units, boolean categories) {
        for (String language : List.of("zh", "en")) {
            String page = ledger.as(account).gets("/c/" + ledger.campaign() + "/report?lang=" + language).isFound()
                    .text();
            assertThat(page).contains("/reports/summary.html", "/reports/summary.pdf", "/reports/summary.xlsx")
                    .doesNotContain("??", " style=");
            assertThat(page.contains("name=\"unit\"")).isEqualTo(units);
            assertThat(page.contains("name=\"category\"")).isEqualTo(categories);
        }
        assertThat(ledger.asNobody().gets("/c/" + ledger.campaign() + "/report").status()).isIn(302, 401, 403);
    }
}
