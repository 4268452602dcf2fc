package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** The dashboard as people use it. */
@InTheBrowser
class DashboardInTheBrowserTest {

    private final Face face;

    DashboardInTheBrowserTest(Face face) {
        this.face = face;
    }

    @Test
    void itIsDrawnWholeOnADesk() {
        Visitor visitor = face.visitor(View.DESKTOP).opens("/c/2019");
        assertThat(visitor.at("#season-chart canvas")).isVisible();
        assertThat(visitor.at("#latest li").first()).isVisible();
        visitor.seesNothingCutOff().findsItAccessible().keepsAPicture("dashboard");
    }
}
