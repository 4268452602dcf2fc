package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.campaignledger.platform.correction.FourEyes;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.AuthenticatorApp;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A second factor from its beginning to its end: what an app shows is asked for, and what each step leaves in the ledger. */
@AtTheDoor
class SecondFactorTest {

    private static final String PASSWORD = "a-long-password-1";

    private final Ledger ledger;

    SecondFactorTest(Ledger ledger) {
        this.ledger = ledger;
    }

    /** An AUDITOR of this name with a browser that is signed in. */
    private Desk auditor(String name) {
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", name).with("password", PASSWORD)
                .with("role", "AUDITOR")).isRecorded();
        return signsIn(name);
    }

    private Desk signsIn(String name) {
        Answer answer = ledger.asNobody().fills("/login", "username", name, "password", PASSWORD);
        assertThat(answer.status()).isEqualTo(302);
        return ledger.asNobody().sending("Cookie", answer.cookie("LEDGERSESSION"));
    }

    private static String path(String name) {
        return "/api/v1/accounts/" + name + "/second-factor";
    }

    private static String code(String secret, int stepsFromNow) {
        return AuthenticatorApp.code(secret, stepsFromNow);
    }

    private record Enrolled(Desk browser, String secret, List<String> recoveryCodes, long position) {}

    /** Over the contract, by HTTP Basic, as long as that is enough. */
    private Enrolled enrols(String name) {
        Desk browser = auditor(name);
        Desk program = ledger.asWhoeverIs(name, PASSWORD);
        Answer begun = program.posts(path(name));
        assertThat(begun.at("/state").stringValue()).isEqualTo("BEGUN");
        String secret = begun.at("/secret").stringValue();
        assertThat(begun.at("/uri").stringValue()).startsWith("otpauth://totp/").contains(secret, name);
        program.posts(path(name) + "/confirm", new Form().with("code", "000000x")).isRefusedWith(422, "wrong-code");
        Answer confirmed = program.posts(path(name) + "/confirm", new Form().with("code", code(secret, 0))).isDone();
        List<String> codes = confirmed.json().path("recoveryCodes").valueStream().map(JsonNode::asString).toList();
        assertThat(codes).hasSize(10);
        return new Enrolled(browser, secret, codes, confirmed.position());
    }

    private Answer signsIn(String name, String code) {
        Answer password = ledger.asNobody().fills("/login", "username", name, "password", PASSWORD);
        assertThat(password.location()).endsWith("/login/code");
        return ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION")).fills("/login/code", "code", code);
    }

    @Test
    void fromTheConfirmationOnThePasswordAloneIsNotEnough() {
        Enrolled anna = enrols("factor-anna");
        ledger.asWhoeverIs("factor-anna", PASSWORD).reads("trail").isRefusedWith(401, "second-factor-needed");
        anna.browser().reads("trail").isRefusedWith(401, "not-signed-in");
        JsonNode shown = ledger.asAdmin().gets(path("factor-anna")).isShown().json();
        assertThat(shown.path("state").asString()).isEqualTo("ENROLLED");
        assertThat(shown.path("recoveryCodesLeft").asInt()).isEqualTo(10);
        assertThat(shown.has("secret")).isFalse();
        assertThat(ledger.asAdmin().gets("/api/v1/accounts/factor-anna").at("/secondFactor").asBoolean()).isTrue();
    }

    @Test
    void aCodeSignsInOnce() {
        Enrolled bert = enrols("factor-bert");
        // That of the confirmation was taken; the next one is early, and taken as well.
        assertThat(signsIn("factor-bert", code(bert.secret(), 0)).location()).contains("/login/code?error");
        String next = code(bert.secret(), 1);
        Answer answer = signsIn("factor-bert", next);
        assertThat(answer.location()).doesNotContain("/login");
        ledger.asNobody().sending("Cookie", answer.cookie("LEDGERSESSION")).reads("trail").isShown();
        assertThat(signsIn("factor-bert", next).location()).as("seen over a shoulder").contains("/login/code?error");
    }

    @Test
    void aRecoveryCodeSignsInOnceAndIsAFact() {
        Enrolled carl = enrols("factor-carl");
        String code = carl.recoveryCodes().get(3);
        Answer answer = signsIn("factor-carl", code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        Desk browser = ledger.asNobody().sending("Cookie", answer.cookie("LEDGERSESSION"));
        browser.reads("trail").isShown();
        long head = ledger.head();
        assertThat(ledger.asAuditor().gets("/api/v1/trail/" + head + "?waitFor=" + head).isShown().at("/type")
                .stringValue()).isEqualTo("RecoveryCodeUsed");
        assertThat(browser.gets(path("factor-carl")).at("/recoveryCodesLeft").asInt()).isEqualTo(9);
        assertThat(signsIn("factor-carl", code).location()).contains("/login/code?error");
        assertThat(signsIn("factor-carl", "ABCD-EFGH-IJKL-MN23").location()).contains("/login/code?error");
    }

    @Test
    void noSecretIsInTheLedgerOrInTheClearInATable() {
        Enrolled dora = enrols("factor-dora");
        String event = ledger.asAuditor().gets("/api/v1/trail/" + dora.position() + "?waitFor=" + dora.position())
                .isShown().text();
        assertThat(event).contains("SecondFactorEnrolled").doesNotContain(dora.secret());
        String rows = ledger.database().sql("select second_factor::text from second_factor where account = ?")
                .param("factor-dora").query(String.class).single()
                + ledger.database().sql("select string_agg(recovery_code::text, ' ') from recovery_code"
                        + " where account = ?").param("factor-dora").query(String.class).single();
        assertThat(rows).contains("ENROLLED").doesNotContain(dora.secret());
        dora.recoveryCodes().forEach(code -> assertThat(rows).doesNotContain(code));
    }

    @Test
    void anotherAdminResetsItAndIsTiedToTheAccount() {
        Enrolled emil = enrols("factor-emil");
        Answer signedIn = signsIn("factor-emil", emil.recoveryCodes().getFirst());
        Desk browser = ledger.asNobody().sending("Cookie", signedIn.cookie("LEDGERSESSION"));
        browser.reads("trail").isShown();
        ledger.asAuditor().posts(path("factor-emil") + "/reset").isRefusedWith(403, "wrong-role");
        Answer reset = ledger.as("checker").posts(path("factor-emil") + "/reset").isDone();
        browser.reads("trail").isRefusedWith(401, "not-signed-in");
        ledger.asWhoeverIs("factor-emil", PASSWORD).reads("trail").isShown();
        ledger.as("checker").posts(path("factor-emil") + "/reset").isRefusedWith(409, "no-second-factor");
        JsonNode event = ledger.asAuditor().gets("/api/v1/trail/" + reset.position() + "?waitFor=" + reset.position())
                .isShown().json();
        assertThat(event.at("/type").stringValue()).isEqualTo("SecondFactorReset");
        assertThat(event.at("/payload/resetBy").stringValue()).isEqualTo("checker");
        assertThat(ledger.bean(FourEyes.class).between("factor-emil", "checker")
                .tied()).as("rule 19").isTrue();
        Integer left = ledger.database().sql(
                "select count(*) from person_key where subject = 'second-factor:factor-emil'")
                .query(Integer.class).single();
        assertThat(left).as("its key is gone").isZero();
    }

    @Test
    void nobodyDoesItForSomebodyElse() {
        ledger.as("fj").posts(path("admin")).isRefusedWith(403, "wrong-role");
        ledger.asAdmin().posts(path("checker")).isRefusedWith(403, "wrong-role");
        ledger.asAdmin().posts(path("admin") + "/reset").isRefusedWith(403, "own-second-factor");
        ledger.asAdmin().posts(path("nobody-at-all") + "/reset").isRefusedWith(404, "not-found");
        ledger.as("fj").gets(path("admin")).isRefusedWith(404, "not-found");
        ledger.asNobody().posts(path("admin")).isRefusedWith(401, "not-signed-in");
        ledger.as("fj").posts(path("fj") + "/confirm", new Form().with("code", "123456")).isRefusedWith(409,
                "no-second-factor");
    }

    private Answer token(Desk holder, String name) {
        return holder.posts("/api/v1/accounts/" + name + "/tokens", new Form().with("name", "夜间报表").with("access",
                "READ").with("expiresOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(9).toString()))
                .isRecorded();
    }

    private Desk program(Answer token) {
        return ledger.asNobody().sending("Authorization", "Bearer " + token.at("/token").stringValue());
    }

    @Test
    void noTokenReadsTheSecretNorWhoIsSignedIn() {
        auditor("factor-ida");
        Desk holder = ledger.asWhoeverIs("factor-ida", PASSWORD);
        Desk program = program(token(holder, "factor-ida"));
        String secret = holder.posts(path("factor-ida")).at("/secret").stringValue();
        program.gets(path("factor-ida")).isRefusedWith(403, "token-access");
        program.gets("/api/v1/accounts/factor-ida/sessions").isRefusedWith(403, "token-access");
        for (String page : List.of("/accounts/factor-ida/second-factor", "/accounts/factor-ida")) {
            assertThat(program.sending("Accept", "text/html").gets(page).text().replace(" ", "")).as(page)
                    .doesNotContain(secret, "id=\"qr\"", "id=\"sessions\"");
        }
    }

    @Test
    void whenItIsEnrolledAndWhenItIsResetEveryTokenEndsAtOnce() {
        Desk browser = auditor("factor-jan");
        Desk holder = ledger.asWhoeverIs("factor-jan", PASSWORD);
        Desk before = program(token(holder, "factor-jan"));
        before.reads("trail").isShown();
        String secret = holder.posts(path("factor-jan")).at("/secret").stringValue();
        Answer confirmed = holder.posts(path("factor-jan") + "/confirm", new Form().with("code", code(secret, 0)))
                .isDone();
        before.reads("trail").isRefusedWith(401, "bad-credentials");
        browser.reads("trail").isRefusedWith(401, "not-signed-in");
        Answer signedIn = signsIn("factor-jan", confirmed.at("/recoveryCodes/0").stringValue());
        Desk withCode = ledger.asNobody().sending("Cookie", signedIn.cookie("LEDGERSESSION"));
        Answer page = withCode.gets("/accounts/factor-jan/tokens");
        Desk after = program(token(withCode.sending("Cookie", page.cookie("XSRF-TOKEN")).sending("X-XSRF-TOKEN", page
                .cookie("XSRF-TOKEN").replace("XSRF-TOKEN=", "")), "factor-jan"));
        after.reads("trail").isShown();
        ledger.as("checker").posts(path("factor-jan") + "/reset").isDone();
        after.reads("trail").isRefusedWith(401, "bad-credentials");
    }

    @Test
    void itIsEnrolledWithoutScriptsAndTheBrowserStaysSignedIn() {
        Desk browser = auditor("factor-gina");
        assertThat(browser.gets("/desk?campaign=" + ledger.campaign()).isFound().text()).contains("id=\"urged\"",
                "/accounts/factor-gina/second-factor");
        String page = "/accounts/factor-gina/second-factor";
        assertThat(browser.gets(page).isFound().text()).contains("id=\"begin\"").doesNotContain("id=\"qr\"", "??");
        Answer token = browser.gets(page);
        Desk withToken = browser.sending("Cookie", token.cookie("XSRF-TOKEN")).sending("X-XSRF-TOKEN", token.cookie(
                "XSRF-TOKEN").replace("XSRF-TOKEN=", ""));
        Answer begun = withToken.fills("/forms", "_form", "begin", "_to", path("factor-gina"), "_back", page, "_key",
                "gina-begins", "presentPassword", PASSWORD);
        assertThat(begun.status()).isEqualTo(303);
        String drawn = browser.gets(page).isFound().text();
        assertThat(drawn).contains("id=\"qr\"", "id=\"secret\"").doesNotContain("??");
        String secret = drawn.replaceAll("(?s).*id=\"secret\">([A-Z2-7 ]+)<.*", "$1");
        Answer wrong = withToken.fills(page, "code", "12345", "_key", "gina-wrong");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("动态码不对", "id=\"qr\"");
        Answer done = withToken.fills(page, "code", code(secret, 0), "_key", "gina-right").isFound();
        assertThat(done.text().split("<li><code>")).hasSize(11);
        assertThat(withToken.fills(page, "code", code(secret, 0), "_key", "gina-right").isFound().text())
                .as("reloaded: shown once").doesNotContain("<li><code>");
        browser.reads("trail").isShown();
        assertThat(browser.gets("/desk?campaign=" + ledger.campaign()).isFound().text()).doesNotContain("id=\"urged\"");
        assertThat(browser.gets(page).isFound().text()).contains("id=\"left\"");
        assertThat(ledger.asAdmin().gets(page).status()).as("another's page").isEqualTo(404);
    }

    @Test
    void theSecondPageSaysWhatIsToBeDoneInBothLanguages() {
        Enrolled hans = enrols("factor-hans");
        Answer password = ledger.asNobody().fills("/login", "username", "factor-hans", "password", PASSWORD);
        Desk pending = ledger.asNobody().sending("Cookie", password.cookie("LEDGERSESSION"));
        assertThat(pending.gets("/login/code").isFound().text()).contains("输入动态码").doesNotContain("??",
                hans.secret());
        assertThat(pending.gets("/login/code?error&lang=en").isFound().text()).contains("The code is wrong");
        assertThat(pending.gets("/login/code?wait=30&lang=en").isFound().text()).contains("30 s");
        assertThat(ledger.asNobody().gets("/login?wait=600&lang=zh").isFound().text()).contains("10 分钟");
        assertThat(ledger.asNobody().gets("/login?wait=%3Cscript%3E").isFound().text()).doesNotContain("login-wait");
        pending.reads("trail").isRefusedWith(401, "not-signed-in");
    }
}
