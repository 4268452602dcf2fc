package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A reporter's forms: earlier records that look the same are told while typing, and no script is needed to record. */
@InTheBrowser
class RecordingInTheBrowserTest {

    private final Face face;

    RecordingInTheBrowserTest(Face face) {
        this.face = face;
    }

    private static String recordsAnEvent(Visitor reporter, String title) {
        reporter.at("#events-title").fill(title);
        reporter.at("#events-place").fill("职工之家");
        reporter.at("#events-contacts").fill("41");
        reporter.at("#form-events button[type=submit]").click();
        return title;
    }

    @Test
    void anEventThatLooksLikeAnEarlierOneIsSaidWhileItIsTypedAndCanBeRecordedAllTheSame() {
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo&kind=events");
        String title = recordsAnEvent(reporter, "夜校开讲网络安全 " + UUID.randomUUID());
        assertThat(reporter.at("#done-position")).isVisible();
        reporter.at("#again").click();
        reporter.at("#events-title").pressSequentially(title.substring(0, title.length() - 2));
        assertThat(reporter.at("#form-events [data-alike] a")).hasCount(1);
        assertThat(reporter.at("#form-events [data-alike]")).containsText(title);
        reporter.keepsAPicture("record-alike");
        reporter.at("#events-title").fill("完全是另一件事情");
        assertThat(reporter.at("#form-events [data-alike]")).isHidden();
        recordsAnEvent(reporter, title + " 之二");
        assertThat(reporter.at("#done-position")).isVisible();
    }

    @Test
    void aPersonIsToldByAWholeNumberThatStandsInNoAddress() {
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo&kind=propagandists");
        List<String> asked = new ArrayList<>();
        reporter.page().onResponse((Response answer) -> asked.add(answer.url()));
        String phone = "138" + (10_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 89_999_999));
        reporter.at("#propagandists-person-name").fill("某人");
        reporter.at("#propagandists-person-phone").fill(phone);
        reporter.at("#form-propagandists button[type=submit]").click();
        assertThat(reporter.at("#done-position")).isVisible();
        reporter.at("#again").click();
        reporter.at("#propagandists-person-phone").fill(phone.substring(0, 10));
        reporter.at("#propagandists-person-phone").fill(phone);
        assertThat(reporter.at("#form-propagandists [data-alike] a")).hasCount(1);
        Assertions.assertThat(asked).isNotEmpty().noneMatch(url -> url.contains(phone));
    }

    @Test
    void aTabKeepsWhatWasTypedAndStandsInTheAddress() {
        Visitor reporter = face.signedIn(AccountOf.REPORTER).opens("/record?campaign=demo&kind=events");
        reporter.at("#events-title").fill("还没填完");
        reporter.at("#tab-reach-reports").click();
        assertThat(reporter.at("#reach-reports-direct")).isVisible();
        assertThat(reporter.page()).hasURL(java.util.regex.Pattern.compile(".*kind=reach-reports.*"));
        reporter.at("#tab-events").click();
        assertThat(reporter.at("#events-title")).hasValue("还没填完");
    }

    @Test
    void withoutAScriptARecordIsRefusedAtItsFieldMendedAndTold() {
        Visitor reporter = face.signedInWithoutScripts(AccountOf.REPORTER).meetsRefusals().opens(
                "/record?campaign=demo");
        reporter.at("#tab-events").click();
        String title = "没有脚本的一场 " + UUID.randomUUID();
        reporter.at("#events-title").fill(title);
        reporter.at("#events-place").fill("职工之家");
        reporter.at("#form-events button[type=submit]").click();
        assertThat(reporter.at("[data-field=contacts].is-wrong, #form-events .form-error").first()).isVisible();
        assertThat(reporter.at("#events-title")).hasValue(title);
        reporter.keepsAPicture("record-no-script");
        reporter.at("#events-contacts").fill("41");
        reporter.at("#form-events button[type=submit]").click();
        assertThat(reporter.at(".told")).isVisible();
    }
}
