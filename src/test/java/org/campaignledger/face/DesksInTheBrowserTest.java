package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whole jobs at the desks, from the sign-in to what the ledger says afterwards. */
@InTheBrowser
class DesksInTheBrowserTest {

    private final Face face;

    DesksInTheBrowserTest(Face face) {
        this.face = face;
    }

    private static void fillsInAnEvent(Visitor reporter, String title) {
        reporter.at("#events-title").fill(title);
        reporter.at("#events-place").fill("职工之家");
        reporter.at("#events-contacts").fill("41");
    }

    @Test
    void aReporterRecordsAndSomebodyElsesDashboardMoves() {
        Visitor onlooker = face.visitor(View.DESKTOP).opens("/c/demo");
        var figure = onlooker.at(".card[data-metric=contacts] [data-part=figure]");
        String before = figure.textContent();
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo");
        fillsInAnEvent(reporter, "浏览器里记下的一场 " + UUID.randomUUID());
        reporter.at("#form-events button[type=submit]").click();
        assertThat(reporter.at("#done-position")).isVisible();
        // Within a second of what the reporter is told (issue of the face).
        assertThat(figure).not().hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(1_000));
        reporter.at("#done-proof").click();
        assertThat(reporter.at("#event-number")).isVisible();
        assertThat(reporter.at("#event-facts")).containsText("浏览器里记下的一场");
    }

    @Test
    void whatIsWrongStandsAtItsFieldAndNothingTypedIsLost() {
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo");
        fillsInAnEvent(reporter, "没有人数的一场");
        reporter.at("#events-contacts").fill("");
        reporter.at("#form-events button[type=submit]").click();
        assertThat(reporter.at("#events-contacts")).hasAttribute("aria-invalid", "true");
        assertThat(reporter.at("#events-contacts")).isFocused();
        assertThat(reporter.at("#events-title")).hasValue("没有人数的一场");
        assertThat(reporter.at("#done-position")).isHidden();
    }

    @Test
    void aButtonPressedTwiceRecordsOnce() {
        String title = "按了两次的一场 " + UUID.randomUUID();
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo");
        fillsInAnEvent(reporter, title);
        reporter.at("#form-events button[type=submit]").dblclick();
        assertThat(reporter.at("#done-position")).isVisible();
        reporter.opens("/c/demo/registers/events?text=" + title.substring(title.length() - 12));
        assertThat(reporter.at(".register tbody tr")).hasCount(1);
    }

    @Test
    void anAuditorFollowsAFigureToItsProofAndChecksItHere() {
        Visitor auditor = face.signedIn(AccountOf.AUDITOR).opens("/c/2019?unit=FJ");
        auditor.at("#unit-figures tbody tr").nth(2).locator("a").click();
        assertThat(auditor.at("#explain-sum")).isVisible();
        auditor.at("#explain-rows tr a").first().click();
        assertThat(auditor.at("#event-number")).isVisible();
        auditor.at("#verify").click();
        assertThat(auditor.at("#verify-result")).hasAttribute("data-is", "holds");
    }

    @Test
    void aProofThatWasTamperedWithIsNamed() {
        Visitor auditor = face.signedIn(AccountOf.AUDITOR).opens("/c/2019/trail/60");
        auditor.page().route(Pattern.compile(".*/log/proof/.*"), route -> {
            String proof = route.fetch().text();
            int hash = proof.indexOf('\n', proof.indexOf("index")) + 5;
            char other = proof.charAt(hash) == 'A' ? 'B' : 'A';
            route.fulfill(new Route.FulfillOptions().setContentType("text/plain")
                    .setBody(proof.substring(0, hash) + other + proof.substring(hash + 1)));
        });
        auditor.at("#verify").click();
        assertThat(auditor.at("#verify-result")).hasAttribute("data-is", "fails");
        assertThat(auditor.at("#verify-steps li[data-is=fails]").first()).isVisible();
    }

    @Test
    void anAdminsPagesWorkWithoutAScript() {
        Visitor admin = face.signedInWithoutScripts(AccountOf.ADMIN).meetsRefusals().opens("/accounts/open/AUDITOR");
        String name = "browser-" + UUID.randomUUID().toString().substring(0, 8);
        admin.at("#account-username").fill(name);
        admin.at("#account-password").fill("kurz");
        admin.at("#account button[type=submit]").click();
        assertThat(admin.at("#account-username")).hasValue(name);
        assertThat(admin.at("#account-password")).hasValue("");
        admin.at("#account-password").fill("long-enough-12351");
        admin.at("#account button[type=submit]").click();
        assertThat(admin.at(".told")).isVisible();
        admin.opens("/accounts?text=" + name);
        assertThat(admin.at("#accounts tr[data-account=" + name + "]")).isVisible();
    }

    @Test
    void readingNeedsNoScript() {
        Visitor visitor = face.withoutScripts().opens("/c/2019");
        assertThat(visitor.at(".card")).hasCount(6);
        assertThat(visitor.at(".card[data-metric=events] [data-part=figure]")).not().isEmpty();
        assertThat(visitor.at("#ranking tbody tr:not([hidden])")).hasCount(12);
        visitor.at(".tile[data-code=FJ]").click();
        assertThat(visitor.at("#unit-figures tbody tr")).hasCount(6);
    }
}
