package org.campaignledger.face;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page is on paper: what it says, and nothing of what could be pressed. */
@InTheBrowser
class PrintedPagesTest {

    /** A4 without its margins, at 96 dots to the inch. */
    private static final int PAPER = 703;
    private static final int HIGH = 1009;

    private final Face face;

    PrintedPagesTest(Face face) {
        this.face = face;
    }

    @ParameterizedTest
    @CsvSource({"dashboard,admin,/c/2019", "trail,demo-auditor,/c/2019/trail", "event,demo-auditor,/c/2019/trail/60"})
    void holdsNoNavigationAndNothingWiderThanThePaper(String name, String who, String path) {
        Visitor reader = face.signedIn(who).opens(path).settles();
        reader.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        reader.page().setViewportSize(PAPER, HIGH);
        for (String hidden : List.of("nav", "button", "input", "form", ".masthead", ".rail", "video")) {
            assertThat(reader.page().evaluate("(what) => [...document.querySelectorAll(what)]"
                    + ".filter((each) => each.checkVisibility()).length", hidden)).as(hidden).isEqualTo(0);
        }
        assertThat(reader.page().evaluate("() => getComputedStyle(document.querySelector('h1')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(reader.at(".on-paper").textContent()).contains(path);
        assertThat(reader.at("h1").first().isVisible()).isTrue();
        // What a figure on paper can be held to.
        assertThat(reader.at(".root code").isVisible()).isEqualTo(name.equals("dashboard"));
        reader.seesNothingCutOff().keepsAPicture("printed-" + name);
        assertThat(reader.page().pdf(new Page.PdfOptions().setFormat("A4")).length).isGreaterThan(10_000);
    }
}
