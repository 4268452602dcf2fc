package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.campaignledger.platform.postgres.TestPostgres;
import org.campaignledger.platform.web.security.SessionCookie;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.OwnLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances on one database: whoever signed in at one is signed in at the other, and signed out at both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SessionsOnEveryInstanceTest {

    private OwnLedger first;
    private OwnLedger second;
    private Ledger here;
    private Ledger there;

    @BeforeAll
    void start(@TempDir Path one, @TempDir Path other) {
        TestPostgres.Database database = TestPostgres.freshDatabase();
        String[] keys = {"--ledger.keys.master=" + "A".repeat(43) + "=", "--ledger.keys.natural=" + "B".repeat(42)
                + "A=",
                "--ledger.log.origin=sessions.example/log", "--ledger.log.key=" + "C".repeat(42) + "A=",
                "--ledger.sessions.idle=20m"};
        first = OwnLedger.beginning(database, one, keys);
        second = OwnLedger.beginning(database, other, keys);
        here = first.ledger();
        there = second.ledger();
        here.as("fj");
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    private String signsIn(Ledger where, String account) {
        return signsIn(where, account, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
    }

    private String signsIn(Ledger where, String account, String browser) {
        Answer answer = where.asNobody().sending("User-Agent", browser).fills("/login", "username", account, "password",
                OwnLedger.PASSWORD);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).doesNotContain("/login");
        return answer.cookie(SessionCookie.NAME);
    }

    private static Desk with(Ledger where, String session) {
        return where.asNobody().sending("Cookie", session);
    }

    private static int status(Ledger where, String session) {
        return with(where, session).gets("/api/v1/accounts/fj").status();
    }

    private static Desk withToken(Ledger where, String session) {
        String token = with(where, session).gets("/desk").cookie("XSRF-TOKEN");
        return with(where, session).sending("Cookie", token).sending("X-XSRF-TOKEN", token.replace("XSRF-TOKEN=", ""));
    }

    private JdbcClient database() {
        return here.bean(JdbcClient.class);
    }

    @Test
    void whoSignedInAtOneIsSignedInAtTheOther() {
        String session = signsIn(here, "fj");
        assertThat(status(there, session)).isEqualTo(200);
        assertThat(with(there, session).gets("/desk").isFound().text()).contains("fj");
    }

    @Test
    void signingOutAtOneEndsItAtTheOtherAtOnce() {
        String session = signsIn(here, "fj");
        assertThat(status(there, session)).isEqualTo(200);
        assertThat(withToken(here, session).fills("/logout").status()).isEqualTo(302);
        assertThat(status(here, session)).isEqualTo(401);
        assertThat(status(there, session)).isEqualTo(401);
    }

    @Test
    void signingOutEverywhereEndsAllOfThemAndThoseOfNobodyElse() {
        String session = signsIn(here, "fj");
        String phone = signsIn(there, "fj", "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile");
        String others = signsIn(there, "checker");
        assertThat(with(there, session).gets("/api/v1/accounts/fj/sessions").isShown().text()).contains(
                "Firefox · Linux", "Chrome · Android", "\"isThisOne\":true");
        assertThat(with(here, session).gets("/accounts/fj").isFound().text()).contains("Chrome · Android", "本机");
        Answer done = withToken(here, session).fills("/forms", "_form", "sessions", "_to",
                "/api/v1/accounts/fj/sessions/end", "_back", "/accounts/fj", "_key", "everywhere");
        assertThat(done.status()).isEqualTo(303);
        assertThat(status(here, session)).isEqualTo(401);
        assertThat(status(there, phone)).isEqualTo(401);
        assertThat(with(here, others).gets("/api/v1/accounts/checker").status()).isEqualTo(200);
        here.as("fj").gets("/api/v1/accounts/checker/sessions").isRefusedWith(404, "not-found");
        here.as("fj").posts("/api/v1/accounts/checker/sessions/end").isRefusedWith(404, "not-found");
    }

    @Test
    void whatWasTypedAtOneIsThereAfterSigningInAtTheOther() {
        String key = UUID.randomUUID().toString();
        String page = "/record?campaign=" + here.campaign() + "&kind=events";
        Answer ended = here.asNobody().fills("/forms", "_form", "events", "_to", "/api/v1/campaigns/" + here.campaign()
                + "/events", "_back", page, "_key", key, "title", "换了一台服务器的一场");
        assertThat(ended.location()).endsWith("/login?kept");
        assertThat(database().sql("select encode(sealed, 'escape') from kept_form").query(String.class).list())
                .isNotEmpty().noneMatch(sealed -> sealed.contains("title"));
        Answer signedIn = there.asNobody().sending("Cookie", ended.cookie(SessionCookie.NAME)).fills("/login",
                "username", "fj", "password", OwnLedger.PASSWORD);
        assertThat(signedIn.location()).contains("again=");
        assertThat(with(here, signedIn.cookie(SessionCookie.NAME)).gets(page + "&again=" + key).isFound().text())
                .contains("换了一台服务器的一场");
    }

    /** Whoever floods the room that there is for kept forms does not empty it of those that somebody signs in for. */
    @Test
    void oneAddressDoesNotTakeTheRoomOfOthersForms() {
        int kept = 0;
        for (int i = 0; i < 60; i++) {
            Answer ended = here.asNobody().fills("/forms", "_form", "events", "_to", "/api/v1/campaigns/" + here
                    .campaign() + "/events", "_back", "/record", "_key", "flood-" + i, "title", "x");
            kept += ended.location().endsWith("/login?kept") ? 1 : 0;
        }
        assertThat(kept).as("20 in ten minutes, twice that if they end meanwhile").isBetween(10, 40);
    }

    @Test
    void whatHasEndedWithItsAccountsPasswordIsNotListedAnyMore() {
        here.asAdmin().posts("/api/v1/accounts", new Form().with("username", "lists").with("password",
                OwnLedger.PASSWORD).with("role", "AUDITOR")).isRecorded();
        signsIn(here, "lists", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        assertThat(here.asAdmin().gets("/api/v1/accounts/lists/sessions").isShown().at("/items").size()).isOne();
        here.asAdmin().posts("/api/v1/accounts/lists/password", new Form().with("password", "another-horse-12"))
                .isDone();
        assertThat(here.asAdmin().gets("/api/v1/accounts/lists/sessions").isShown().at("/items").size()).isZero();
        database().sql("""
            insert into sign_in_session (id_hash, account, version, factor, browser, ends_at)
            select sha256('x'), username, position, 'NONE', 'Firefox · Linux', now() + interval '1 hour'
            from account_login where username = 'lists'""").update();
        assertThat(here.asAdmin().gets("/api/v1/accounts/lists/sessions").isShown().at("/items").size()).isOne();
        database().sql("update account_login set second_factor = true where username = 'lists'").update();
        assertThat(here.asAdmin().gets("/api/v1/accounts/lists/sessions").isShown().at("/items").size())
                .as("a code was never seen in it").isZero();
    }

    @Test
    void sessionsEndWithoutUseAndInAnyCase() {
        String idle = signsIn(here, "fj");
        assertThat(status(here, idle)).isEqualTo(200);
        age(idle, "last_seen_at = now() - interval '19 minutes'");
        assertThat(status(here, idle)).as("used in time").isEqualTo(200);
        age(idle, "last_seen_at = now() - interval '21 minutes'");
        assertThat(status(there, idle)).isEqualTo(401);
        String old = signsIn(here, "fj");
        age(old, "ends_at = now() - interval '1 second'");
        assertThat(status(here, old)).isEqualTo(401);
    }

    private void age(String session, String how) {
        assertThat(database().sql("update sign_in_session set " + how + " where id_hash = ?")
                .param(SessionCookie.hash(session.substring(session.indexOf('=') + 1))).update()).isOne();
    }

    @Test
    void useIsWrittenOnceAMinuteAtMost() {
        String session = signsIn(here, "fj");
        String before = rowVersion(session);
        for (int i = 0; i < 10; i++) {
            status(i % 2 == 0 ? here : there, session);
        }
        assertThat(rowVersion(session)).isEqualTo(before);
    }

    /** What a transaction that writes the row changes. */
    private String rowVersion(String session) {
        return database().sql("select xmin::text from sign_in_session where id_hash = ?")
                .param(SessionCookie.hash(session.substring(session.indexOf('=') + 1))).query(String.class).single();
    }

    @Test
    void aForgedOrOldIdIsNobodys() {
        assertThat(status(here, SessionCookie.NAME + "=" + "A".repeat(43))).isEqualTo(401);
        assertThat(status(here, SessionCookie.NAME + "=short")).isEqualTo(401);
        String hash = database().sql("select encode(id_hash, 'base64') from sign_in_session limit 1")
                .query(String.class).optional().orElse("").replace('+', '-').replace('/', '_').replace("=", "");
        assertThat(status(here, SessionCookie.NAME + "=" + hash)).as("what the table holds opens nothing")
                .isEqualTo(401);
    }

    /** A look-up costs what one primary key costs; printed, since the machine decides. */
    @Test
    void aRequestCostsOneLookUpMore() {
        String session = signsIn(here, "fj");
        byte[] hash = SessionCookie.hash(session.substring(session.indexOf('=') + 1));
        String plan = String.join("\n", database().sql("""
            explain select account, version, factor from sign_in_session where id_hash = ? and ends_at > now()
            and last_seen_at > now() - make_interval(secs => 1800)""").param(hash).query(String.class).list());
        assertThat(plan).contains("sign_in_session");
        var sessions = here.bean(org.campaignledger.platform.web.security.SignInSessions.class);
        for (int i = 0; i < 200; i++) {
            sessions.find(hash);
        }
        long began = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            assertThat(sessions.find(hash)).isPresent();
        }
        double micros = (System.nanoTime() - began) / 1e6;
        System.out.printf("a session is looked up in %.0f µs%n", micros);
        assertThat(micros).isLessThan(20_000);
    }
}
