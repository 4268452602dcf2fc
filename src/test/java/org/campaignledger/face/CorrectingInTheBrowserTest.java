package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A figure that was mistyped: its reporter asks, sees the effect first, and somebody else decides on what they see. */
@InTheBrowser
class CorrectingInTheBrowserTest {

    private final Face face;

    CorrectingInTheBrowserTest(Face face) {
        this.face = face;
    }

    private static String recordsAnEvent(Visitor reporter) {
        String title = "数字填错的一场 " + UUID.randomUUID();
        reporter.opens("/record?campaign=demo&kind=events");
        reporter.at("#events-title").fill(title);
        reporter.at("#events-place").fill("职工之家");
        reporter.at("#events-contacts").fill("410");
        reporter.at("#form-events button[type=submit]").click();
        assertThat(reporter.at("#done-position")).isVisible();
        return title;
    }

    /** By the register, to the record's own page, where the effect comes before the button that sends. */
    private static String asks(Visitor reporter, String title) {
        reporter.opens("/c/demo/registers/events?text=" + title.substring(title.length() - 12));
        reporter.at(".register tbody tr a").first().click();
        assertThat(reporter.at("#ask-send")).isHidden();
        reporter.at("#ask input[value=AMEND]").check();
        reporter.at("#ask [data-change='changes.contacts']").fill("41");
        reporter.at("#ask-reasonCode").selectOption("wrong-figure");
        reporter.at("#ask-reason").fill("多打了一个零");
        reporter.at("#ask-preview").click();
        assertThat(reporter.at("#preview-effect")).containsText("410");
        reporter.findsItAccessible().keepsAPicture("correction-preview-zh");
        reporter.at("#ask-send").click();
        assertThat(reporter.at("#done-correction")).isVisible();
        return String.valueOf(reporter.at("#done-correction").getAttribute("href"));
    }

    @Test
    void isAskedForWithItsEffectSeenAndDecidedBySomebodyElse() {
        Visitor reporter = face.signedIn(AccountOf.REPORTER);
        String title = recordsAnEvent(reporter);
        String correction = asks(reporter, title);
        reporter.opens(correction);
        assertThat(reporter.at("#decide-form")).hasCount(0);
        assertThat(reporter.at("#withdraw-form")).isVisible();

        Visitor checker = face.signedIn(AccountOf.CHECKER).opens(correction);
        assertThat(checker.at("#effect")).containsText("410");
        checker.findsItAccessible().seesNothingCutOff().keepsAPicture("correction-decide-zh");
        checker.at("#decide-form [data-action=approve]").click();
        assertThat(checker.at("#decide")).hasCount(0);
        assertThat(checker.at(".mark-APPROVED")).isVisible();

        reporter.opens("/c/demo/registers/events?text=" + title.substring(title.length() - 12));
        reporter.at(".register tbody tr a").first().click();
        assertThat(reporter.at(".facts del")).containsText("410");
        assertThat(reporter.at(".facts ins")).containsText("41");
        reporter.findsItAccessible().seesNothingCutOff().keepsAPicture("record-corrected-zh");
    }
}
