package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.web.security.RunningDoor.PASSWORD;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A proxy ends TLS and says so: browsers are told to keep to it, and no cookie is taken that came another way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindTlsTest {

    private static final String HSTS = "Strict-Transport-Security";
    private static final String FORM = "username=fj&password=" + PASSWORD.replace(' ', '+');

    private RunningDoor door;
    private RunningDoor withoutProxy;

    @BeforeAll
    void start() {
        door = new RunningDoor("--server.forward-headers-strategy=native");
        withoutProxy = new RunningDoor();
    }

    @AfterAll
    void stop() {
        door.close();
        withoutProxy.close();
    }

    private static HttpRequest.Builder overTls(RunningDoor at, String path) {
        return at.to(path).header("X-Forwarded-Proto", "https");
    }

    private static HttpRequest.Builder signingIn(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(FORM));
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(each -> each.startsWith(name + "="))
                .findFirst().orElse("");
    }

    private static String pair(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }

    @Test
    void browsersAreToldToKeepToItForAYear() {
        for (String path : List.of("/", "/login", "/css/page.css", "/api/v1/campaigns", "/api/v1/entries/me")) {
            assertThat(door.send(overTls(door, path)).headers().firstValue(HSTS)).as(path).hasValueSatisfying(
                    told -> assertThat(told).contains("max-age=31536000", "includeSubDomains"));
        }
    }

    /** Over plain HTTP nobody may say so, and what a stranger says of a proxy is not believed where there is none. */
    @Test
    void otherwiseTheyAreNot() {
        assertThat(door.send(door.to("/")).headers().firstValue(HSTS)).isEmpty();
        assertThat(withoutProxy.send(overTls(withoutProxy, "/")).headers().firstValue(HSTS)).isEmpty();
        assertThat(cookie(withoutProxy.send(signingIn(overTls(withoutProxy, "/login"))), "LEDGERSESSION"))
                .isNotEmpty().doesNotContain("Secure");
    }

    @Test
    void cookiesAreOfThisHostAlone() {
        HttpResponse<String> signedIn = door.send(signingIn(overTls(door, "/login")));
        String session = cookie(signedIn, "__Host-LEDGERSESSION");
        assertThat(session).contains("; Secure", "; HttpOnly", "; SameSite=Lax").containsPattern("; Path=/(;|$)")
                .doesNotContain("Domain");
        HttpResponse<String> page = door.send(overTls(door, "/desk").header("Cookie", pair(session)));
        assertThat(page.body()).isEqualTo("<fj>");
        assertThat(cookie(page, "__Host-XSRF-TOKEN")).contains("; Secure", "; SameSite=Lax").containsPattern(
                "; Path=/(;|$)").doesNotContain("Domain");
        String asked = cookie(door.send(overTls(door, "/desk")), "__Host-LEDGERASKED");
        assertThat(asked).contains("; Secure");
        assertThat(signedIn.headers().allValues("Set-Cookie")).allMatch(each -> each.startsWith("__Host-"));
    }

    @Test
    void aSessionFromElsewhereIsNotTaken() {
        String session = pair(cookie(door.send(signingIn(overTls(door, "/login"))), "__Host-LEDGERSESSION"));
        String planted = session.replace("__Host-", "");
        assertThat(door.send(overTls(door, "/api/v1/entries/me").header("Cookie", planted)).statusCode()).isEqualTo(
                401);
        assertThat(door.send(door.to("/api/v1/entries/me").header("Cookie", session)).statusCode()).as(
                "and not over plain HTTP").isEqualTo(401);
        assertThat(door.send(overTls(door, "/api/v1/entries/me").header("Cookie", session)).statusCode()).isEqualTo(
                200);
    }

    @Test
    void aFormIsTakenWithItsToken() {
        String session = pair(cookie(door.send(signingIn(overTls(door, "/login"))), "__Host-LEDGERSESSION"));
        String token = pair(cookie(door.send(overTls(door, "/desk").header("Cookie", session)), "__Host-XSRF-TOKEN"));
        HttpRequest.Builder event = overTls(door, "/api/v1/campaigns/2019/events").header("Cookie", session + "; "
                + token).POST(BodyPublishers.noBody());
        assertThat(door.send(event.copy()).statusCode()).as("without it").isEqualTo(403);
        assertThat(door.send(event.header("X-XSRF-TOKEN", token.substring(token.indexOf('=') + 1))).statusCode())
                .isEqualTo(200);
    }
}
