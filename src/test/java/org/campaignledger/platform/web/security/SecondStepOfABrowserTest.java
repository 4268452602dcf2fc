package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.web.security.RunningDoor.PASSWORD;

import java.net.http.HttpResponse;
import java.util.Map;
import org.campaignledger.kernel.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** After the password comes the code, for accounts that have a second factor. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecondStepOfABrowserTest {

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
    void aPasswordAloneSignsNobodyInWhereACodeIsAskedFor() {
        enrolled("gd");
        Browser browser = new Browser(door);
        assertThat(location(browser.signIn("gd", PASSWORD))).endsWith("/login/code");
        assertThat(browser.get("/desk").statusCode()).isEqualTo(302);
        assertThat(browser.get("/api/v1/entries/me").statusCode()).isEqualTo(401);
        assertThat(browser.get("/").body()).isEqualTo("<>");
        assertThat(browser.get("/login/code").statusCode()).isEqualTo(200);
    }

    @Test
    void theCodeSignsInUnderANewIdAndLeadsToThePageAskedFor() {
        enrolled("gd");
        Browser browser = new Browser(door);
        browser.get("/desk?unit=GD");
        browser.signIn("gd", PASSWORD);
        String pending = browser.cookies.get(Browser.SESSION);
        HttpResponse<String> answer = browser.post("/login/code", Map.of("code", RunningDoor.CODE));
        assertThat(location(answer)).endsWith("/desk?unit=GD");
        assertThat(browser.cookies.get(Browser.SESSION)).isNotNull().isNotEqualTo(pending);
        assertThat(browser.get("/desk").body()).isEqualTo("<gd>");
        browser.cookies.put(Browser.SESSION, String.valueOf(pending));
        assertThat(browser.get("/desk").statusCode()).as("the id before is worth nothing").isEqualTo(302);
        assertThat(location(browser.post("/login/code", Map.of("code", RunningDoor.CODE)))).endsWith("/login");
    }

    @Test
    void afterFiveWrongCodesThePasswordIsAskedForAgain() {
        door.accounts.open("guesser", Role.AUDITOR, null, door.passwords.hash(PASSWORD));
        enrolled("guesser");
        Browser browser = new Browser(door);
        browser.signIn("guesser", PASSWORD);
        for (int i = 1; i < SecondStep.MOST_WRONG; i++) {
            assertThat(location(browser.post("/login/code", Map.of("code", "00000" + i)))).endsWith(
                    "/login/code?error");
        }
        assertThat(location(browser.post("/login/code", Map.of("code", "000009")))).endsWith("/login?codes");
        assertThat(location(browser.post("/login/code", Map.of("code", RunningDoor.CODE)))).endsWith("/login");
        String waits = "";
        for (int i = 0; i < 60 && !waits.contains("wait"); i++) {
            browser.signIn("guesser", PASSWORD);
            waits = location(browser.post("/login/code", Map.of("code", "000010")));
        }
        assertThat(waits).as("a new sign-in does not forget the wrong codes").contains("/login/code?wait=");
        assertThat(location(browser.post("/login/code", Map.of("code", RunningDoor.CODE))))
                .as("not even the right one is looked at").contains("/login/code?wait=");
    }

    @Test
    void withoutAPasswordThereIsNoPageForTheCode() {
        assertThat(location(new Browser(door).get("/login/code"))).endsWith("/login");
        assertThat(location(new Browser(door).post("/login/code", Map.of("code", RunningDoor.CODE)))).endsWith(
                "/login");
    }

    @Test
    void sessionsByPasswordAloneEndWhenASecondFactorIsEnrolled() {
        Browser browser = Browser.signedIn(door, "gd");
        enrolled("gd");
        assertThat(browser.get("/api/v1/entries/me").statusCode()).isEqualTo(401);
    }

    private void enrolled(String username) {
        door.accounts.enrol(username);
        door.standings.changed();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
