package org.campaignledger.face;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.campaignledger.platform.works.made.MadePicture;
import org.junit.jupiter.api.Test;

/** Reading and the forms, in a browser that runs no scripts. */
@InTheBrowser
class WithoutScriptsInTheBrowserTest {

    private final Face face;

    WithoutScriptsInTheBrowserTest(Face face) {
        this.face = face;
    }

    @Test
    void theSeasonAndTheLatestRecordsAreTables() {
        Visitor reader = face.withoutScripts().opens("/c/2019?on=2019-08-15");
        reader.at("#season noscript a, #season a").first().click();
        assertThat(reader.at(".notice")).containsText("2019-08-15");
        assertThat(reader.at("#season-days tbody tr").first()).isVisible();
        Assertions.assertThat(reader.at("#season-days tbody th").first().innerText()).isLessThanOrEqualTo("2019-08-15");
        assertThat(reader.at("#latest-records tbody tr").first()).isVisible();
        reader.at("#s-metric").selectOption("contacts");
        reader.at(".filter button").click();
        assertThat(reader.page()).hasURL(Pattern.compile(".*metric=contacts.*"));
        assertThat(reader.at("#season-days tbody tr").first()).isVisible();
        reader.keepsAPicture("season-no-script");
    }

    @Test
    void theWorksOfTheShowcaseAreATable() {
        Visitor reader = face.withoutScripts().opens("/c/2019/showcase");
        assertThat(reader.at("#works-table tbody tr").first()).isVisible();
        reader.keepsAPicture("showcase-no-script");
    }

    @Test
    void aWorkIsSubmittedWithoutAnAccountAndFollowedByItsCode() {
        Visitor worker = face.withoutScripts().meetsRefusals().opens("/c/demo/submit/photo");
        worker.at("#plain-file").setInputFiles(new FilePayload("照片.jpg", "image/jpeg",
                MadePicture.jpeg("没有脚本", 1200, 900, 12351)));
        worker.at("#file-form button").click();
        assertThat(worker.at(".told")).isVisible();
        worker.at("#work-title").fill("没有脚本的清晨");
        worker.at("#submit-form button[type=submit]").click();
        assertThat(worker.at("#submit-form .is-wrong").first()).isVisible();
        assertThat(worker.at("#work-title")).hasValue("没有脚本的清晨");
        assertThat(worker.at(".told")).isVisible();
        worker.keepsAPicture("submit-no-script");
        worker.at("[name='submitter.name']").fill("宇文投稿");
        worker.at("[name='submitter.phone']").fill("13800000092");
        worker.at("#work-unit").selectOption("FJ");
        worker.at("#submit-form button[type=submit]").click();
        String code = worker.at("#receipt-code").innerText();
        Assertions.assertThat(code).matches("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");
        worker.keepsAPicture("receipt-told-no-script");

        worker.at("#done-fate").click();
        worker.at("#receipt-code").fill("0000-0000-0000-0000");
        worker.at("#receipt-form button").click();
        assertThat(worker.at("#receipt-form .form-error")).isVisible();
        worker.at("#receipt-code").fill(code);
        worker.at("#receipt-form button").click();
        assertThat(worker.at("#fate-title")).hasText("已提交，等待审核");
        assertThat(worker.at("#fate-steps li")).hasCount(3);
        Assertions.assertThat(worker.page().url()).doesNotContain(code);
        worker.keepsAPicture("receipt-no-script");
    }

    @Test
    void aPersonIsRevealedForAReasonAndThenErased() {
        Visitor admin = face.signedInWithoutScripts(AccountOf.ADMIN).meetsRefusals();
        String page = new TheDemo(face).fills("/propagandists/2019/{person}");
        admin.opens(page);
        assertThat(admin.at("#person-state")).hasText("个人信息已打码。");
        String masked = admin.at("[data-person=name]").innerText();
        admin.at("#form-reveal button").click();
        assertThat(admin.at("#form-reveal .is-wrong, #form-reveal .form-error").first()).isVisible();
        admin.at("#reveal-reason").fill("核对 2019 年 7 月的名单");
        admin.at("#form-reveal button").click();
        assertThat(admin.at("#person-state")).containsText("离开此页后不再显示");
        assertThat(admin.at("[data-person=name]")).not().hasText(masked);
        admin.opens(page);
        assertThat(admin.at("[data-person=name]")).hasText(masked);
        admin.at("#erase-reason").fill("本人要求");
        admin.at("#erase-confirmed").check();
        admin.at("#erase-submit").click();
        assertThat(admin.at("#person-state")).hasText("此人的个人信息已经销毁。");
        assertThat(admin.at("#form-erase")).isHidden();
        admin.keepsAPicture("person-erased-no-script");
    }
}
