package org.campaignledger.platform.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import tools.jackson.databind.json.JsonMapper;

/** Every page can be drawn, in both languages, with its figures in it before any script runs. */
class PagesRenderTest {

    private static final Instant NOW = Instant.parse("2019-07-31T15:59:59Z");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final DashboardPages pages = new DashboardPages((campaign, moment) -> SampleCampaign.PROGRESS, () -> NOW,
            JsonMapper.shared(), (campaign, metric, position) -> JsonMapper.shared().createObjectNode());

    PagesRenderTest() {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(PagesConfiguration.pageMessages());
    }

    private String draw(String template, Language language, Map<String, Object> model) {
        MockServletContext servlets = new MockServletContext();
        JakartaServletWebApplication application = JakartaServletWebApplication.buildApplication(servlets);
        WebContext context = new WebContext(application.buildExchange(new MockHttpServletRequest(servlets),
                new MockHttpServletResponse()), language.locale(), model);
        return engine.process(template, context);
    }

    private static Map<String, Object> model(Language language, @Nullable String account, Role role) {
        Map<String, Object> model = new HashMap<>();
        model.put("frame", new PageFrame(language.tag(),
                List.of(new PageFrame.LanguageLink("en", "English", "?lang=en", language == Language.EN)),
                List.of(new PageFrame.CampaignLink("2019", "好网民")), account, "role." + role, null, List.of(), "2019",
                "/c/2019", "http://localhost/c/2019", "test-key", null));
        return model;
    }

    private String dashboard(Language language, PointInTime moment, @Nullable String unit) {
        Map<String, Object> model = model(language, null, Role.PUBLIC);
        model.put("page", pages.of(SampleCampaign.FACE, moment, unit, language, Actor.PUBLIC));
        model.put("ways", new Ways("2019", Actor.PUBLIC, moment));
        model.put("sealed", new SealedRoot("cm9vdA==", "1,234", true));
        return draw("dashboard", language, model);
    }

    @Test
    void theDashboardHasItsFiguresBeforeAnyScriptRuns() {
        assertThat(dashboard(Language.ZH, new PointInTime(null, null), null))
                .contains("截至 2019-07-31 23:59 · 第 1,234 号", "落后计划 92 场（−5.1%）", "差 150", "6,234.5",
                        "62,345,678", "福建省：完成 61 场，配额 100 场，还差 39 场", "做&lt;好&gt;网民", "310",
                        "台账根", "cm9vdA==", "封存 1,234 条")
                .doesNotContain("做<好>网民");
    }

    @Test
    void dataForScriptsCannotEndTheirElement() {
        String data = pages.of(SampleCampaign.FACE, new PointInTime(null, null), null, Language.ZH, Actor.PUBLIC)
                .scriptData();
        assertThat(data).doesNotContain("<").contains("\\u003c好");
    }

    @Test
    void thePastIsSaidToBeThePast() {
        PointInTime june = new PointInTime(null, LocalDate.parse("2019-06-20"));
        assertThat(dashboard(Language.ZH, june, null)).contains("您看到的是 2019-06-20 的情形", "is-past");
        assertThat(dashboard(Language.EN, new PointInTime(99L, null), null)).contains("as it stood at number 99");
    }

    @Test
    void aUnitCanBeLookedIntoWithoutScripts() {
        assertThat(dashboard(Language.EN, new PointInTime(null, null), "FJ")).contains(">Fujian<", "61.0%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error/403", "error/404", "error/500", "error"})
    void errorsNeedNoModel(String template) {
        assertThat(draw(template, Language.EN, Map.of())).contains("Back to the dashboard", "lang=\"en\"");
        assertThat(draw(template, Language.ZH, Map.of())).contains("回到仪表板");
    }

    @Test
    void theEmptyLedgerSaysHowToBegin() {
        Map<String, Object> admin = model(Language.ZH, "admin", Role.ADMIN);
        admin.putAll(Map.of("mayOpen", true, "scriptData", "{}"));
        assertThat(draw("empty", Language.ZH, admin)).contains("打开 2019 年活动", "empty.js");
        Map<String, Object> visitor = model(Language.EN, null, Role.PUBLIC);
        visitor.putAll(Map.of("mayOpen", false, "scriptData", "{}"));
        assertThat(draw("empty", Language.EN, visitor)).contains("Sign in as an administrator")
                .doesNotContain("open-campaign");
    }

    @Test
    void demoAccountsShowOnlyInTheDemo() {
        Map<String, Object> model = model(Language.ZH, null, Role.PUBLIC);
        model.putAll(Map.of("failed", true, "signedOut", false));
        assertThat(draw("login", Language.ZH, model)).contains("账号或密码不对").doesNotContain("演示账号");
        model.put("demoAccounts", List.of(new DemoAccount("fujian", "demo", "REPORTER", "FJ", "记一场活动")));
        assertThat(draw("login", Language.ZH, model)).contains("演示账号", "记一场活动");
    }

    @Test
    void aReporterFindsFourFormsAndOthersASentence() {
        Map<String, Object> model = model(Language.ZH, "fujian", Role.REPORTER);
        LocalDate day = LocalDate.parse("2019-07-31");
        model.put("page", new RecordPage("2019", "好网民", "OTHR", "其他产业",
                List.of(new RecordPage.Choice("OTHR", "其他产业"), new RecordPage.Choice("POST", "邮政")),
                LocalDate.parse("2019-05-01"), day, day, true, RecordPage.CHANNELS, "events", "{}"));
        assertThat(draw("record", Language.ZH, model)).contains("form-mobilizations", "form-propagandists",
                "form-events", "form-reach-reports", "邮政", "2019-05-01 至 2019-07-31");
        Map<String, Object> other = model(Language.ZH, "auditor", Role.AUDITOR);
        other.put("reason", "record.notReporter");
        assertThat(draw("record", Language.ZH, other)).contains("只有填报员可以记入台账").doesNotContain("<form class=\"form\"");
    }

    @Test
    void aPersonIsRevealedAndErasedByThoseWhoMay() {
        Map<String, Object> admin = model(Language.ZH, "admin", Role.ADMIN);
        admin.put("page", new PersonPage("2019", "r", true, true, "{}"));
        assertThat(draw("person", Language.ZH, admin)).contains("form-reveal", "查看个人信息", "form-erase", "永久销毁",
                "person.js");
        Map<String, Object> auditor = model(Language.EN, "auditor", Role.AUDITOR);
        auditor.put("page", new PersonPage("2019", "r", true, false, "{}"));
        assertThat(draw("person", Language.EN, auditor)).contains("Record and reveal").doesNotContain("form-erase");
        Map<String, Object> reporter = model(Language.EN, "fj", Role.REPORTER);
        reporter.put("page", new PersonPage("2019", "r", false, false, "{}"));
        assertThat(draw("person", Language.EN, reporter)).doesNotContain("form-reveal", "form-erase");
    }

    @Test
    void anUnknownLanguageReadsChinese() {
        assertThat(PagesConfiguration.language(Locale.FRENCH)).isEqualTo(Language.ZH);
    }
}
