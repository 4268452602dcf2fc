package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;

import java.time.LocalDate;
import java.time.ZoneId;
import org.awaitility.Awaitility;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Tokens for programs: made by the holder, shown once, good for less than the account, and ended at once. */
@AtTheDoor
class ApiTokensTest {

    private static final String ACCOUNTS = "/api/v1/accounts/";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Ledger ledger;

    ApiTokensTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private static Form token(String access) {
        return new Form().with("name", "夜间报表").with("access", access).with("expiresOn", TODAY.plusDays(30).toString());
    }

    private Desk account(String username, String role, String scope) {
        Form form = new Form().with("username", username).with("password", "a-long-password-1").with("role", role);
        ledger.asAdmin().posts("/api/v1/accounts", scope.isEmpty() ? form : form.with("scope", scope)).isRecorded();
        return ledger.asWhoeverIs(username, "a-long-password-1");
    }

    private Desk program(Answer issued) {
        return ledger.asNobody().sending("Authorization", "Bearer " + text(issued));
    }

    private static String text(Answer issued) {
        return issued.at("/token").stringValue();
    }

    @Test
    void aProgramActsForItsAccountFromTheAnswerOn() {
        Desk holder = account("tok-fj", "REPORTER", "FJ");
        Answer issued = holder.posts(ACCOUNTS + "tok-fj/tokens", token("WRITE")).isRecorded();
        assertThat(text(issued)).matches("clt_[0-9a-f]{72}");
        Desk program = program(issued);
        assertThat(program.gets(ACCOUNTS + "tok-fj").isShown().at("/scope").stringValue()).isEqualTo("FJ");
        program.sentence("mobilizations", aUnion()).of("FJ").on("2019-06-01").isRecorded();
        program.sentence("mobilizations", aUnion()).of("GD").on("2019-06-01").isRefusedWith(403, "foreign-unit");
        program.gets("/api/v1/accounts").isRefusedWith(403, "wrong-role");
    }

    @Test
    void itIsShownOnceAndKeptNowhere() {
        Desk holder = account("tok-once", "AUDITOR", "");
        Desk repeating = holder.sending("Idempotency-Key", "a-token-once");
        Form form = token("READ");
        Answer issued = repeating.posts(ACCOUNTS + "tok-once/tokens", form).isRecorded();
        Answer again = repeating.posts(ACCOUNTS + "tok-once/tokens", form).isRecorded().isAReplay();
        assertThat(again.json().has("token")).isFalse();
        assertThat(again.id()).isEqualTo(issued.id());
        String secret = text(issued).substring(4, 68);
        String shown = holder.gets(ACCOUNTS + "tok-once/tokens").isShown().text()
                + holder.gets(issued.location()).isShown().text()
                + ledger.asAuditor().gets("/api/v1/trail/" + issued.position()).isShown().text();
        assertThat(shown).contains("ApiTokenIssued", issued.id()).doesNotContain(secret);
        assertThat(ledger.asAuditor().gets("/api/v1/trail/" + issued.position()).text()).doesNotContain("夜间报表");
        assertThat(ledger.bean(JdbcClient.class).sql("""
            select (select count(*) from api_token t where t::text like :it)
                 + (select count(*) from ledger_event e where convert_from(e.payload, 'UTF8') like :it)
                 + (select count(*) from idempotent_answer a where a::text like :it)""")
                .param("it", "%" + secret + "%").query(Long.class).single()).isZero();
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        Desk holder = account("tok-read", "REPORTER", "FJ");
        Desk program = program(holder.posts(ACCOUNTS + "tok-read/tokens", token("READ")));
        program.reads("mobilizations").isShown();
        Answer refused = program.sentence("mobilizations", aUnion()).of("FJ").on("2019-06-01").isRefusedWith(403,
                "token-access");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo(
                "Bearer realm=\"Campaign Ledger\", error=\"insufficient_scope\"");
        program.fills("/forms", "_to", "/api/v1/accounts/tok-read/password", "_back", "/accounts/tok-read", "_key", "k",
                "password", "another-password-1");
        assertThat(holder.gets(ACCOUNTS + "tok-read").isShown().at("/passwordSetBy").stringValue()).isEqualTo("admin");
    }

    /** Not at the door, nor by way of a page's form, whose command is sent from inside. */
    @Test
    void whatIsForAPersonNoTokenDoes() {
        Answer issued = ledger.asAdmin().posts(ACCOUNTS + "admin/tokens", token("WRITE")).isRecorded();
        Desk program = program(issued);
        for (String path : new String[]{"/api/v1/accounts", ACCOUNTS + "admin/tokens", ACCOUNTS + "admin/password",
                ACCOUNTS + "fj/disable", ACCOUNTS + "admin/tokens/" + issued.id() + "/revoke",
                "/api/v1/corrections/x/approve", "/api/v1/corrections/x/reject", "/api/v1/personal-data/x/erase",
                "/api/v1/personal-data/x/reveal"}) {
            program.posts(path, new Form().with("reason", "x")).isRefusedWith(403, "token-access");
        }
        program.gets(ACCOUNTS + "admin/tokens").isRefusedWith(403, "token-access");
        account("tok-victim", "AUDITOR", "");
        assertThat(program.fills("/forms", "_to", ACCOUNTS + "tok-victim/disable", "_back", "/accounts/tok-victim",
                "_key", "t-forms").status()).isEqualTo(403);
        assertThat(ledger.asAdmin().gets(ACCOUNTS + "tok-victim").isShown().at("/disabled").booleanValue()).isFalse();
        ledger.asAdmin().posts(ACCOUNTS + "admin/tokens/" + issued.id() + "/revoke").isDone();
    }

    @Test
    void nobodyMakesATokenForAnother() {
        account("tok-other", "AUDITOR", "");
        ledger.asAdmin().posts(ACCOUNTS + "tok-other/tokens", token("READ")).isRefusedWith(403, "not-the-holder");
        ledger.as("fj").posts(ACCOUNTS + "tok-other/tokens", token("READ")).isRefusedWith(403, "not-the-holder");
        ledger.as("fj").gets(ACCOUNTS + "tok-other/tokens").isRefusedWith(404, "not-found");
        ledger.asNobody().posts(ACCOUNTS + "tok-other/tokens", token("READ")).isRefusedWith(401, "not-signed-in");
    }

    @Test
    void itsHolderOrAnAdminEndsItAtOnce() {
        Desk holder = account("tok-end", "AUDITOR", "");
        for (Desk ender : new Desk[]{holder, ledger.asAdmin()}) {
            Answer issued = holder.posts(ACCOUNTS + "tok-end/tokens", token("READ")).isRecorded();
            Desk program = program(issued);
            program.gets("/api/v1/accounts").isShown();
            Answer revoked = ender.posts(ACCOUNTS + "tok-end/tokens/" + issued.id() + "/revoke").isDone();
            Answer refused = program.gets("/api/v1/accounts").isRefusedWith(401, "bad-credentials");
            assertThat(refused.header("WWW-Authenticate")).isEqualTo(
                    "Bearer realm=\"Campaign Ledger\", error=\"invalid_token\"");
            assertThat(ledger.asAuditor().gets("/api/v1/trail/" + revoked.position()).isShown().at("/type")
                    .stringValue()).isEqualTo("ApiTokenRevoked");
            ender.posts(ACCOUNTS + "tok-end/tokens/" + issued.id() + "/revoke").isRefusedWith(404, "not-found");
        }
        JsonNode items = holder.gets(ACCOUNTS + "tok-end/tokens").isShown().at("/items");
        assertThat(items.size()).isEqualTo(2);
        assertThat(items.get(0).path("state").stringValue()).isEqualTo("REVOKED");
        assertThat(items.get(0).path("usedOn").stringValue()).isEqualTo(TODAY.toString());
    }

    @Test
    void anotherInstanceLearnsOfTheEndWithinASecond() {
        Desk holder = account("tok-far", "AUDITOR", "");
        Answer issued = holder.posts(ACCOUNTS + "tok-far/tokens", token("READ")).isRecorded();
        Desk program = program(issued);
        program.gets("/api/v1/accounts").isShown();
        ledger.bean(JdbcClient.class).sql("update api_token set revoked = true where id = :id")
                .param("id", issued.id()).update();
        Awaitility.await().atMost(java.time.Duration.ofSeconds(2)).untilAsserted(() -> program.gets("/api/v1/accounts")
                .isRefusedWith(401, "bad-credentials"));
    }

    /** Else whoever once knew the password would keep a way in, and an ADMIN who reset it could go on as its holder. */
    @Test
    void aNewPasswordEndsEveryToken() {
        Desk holder = account("tok-pw", "AUDITOR", "");
        Desk program = program(holder.posts(ACCOUNTS + "tok-pw/tokens", token("READ")));
        program.gets("/api/v1/accounts").isShown();
        holder.posts(ACCOUNTS + "tok-pw/password", new Form().with("password", "another-password-1")).isDone();
        program.gets("/api/v1/accounts").isRefusedWith(401, "bad-credentials");
    }

    @Test
    void disablingTheAccountEndsItsTokensAtOnce() {
        Desk holder = account("tok-gone", "AUDITOR", "");
        Desk program = program(holder.posts(ACCOUNTS + "tok-gone/tokens", token("READ")));
        program.gets("/api/v1/accounts").isShown();
        ledger.asAdmin().posts(ACCOUNTS + "tok-gone/disable").isDone();
        program.gets("/api/v1/accounts").isRefusedWith(401, "bad-credentials");
    }

    @Test
    void itEndsAfterItsLastDay() {
        Desk holder = account("tok-late", "AUDITOR", "");
        Answer issued = holder.posts(ACCOUNTS + "tok-late/tokens", token("READ").with("expiresOn", TODAY.toString()))
                .isRecorded();
        program(issued).gets("/api/v1/accounts").isShown();
        ledger.bean(JdbcClient.class).sql("update api_token set expires_on = :day where id = :id")
                .param("day", TODAY.minusDays(1)).param("id", issued.id()).update();
        Awaitility.await().atMost(java.time.Duration.ofSeconds(2)).untilAsserted(() -> program(issued).gets(
                "/api/v1/accounts").isRefusedWith(401, "bad-credentials"));
        assertThat(holder.gets(issued.location()).isShown().at("/state").stringValue()).isEqualTo("EXPIRED");
    }

    @Test
    void whatIsAskedForIsJudgedAsAWhole() {
        Desk holder = account("tok-form", "AUDITOR", "");
        String tokens = ACCOUNTS + "tok-form/tokens";
        holder.posts(tokens, new Form()).isRefusedWith(422, "validation-failed").namingJust("name missing",
                "access missing", "expiresOn missing");
        holder.posts(tokens, token("READ").with("expiresOn", TODAY.minusDays(1).toString())).isRefusedWith(422,
                "token-expiry");
        holder.posts(tokens, token("READ").with("expiresOn", TODAY.plusYears(1).plusDays(1).toString()))
                .isRefusedWith(422, "token-expiry");
        holder.posts(tokens, token("READ").with("name", "13800000123")).isRefusedWith(422, "personal-data-in-text");
        for (int i = 0; i < 20; i++) {
            holder.posts(tokens, token("READ")).isRecorded();
        }
        holder.posts(tokens, token("READ")).isRefusedWith(422, "too-many-tokens");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clt_", "clt_00",
            "clt_0000000000000000000000000000000000000000000000000000000000000000deadbeef",
            "eyJhbGciOiJub25lIn0.e30.", "of bad news"})
    void whatIsNoTokenIsOneAnswer(String text) {
        Answer refused = ledger.asNobody().sending("Authorization", "Bearer " + text).reads("progress")
                .isRefusedWith(401, "bad-credentials");
        assertThat(refused.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void itsHolderMakesOneOnAPageAndSeesItThere() {
        Desk holder = account("tok-page", "REPORTER", "FJ").sending("Accept", "text/html");
        assertThat(holder.gets("/accounts/tok-page").text()).contains("/accounts/tok-page/tokens");
        Answer made = holder.fills("/accounts/tok-page/tokens", "name", "导入程序", "access", "WRITE", "expiresOn",
                TODAY.plusDays(1).toString(), "_key", "page-token-1");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).containsPattern("<code id=\"token-text\">clt_[0-9a-f]{72}</code>").contains("导入程序");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(holder.gets("/accounts/tok-page/tokens").text()).contains("导入程序").doesNotContain("clt_");
        Answer wrong = holder.fills("/accounts/tok-page/tokens", "name", "导入程序", "access", "WRITE", "expiresOn",
                "2019-01-01", "_key", "page-token-2");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("到期日须在");
        assertThat(ledger.as("gd").sending("Accept", "text/html").gets("/accounts/tok-page/tokens").status())
                .isEqualTo(404);
        assertThat(ledger.asAdmin().sending("Accept", "text/html").gets("/accounts/tok-page/tokens").text())
                .contains("导入程序").doesNotContain("token-new");
    }
}
