package org.campaignledger.exchange.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.campaignledger.testing.DemoLedger;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.InTheSecondLane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demo season's reports, page by page, as pictures to be looked at in {@code target/report-pages} (docs/report.md):
 * none is empty, and nothing runs over the edge of the paper.
 */
@InTheSecondLane
class EveryPageOfAReportIsDrawnTest {

    private static final Path PICTURES = Path.of("target", "report-pages");
    private static final int DOTS_PER_INCH = 90;
    /** Six millimetres, on which printers print nothing: the line at the foot is the lowest that there is. */
    private static final int EDGE = DOTS_PER_INCH * 6 / 25;
    private static final int INK = 0xC8;

    private static DemoLedger demo;

    @BeforeAll
    static void aSeasonHasBeenPlayed() throws Exception {
        Files.createDirectories(PICTURES);
        demo = DemoLedger.begin("0.004").whenPlayed();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({"unit-preliminary, unit=FJ&kind=preliminary&on=2019-08-10, 6",
            "unit-final, unit=FJ&kind=final, 6", "unit-final-en, unit=FJ&kind=final&lang=en, 6",
            "category-preliminary, category=video&kind=preliminary, 4", "category-final, category=video&kind=final, 4",
            "national-preliminary-en, kind=preliminary&lang=en&on=2019-08-10, 10",
            "national-final-en, kind=final&lang=en, 10", "national-final, kind=final, 10"})
    void noPageIsEmptyAndNothingRunsOverTheEdge(String name, String query, int mostPages) throws Exception {
        Desk auditor = demo.ledger().asWhoeverIs("demo-auditor", DemoLedger.PASSWORD);
        byte[] pdf = auditor.reads("reports/summary.pdf?" + query).isFound().bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(1, mostPages);
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("??", "null", "{0}", "NaN");
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB);
                ImageIO.write(picture, "png", PICTURES.resolve(name + "-" + (page + 1) + ".png").toFile());
                int wide = picture.getWidth();
                int high = picture.getHeight();
                String where = name + ", page " + (page + 1);
                // More than the line at its foot.
                assertThat(ink(picture, EDGE, EDGE, wide - EDGE, high * 9 / 10)).as("ink on " + where)
                        .isGreaterThan(500);
                for (List<Integer> edge : List.of(List.of(0, 0, wide, EDGE), List.of(0, high - EDGE, wide, high),
                        List.of(0, 0, EDGE, high), List.of(wide - EDGE, 0, wide, high))) {
                    assertThat(ink(picture, edge.get(0), edge.get(1), edge.get(2), edge.get(3))).as(
                            "ink at the edge of "
                                    + where).isZero();
                }
            }
        }
    }

    /** Dots that are drawn upon, between these. */
    private static int ink(BufferedImage picture, int left, int top, int right, int bottom) {
        int dots = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                dots += (picture.getRGB(x, y) & 0xFF) < INK ? 1 : 0;
            }
        }
        return dots;
    }
}
