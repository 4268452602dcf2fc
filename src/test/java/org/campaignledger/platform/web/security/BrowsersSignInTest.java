package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.web.security.RunningDoor.PASSWORD;
import static org.campaignledger.platform.web.security.RunningDoor.basic;

import java.net.http.HttpResponse;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowsersSignInTest {

    private static final String EVENTS = "/api/v1/campaigns/2019/events";
    private RunningDoor door;

    @BeforeAll
    void start() {
        door = new RunningDoor();
    }

    @AfterAll
    void stop() {
        door.close();
    }

    @BeforeEach
    void anAccountOfItsOwn() {
        door.accounts.open("gd", Role.REPORTER, "GD", door.passwords.hash(PASSWORD));
        door.standings.changed();
    }

    @Test
    void aVisitorGetsNoCookie() {
        Browser visitor = new Browser(door);
        assertThat(visitor.get("/").body()).isEqualTo("<>");
        visitor.get("/login");
        visitor.get("/css/page.css");
        visitor.get("/api/v1/campaigns");
        assertThat(visitor.cookies).isEmpty();
    }

    @Test
    void whoSignsInComesToThePageAskedFor() {
        Browser browser = new Browser(door);
        HttpResponse<String> sentAway = browser.get("/desk?unit=FJ");
        assertThat(sentAway.statusCode()).isEqualTo(302);
        assertThat(location(sentAway)).endsWith("/login");
        String before = browser.cookies.get(Browser.SESSION);

        HttpResponse<String> signedIn = browser.signIn("fj", PASSWORD);

        assertThat(signedIn.statusCode()).isEqualTo(302);
        assertThat(location(signedIn)).endsWith("/desk?unit=FJ");
        assertThat(browser.cookies.get(Browser.SESSION)).as("a session fixed beforehand is of no use")
                .isNotNull().isNotEqualTo(before);
        assertThat(browser.get("/desk").body()).isEqualTo("<fj>");
        assertThat(browser.get("/api/v1/entries/me").body()).isEqualTo("<fj>");
    }

    @Test
    void whoSignsInWithoutHavingAskedComesToTheFirstPage() {
        Browser browser = new Browser(door);
        browser.get("/api/v1/entries/me");
        HttpResponse<String> signedIn = browser.signIn("fj", PASSWORD);
        assertThat(location(signedIn)).endsWith("/desk");
        assertThat(String.join(" ", signedIn.headers().allValues("Set-Cookie")))
                .contains("LEDGERSESSION=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void whoIsWrongSeesTheFormAgain() {
        Browser browser = new Browser(door);
        assertThat(location(browser.signIn("fj", "wrong"))).endsWith("/login?error");
        assertThat(location(browser.signIn("nobody", "wrong"))).endsWith("/login?error");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void aSessionAloneChangesNothing() {
        Browser browser = Browser.signedIn(door, "fj");
        HttpResponse<String> answer = browser.post(EVENTS, Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"csrf\"");
        assertThat(browser.post(EVENTS, Map.of(), "X-XSRF-TOKEN", "guessed").statusCode()).isEqualTo(403);
    }

    @Test
    void aScriptSendsTheTokenOfItsCookie() {
        Browser browser = Browser.signedIn(door, "fj");
        HttpResponse<String> answer = browser.post(EVENTS, Map.of(), "X-XSRF-TOKEN",
                browser.cookies.getOrDefault(Browser.TOKEN, ""));
        assertThat(answer.body()).isEqualTo("<fj>");
    }

    @Test
    void aFormCarriesItsToken() {
        Browser browser = Browser.signedIn(door, "fj");
        String token = browser.get("/record").body();
        assertThat(token).isNotEqualTo(browser.cookies.get(Browser.TOKEN)).isNotEqualTo(browser.get("/record")
                .body());
        assertThat(browser.post(EVENTS, Map.of("_csrf", token)).body()).isEqualTo("<fj>");
    }

    @Test
    void theTokenChangesWithSigningIn() {
        Browser browser = Browser.signedIn(door, "fj");
        String before = browser.cookies.get(Browser.TOKEN);
        browser.signIn("gd", PASSWORD, "X-XSRF-TOKEN", before == null ? "" : before);
        browser.get("/desk");
        assertThat(browser.cookies.get(Browser.TOKEN)).isNotNull().isNotEqualTo(before);
    }

    @Test
    void credentialsWinOverASessionAndNeedNoToken() {
        Browser browser = Browser.signedIn(door, "fj");
        assertThat(browser.post(EVENTS, Map.of(), "Authorization", basic("gd", PASSWORD)).body()).isEqualTo("<gd>");
        assertThat(browser.post(EVENTS, Map.of(), "Authorization", basic("fj", "wrong")).statusCode()).isEqualTo(401);
    }

    @Test
    void withoutASessionTheAnswerIsThatNobodyIsSignedIn() {
        HttpResponse<String> answer = new Browser(door).post(EVENTS, Map.of());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"not-signed-in\"");
    }

    @Test
    void anotherSitesPageCannotSignAVisitorIn() {
        Browser browser = new Browser(door);
        assertThat(browser.signIn("fj", PASSWORD, "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(browser.cookies).doesNotContainKey(Browser.SESSION);
    }

    @Test
    void signingOutNeedsTheTokenAndEndsTheSession() {
        Browser browser = Browser.signedIn(door, "fj");
        assertThat(browser.post("/logout", Map.of()).statusCode()).isEqualTo(403);
        assertThat(browser.get("/desk").body()).isEqualTo("<fj>");
        String session = browser.cookies.get(Browser.SESSION);

        browser.post("/logout", Map.of("_csrf", browser.get("/record").body()));

        browser.cookies.put(Browser.SESSION, session == null ? "" : session);
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void disablingAnAccountEndsItsSessionsAtOnce() {
        Browser browser = Browser.signedIn(door, "gd");
        assertThat(browser.get("/desk").body()).isEqualTo("<gd>");
        door.accounts.disable("gd");
        door.standings.changed();
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(browser.get("/api/v1/entries/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").body()).isEqualTo("<>");
    }

    @Test
    void aNewPasswordEndsTheSessionsThatTheOldOneBegan() {
        Browser browser = Browser.signedIn(door, "gd");
        door.accounts.setPassword("gd", door.passwords.hash("another horse"));
        door.standings.changed();
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
    }

    @Test
    void withoutTheDatabaseASessionIsNotTrusted() {
        Browser browser = Browser.signedIn(door, "gd");
        door.accounts.down = true;
        door.standings.changed();
        try {
            assertThat(browser.get("/api/v1/entries/me").statusCode()).isEqualTo(503);
            assertThat(location(new Browser(door).signIn("gd", PASSWORD))).endsWith("/login?busy");
        } finally {
            door.accounts.down = false;
        }
        assertThat(browser.get("/api/v1/entries/me").body()).isEqualTo("<gd>");
    }

    @Test
    void everyAnswerTellsTheBrowserWhatNotToDo() {
        for (String path : new String[]{"/", "/css/page.css", "/api/v1/campaigns", "/api/v1/entries/me", "/desk"}) {
            var headers = new Browser(door).get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).as(path)
                    .contains("default-src 'self'", "frame-ancestors 'none'").doesNotContain("unsafe");
            assertThat(headers.firstValue("Server")).as(path).isEmpty();
        }
    }

    @Test
    void whatMayDifferByWhoAsksIsKeptNowhere() {
        Browser visitor = new Browser(door);
        Browser browser = Browser.signedIn(door, "fj");
        assertThat(visitor.get("/api/v1/campaigns").headers().firstValue("Cache-Control")).isEmpty();
        assertThat(browser.get("/css/page.css").headers().firstValue("Cache-Control")).isEmpty();
        assertThat(browser.get("/").headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(browser.get("/api/v1/entries/me").headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void whoMistypesTooOftenIsToldHowLongToWait() {
        door.accounts.open("clumsy", Role.REPORTER, "GD", door.passwords.hash(PASSWORD));
        Browser browser = new Browser(door);
        String last = "";
        int before = door.passwords.verified.get();
        int tries = 0;
        while (tries < 60 && !last.contains("wait")) {
            last = location(browser.signIn("clumsy", "wrong " + tries++));
        }
        assertThat(last).matches(".*/login\\?wait=\\d+");
        assertThat(door.passwords.verified.get() - before).as("beyond, nothing is hashed").isLessThan(tries);
        assertThat(location(browser.signIn("clumsy", PASSWORD))).as("not even the right one").contains("/login?wait=");
    }

    @Test
    void whileSessionsCannotBeLookedUpNobodyIsSignedOut() {
        Browser browser = Browser.signedIn(door, "gd");
        door.sessions.down = true;
        try {
            assertThat(browser.get("/api/v1/entries/me").statusCode()).isEqualTo(503);
            assertThat(browser.get("/desk").statusCode()).isEqualTo(503);
            assertThat(new Browser(door).get("/").body()).as("a visitor needs none").isEqualTo("<>");
            assertThat(location(new Browser(door).signIn("gd", PASSWORD))).endsWith("/login?busy");
        } finally {
            door.sessions.down = false;
        }
        assertThat(browser.get("/api/v1/entries/me").body()).isEqualTo("<gd>");
    }

    @Test
    void theTableHoldsNothingThatSignsIn() {
        Browser browser = Browser.signedIn(door, "fj");
        String id = String.valueOf(browser.cookies.get(Browser.SESSION));
        assertThat(id).hasSize(43);
        assertThat(door.sessions.sessions).containsKey(java.nio.ByteBuffer.wrap(SessionCookie.hash(id)));
        assertThat(door.sessions.sessions.keySet()).noneMatch(key -> new String(key.array(),
                java.nio.charset.StandardCharsets.ISO_8859_1).contains(id));
    }

    @Test
    void noServletSessionIsEverBegun() {
        Browser browser = new Browser(door);
        browser.get("/desk");
        browser.signIn("fj", PASSWORD);
        browser.get("/desk");
        browser.post("/logout", Map.of("_csrf", browser.get("/record").body()));
        assertThat(browser.cookies).doesNotContainKeys("JSESSIONID", Browser.SESSION);
    }

    @Test
    void aForgedPageAskedForLeadsNowhereElse() {
        for (String forged : new String[]{"https://example.org/", "//example.org/", "/\\example.org", "nonsense"}) {
            Browser browser = new Browser(door);
            browser.cookies.put(PageAskedFor.COOKIE, java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(
                    forged.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(location(browser.signIn("fj", PASSWORD))).as(forged).endsWith("/desk");
        }
    }

    @Test
    void behindTlsTheCookieIsForTlsOnly() {
        Browser browser = new Browser(door);
        assertThat(String.join(" ", browser.signIn("fj", PASSWORD).headers().allValues("Set-Cookie")))
                .contains("LEDGERSESSION=", "HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        assertThat(String.join(" ", browser.signIn("fj", PASSWORD, "X-Forwarded-Proto", "https").headers().allValues(
                "Set-Cookie"))).as("this door has no proxy before it").doesNotContain("Secure");
        var request = new org.springframework.mock.web.MockHttpServletRequest();
        var response = new org.springframework.mock.web.MockHttpServletResponse();
        request.setSecure(true);
        SessionCookie.give(request, response);
        assertThat(response.getHeader("Set-Cookie")).contains("; Secure", "HttpOnly", "SameSite=Lax");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
