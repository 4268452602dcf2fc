package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of those who run the ledger: who sees them, and whole jobs done in them without a script. */
@AtTheDoor
class AdminPagesTest {

    private static final String SECRET = "quiet-harbour-77";
    private static final Pattern ASKED = Pattern.compile("asked=([^&]+)");

    private final Ledger ledger;
    private final Desk admin;
    private final String campaign;
    private final String root;
    private final String api;

    AdminPagesTest(Ledger ledger) {
        this.ledger = ledger;
        this.admin = ledger.asAdmin();
        this.campaign = ledger.campaign();
        this.root = "/c/" + campaign;
        this.api = "/api/v1/campaigns/" + campaign;
    }

    private static String page(Desk who, String path, String language) {
        String html = who.gets(path + (path.contains("?") ? "&" : "?") + "lang=" + language).isFound().text();
        assertThat(html).doesNotContain("??", " style=", " onclick=");
        return html;
    }

    /** Fills in a form as it was drawn. */
    private static Answer fills(Desk who, String back, String form, String to, String... fields) {
        List<String> all = new ArrayList<>(List.of("_form", form, "_to", to, "_back", back, "_done", "", "_key",
                UUID.randomUUID().toString()));
        all.addAll(List.of(fields));
        return who.fills("/forms", all.toArray(String[]::new));
    }

    private static String told(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isEqualTo(303);
        return answer.location();
    }

    @Test
    void everyPageSpeaksBothLanguages() {
        List<String> paths = List.of(root + "/phases", root + "/close", root + "/sub-units?unit=FJ", root + "/quotas",
                root + "/categories/video/contacts", root + "/categories/video/judging/reversal", "/accounts",
                "/accounts?role=ADMIN&text=a", "/accounts/open/ADMIN", "/accounts/open/HOST",
                "/accounts/open/REPORTER", "/accounts/admin", "/accounts/admin/password", "/operations",
                "/campaigns/new?use=2019");
        for (String path : paths) {
            String english = page(admin, path, "en");
            String main = english.substring(english.indexOf("<main"), english.indexOf("</main>"));
            assertThat(page(admin, path, "zh")).as(path).contains("lang=\"zh-CN\"");
            if (!path.contains("contacts") && !path.contains("use=")) {
                assertThat(main.replaceAll("<td class=\"long\">[^<]*</td>", "")).as(path).doesNotContainPattern(
                        "[\\u4e00-\\u9fff]");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/phases", "/close", "/sub-units", "/quotas", "/admin",
            "/categories/video/judging/reversal"})
    void theCampaignIsRunByAnAdminAlone(String path) {
        for (Desk other : List.of(ledger.asAuditor(), ledger.as("fj"), ledger.as("host-video"))) {
            assertThat(other.gets(root + path).status()).isEqualTo(403);
        }
        assertThat(ledger.asNobody().gets(root + path).status()).isIn(302, 401);
        assertThat(admin.gets("/c/none" + path).status()).isEqualTo(404);
    }

    @Test
    void anAuditorReadsAccountsOperationsAndContactsAndChangesNothing() {
        for (String path : List.of("/accounts", "/operations", root + "/categories/video/contacts")) {
            assertThat(page(ledger.asAuditor(), path, "zh").replaceAll("<header.*?</header>", ""))
                    .doesNotContain("name=\"_to\"", "account-new");
            assertThat(ledger.as("fj").gets(path).status()).as(path).isEqualTo(403);
        }
        assertThat(ledger.asAuditor().gets("/accounts/open/JUDGE").status()).isEqualTo(403);
        assertThat(ledger.asAuditor().gets("/campaigns/new").status()).isEqualTo(403);
    }

    @Test
    void aPhaseIsOpenedAndExtendedAndTheLedgerSaysWhich() {
        String back = root + "/phases";
        assertThat(told(fills(admin, back, "open-JUDGE", api + "/phases/JUDGE/open", "reason", "提前评审")))
                .contains(back + "?told=");
        assertThat(page(admin, back, "zh")).containsPattern("(?s)id=\"phase-JUDGE\" data-state=\"OPEN\"")
                .contains("承办单位开始评审");
        Answer refused = fills(admin, back, "extend-JUDGE", api + "/phases/JUDGE/extend", "until", "", "reason",
                "延到年底");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"延到年底\"", "is-wrong", "autofocus", "请改正下面标红的内容").doesNotContain(
                "??");
        told(fills(admin, back, "close-JUDGE", api + "/phases/JUDGE/close"));
        assertThat(page(admin, back, "en")).contains("data-state=\"CLOSED\"");
    }

    @Test
    void aSecondPressOfTheButtonRecordsNothingAgain() {
        String[] form = {"_form", "sub-unit", "_to", api + "/units/FJ/sub-units", "_back", root + "/sub-units?unit=FJ",
                "_done", root + "/sub-units", "_key", "one-press-" + campaign, "code", "FJ-" + campaign.hashCode(),
                "name", "某市总工会"};
        String first = told(admin.fills("/forms", form));
        long head = ledger.head();
        assertThat(told(admin.fills("/forms", form))).isEqualTo(first);
        assertThat(ledger.head()).isEqualTo(head);
        assertThat(page(admin, root + "/sub-units", "zh")).contains("某市总工会", "福建省");
    }

    @Test
    void anAllocationIsAskedForAndWaitsForAnother() {
        String back = root + "/quotas";
        String[] fields = {"_numbers", "changes.events", "_keys", "changes:unit", "changes[BJ].events", "",
                "changes[FJ].events", "90", "changes[GD].events", "1,10", "reason", "按人数调整"};
        String asked = told(fills(admin, back, "allocations", api + "/allocations", fields));
        Matcher id = ASKED.matcher(asked);
        assertThat(id.find()).as(asked).isTrue();
        assertThat(admin.gets("/api/v1/corrections/" + id.group(1)).isShown().at("/changes").toString())
                .contains("FJ", "90", "GD", "110").doesNotContain("BJ");
        assertThat(page(admin, asked, "zh")).contains("按人数调整", "/corrections/" + id.group(1));
        assertThat(page(admin, back, "zh")).contains("data-now=\"100\"");
    }

    @Test
    void aWrongAllocationIsShownAtItsUnitWithWhatWasTyped() {
        Answer refused = fills(admin, root + "/quotas", "allocations", api + "/allocations", "_numbers",
                "changes.events", "_keys", "changes:unit", "changes[BJ].events", "", "changes[SH].events", "viel",
                "changes[FJ].events", "95", "reason", "写错了");
        assertThat(refused.status()).isIn(400, 422);
        assertThat(refused.text()).containsPattern("value=\"viel\"[^>]*aria-invalid=\"true\"|aria-invalid=\"true\""
                + "[^>]*value=\"viel\"").contains("value=\"95\"", "id=\"allocations-SH-wrong\"", "−5")
                .doesNotContain("??");
    }

    @Test
    void anAccountIsMadeInItsFormAndNoPasswordEverComesBack() {
        String back = "/accounts/open/REPORTER";
        Answer refused = fills(admin, back, "account", "/api/v1/accounts", "role", "REPORTER", "username",
                "two words", "password", SECRET, "scope", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"two words\"", "is-wrong").doesNotContain(SECRET, "??");
        Answer weak = fills(admin, back, "account", "/api/v1/accounts", "role", "REPORTER", "username",
                "weak-" + campaign, "password", "password123", "scope", "FJ");
        assertThat(weak.text()).contains("selected=\"selected\"").doesNotContain("password123");
        String name = "made-" + campaign;
        String made = told(fills(admin, back, "account", "/api/v1/accounts", "role", "REPORTER", "username", name,
                "password", " " + SECRET + " ", "scope", "FJ"));
        assertThat(made).contains("told=").doesNotContain(SECRET);
        Desk holder = ledger.asWhoeverIs(name, " " + SECRET + " ");
        assertThat(page(holder, "/accounts/" + name + "/password", "zh")).contains("/accounts/" + name);
        assertThat(holder.gets("/accounts/admin/password").status()).isEqualTo(404);
        told(fills(holder, "/accounts/" + name + "/password", "password", "/api/v1/accounts/" + name + "/password",
                "password", "other-harbour-88"));
        Desk changed = ledger.asWhoeverIs(name, "other-harbour-88");
        changed.gets("/accounts/" + name).isFound();
        told(fills(admin, "/accounts/" + name, "disable", "/api/v1/accounts/" + name + "/disable"));
        assertThat(changed.gets("/accounts/" + name).status()).isEqualTo(401);
        assertThat(page(admin, "/accounts/" + name, "zh")).contains("已停用").doesNotContain("set-password");
        assertThat(page(admin, "/accounts?text=" + name, "zh")).contains("data-account=\"" + name + "\"", "福建省");
    }

    @Test
    void aFurtherAdminIsARequest() {
        String asked = told(admin.fills("/forms", "_form", "account", "_to", "/api/v1/accounts", "_back",
                "/accounts/open/ADMIN", "_done", "/accounts", "_key", UUID.randomUUID().toString(), "role", "ADMIN",
                "username", "third-" + campaign, "password", SECRET));
        assertThat(asked).startsWith("/accounts?asked=");
        assertThat(page(admin, asked, "en")).contains("somebody else decides");
    }

    @Test
    void aContactIsNamedAndSeenByWhomItIsFor() {
        String path = root + "/categories/video/contacts";
        Matcher host = Pattern.compile("<option value=\"([^\"]+)\"").matcher(page(admin, path, "zh"));
        assertThat(host.find()).isTrue();
        String told = told(fills(admin, path, "contact", api + "/categories/video/contacts", "_flags", "public",
                "host", host.group(1), "name", "联络甲", "phone", "13800000012", "public", "true"));
        assertThat(page(admin, told, "zh")).contains("联络甲", "13800000012");
        Answer refused = fills(admin, path, "contact", api + "/categories/video/contacts", "_flags", "public",
                "host", host.group(1), "name", "联络乙", "phone", "12", "public", "true");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("value=\"联络乙\"", "checked=\"checked\"");
    }

    @Test
    void aRebuildIsStartedFromItsPageAndIsSeenThere() {
        assertThat(page(admin, "/operations", "en")).contains("data-projection=\"events\"", "Published checkpoint");
        String next = told(fills(admin, "/operations", "rebuild-contacts",
                "/api/v1/operations/projections/contacts/rebuild"));
        assertThat(next).contains("sent=rebuild-contacts");
        assertThat(page(admin, next, "en")).contains("The rebuild has begun.")
                .containsPattern("(?s)id=\"built-contacts\"[^>]*>.*?(Running|Done)");
        assertThat(fills(ledger.asAuditor(), "/operations", "rebuild-contacts",
                "/api/v1/operations/projections/contacts/rebuild").status()).isEqualTo(403);
    }

    @Test
    void aCampaignIsOpenedWithADefinitionAndWhatIsWrongIsShownAtItsLine() {
        String id = ledger.freshId();
        Campaigns definition = Campaigns.of2019(id);
        String wrong = definition.yaml().replaceFirst("events: 100", "events: 101");
        Answer refused = admin.fills("/campaigns/new", "_key", UUID.randomUUID().toString(), "text", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).containsPattern("data-line=\"[1-9]").contains("id=\"faults\"", "events: 101")
                .doesNotContain("??");
        Answer opened = admin.fills("/campaigns/new", "_key", UUID.randomUUID().toString(), "text",
                Campaigns.of2019(id).yaml());
        assertThat(opened.status()).as(opened::toString).isIn(302, 303);
        assertThat(opened.location()).contains("/c/" + id + "/phases?told=");
        assertThat(ledger.as("fj").fills("/campaigns/new", "_key", "k", "text", "a: b").status()).isEqualTo(403);
    }

    @Test
    void aCampaignIsClosedInASecondStep() {
        Ledger other = ledger.withAnotherCampaign();
        String there = "/c/" + other.campaign();
        assertThat(page(admin, there + "/phases", "zh")).contains("id=\"close-campaign\"").doesNotContain(
                "id=\"close-do\"");
        assertThat(page(admin, there + "/close", "zh")).contains("结束之后不能重新打开", "启动推进");
        told(fills(admin, there + "/close", "close", "/api/v1/campaigns/" + other.campaign() + "/close", "reason",
                "活动总结完毕"));
        assertThat(page(admin, there + "/phases", "en")).contains("Campaign closed").doesNotContain("close-campaign");
    }

    @Test
    void theReversalOfAClosingIsAskedForWhereItIsClosed() {
        JudgedCategory judged = new JudgedCategory(ledger);
        String path = "/c/" + judged.ledger().campaign() + "/categories/activity/judging";
        assertThat(page(admin, path, "zh")).contains("id=\"reopen\"");
        assertThat(page(judged.host(), path, "zh")).doesNotContain("id=\"reopen\"");
        assertThat(page(admin, path + "/reversal", "zh")).contains("没有结束").doesNotContain("reversal-do");
    }

    @Test
    void theReversalOfAClosingBecomesACorrectionThatAnotherDecidesOn() {
        JudgedCategory judged = new JudgedCategory(ledger);
        judged.scored();
        judged.closes().isDone();
        String path = "/c/" + judged.ledger().campaign() + "/categories/activity/judging/reversal";
        assertThat(page(admin, path, "en")).contains("ranking of 3 works", "value=\"" + judged.ledger().campaign()
                + "/activity\"");
        String[] fields = {"recordId", judged.ledger().campaign() + "/activity", "action", "REVERSE", "reasonCode",
                "eligibility", "reason", ""};
        Answer refused = fills(admin, path, "reversal", "/api/v1/corrections", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("selected=\"selected\"", "is-wrong");
        fields[7] = "一件作品不符合规则";
        assertThat(told(fills(admin, path, "reversal", "/api/v1/corrections", fields))).contains("told=");
        assertThat(page(ledger.as("checker"), "/corrections", "zh")).contains("一件作品不符合规则");
    }

    @Test
    void whatWasSetAsideIsTriedAgainOrGivenUpWithAReason() {
        long first = setAside(1, "an event that it cannot read");
        assertThat(page(admin, "/operations", "zh")).contains("data-letter=\"" + first + "\"",
                "an event that it cannot read");
        String letters = "/api/v1/operations/dead-letters/";
        Answer refused = fills(admin, "/operations", "discard-" + first, letters + first + "/discard", "reason", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).containsPattern("(?s)open=\"open\"[^>]*>\\s*<summary>放弃").contains("is-wrong");
        assertThat(told(fills(admin, "/operations", "discard-" + first, letters + first + "/discard", "reason",
                "测试写入，与展示无关"))).contains("/operations?told=");
        long second = setAside(2, "another one");
        String next = told(fills(admin, "/operations", "retry-" + second, letters + second + "/retry"));
        assertThat(page(admin, next, "en")).contains("It was tried again").doesNotContain("data-letter=");
    }

    private long setAside(long position, String cause) {
        return ledger.database().sql("""
            insert into dead_letter (projection, sequence, position, cause) values ('showcase', 'admin-pages', ?, ?)
            returning id""").param(position).param(cause).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/api/v1/accounts", "/%61pi/v1/accounts", "//elsewhere.example/c",
            "/c/../actuator/prometheus", "/c;x/../../actuator/health", "https://elsewhere.example/", "/operations\\x",
            "/log/checkpoint"})
    void aFormLeadsBackToPagesOnly(String back) {
        Answer answer = fills(ledger.as("fj"), back, "x", "/api/v1/accounts", "username", "x");
        assertThat(answer.status()).as(back).isEqualTo(404);
        assertThat(answer.text()).doesNotContain("ledger_", "jvm_");
    }

    @Test
    void aFormOfASessionNeedsItsToken() {
        String session = ledger.asNobody().fills("/login", "username", "admin", "password", "correct-horse-12")
                .cookie("LEDGERSESSION");
        assertThat(session).isNotEmpty();
        Desk browser = ledger.asNobody().sending("Cookie", session);
        assertThat(page(browser, "/accounts", "zh")).contains("data-account=\"admin\"");
        long head = ledger.head();
        Answer refused = fills(browser, root + "/phases", "close-MOBILISE", api + "/phases/MOBILISE/close");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(ledger.head()).isEqualTo(head);
    }
}
