package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.campaignledger.platform.works.made.MadePicture;
import org.campaignledger.testing.DemoLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worker without an account, on a telephone: chooses where, sends a picture, keeps the receipt, follows the work. */
@InTheBrowser
class SelfServiceInTheBrowserTest {

    private static final Map<String, List<String>> WORDS = Map.of(
            "zh", List.of("作品已提交", "已提交，等待审核", "审核通过"),
            "en", List.of("The work has been submitted", "Submitted, to be checked", "Accepted"));

    private final Face face;

    SelfServiceInTheBrowserTest(Face face) {
        this.face = face;
    }

    private static String word(String language, int number) {
        return WORDS.getOrDefault(language, List.of()).get(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void aWorkerSubmitsAPictureAndFollowsWhatBecomesOfIt(String language) {
        Visitor worker = face.visitor(View.PHONE).opens("/c/demo/submit?lang=" + language).settles();
        worker.findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-choice-" + language);
        worker.at("a[href*='/c/demo/submit/photo']").click();
        assertThat(worker.at("#submit-form")).isVisible();
        worker.settles().findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-form-" + language);
        submits(worker, language);
        String code = worker.at("#receipt-code").innerText();
        Assertions.assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        worker.settles().findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-receipt-" + language);
        follows(worker, language, code);
    }

    private static void submits(Visitor worker, String language) {
        worker.at("#submit-form button[type=submit]").click();
        assertThat(worker.at("#upload.is-wrong, [data-field=work].is-wrong")).isVisible();
        worker.at("#work-file").setInputFiles(new FilePayload("手机照片.jpg", "image/jpeg",
                MadePicture.jpeg("工地清晨", 1200, 900, language.hashCode())));
        assertThat(worker.at("#upload-name")).hasText("手机照片.jpg");
        worker.at("[name='submitter.name']").fill("宇文投稿");
        worker.at("[name='submitter.phone']").fill("13800000091");
        worker.at("#work-unit").selectOption("FJ");
        worker.at("#work-title").fill("工地清晨 " + language);
        worker.at("#submit-form button[type=submit]").click();
        assertThat(worker.at("#receipt-code")).isVisible();
        assertThat(worker.at("#done-title")).hasText(word(language, 0));
        worker.at("#copy").click();
    }

    /** By the link, whose code no server is ever sent; then as somebody else who types it, once a host has looked. */
    private void follows(Visitor worker, String language, String code) {
        worker.at("#done-fate").click();
        assertThat(worker.page()).hasURL(Pattern.compile(".*/receipt#.*"));
        assertThat(worker.at("#fate-title")).hasText(word(language, 1));
        worker.settles().findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-fate-" + language);
        Visitor other = face.visitor(View.PHONE).meetsRefusals().opens("/c/demo/receipt?lang=" + language).settles();
        other.at("[name=code]").fill("0000-0000-0000-0000");
        other.at("#receipt-form button[type=submit]").click();
        assertThat(other.at("#receipt-form .form-error")).isVisible();
        accepts("工地清晨 " + language);
        other.at("[name=code]").fill(code.toLowerCase(Locale.ROOT).replace("-", " "));
        other.at("#receipt-form button[type=submit]").click();
        assertThat(other.at("#fate-title")).hasText(word(language, 2));
        Assertions.assertThat(other.at("main").innerText()).doesNotContain("宇文", "13800000091");
        other.findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-accepted-" + language);
    }

    /** As the door tells it ({@code SelfServiceTest}); the demo of today has awarded nothing yet. */
    @Test
    void anAwardIsToldOnThePage() {
        Visitor worker = face.visitor(View.PHONE).opens("/c/demo/receipt").settles();
        worker.page().route("**/api/v1/campaigns/demo/submissions/*", route -> route.fulfill(
                new Route.FulfillOptions().setStatus(200).setContentType("application/json").setBody("""
                    {"category": "photo", "unit": "FJ", "position": 7, "state": "RECOMMENDED",
                     "submittedOn": "2026-11-01", "acceptedOn": "2026-11-02", "recommendedOn": "2026-11-03",
                     "award": {"level": "二等奖", "on": "2026-11-20", "position": 9}}""")));
        worker.at("[name=code]").fill("0000-0000-0000-0001");
        worker.at("#receipt-form button[type=submit]").click();
        assertThat(worker.at("#fate-title")).hasText("已获奖");
        assertThat(worker.at("#fate-steps > li")).hasCount(4);
        assertThat(worker.at("#fate-steps > li").last()).containsText("二等奖");
        worker.findsItAccessible().seesNothingCutOff().keepsAPicture("self-service-awarded");
    }

    /** The host finds the work by its title; nobody needs the code for that. */
    private void accepts(String title) {
        Visitor host = face.visitor(View.DESKTOP);
        RequestOptions signedIn = RequestOptions.create().setHeader("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((AccountOf.HOST_OF_PHOTOS + ":" + DemoLedger.PASSWORD).getBytes(
                        StandardCharsets.UTF_8)));
        JsonNode found = JsonMapper.shared().readTree(host.context().request().get(face.url(
                "/api/v1/campaigns/demo/entries?state=SUBMITTED&text=" + URLEncoder.encode(title,
                        StandardCharsets.UTF_8)),
                signedIn).text());
        String entry = found.at("/items/0/id").stringValue();
        Assertions.assertThat(host.context().request().post(face.url("/api/v1/entries/" + entry + "/accept"), signedIn)
                .status()).isEqualTo(200);
    }
}
