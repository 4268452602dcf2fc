package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.platform.web.security.RunningDoor.PASSWORD;
import static org.campaignledger.platform.web.security.RunningDoor.basic;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.campaignledger.kernel.Role;
import org.campaignledger.kernel.TokenAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** Every way in, granted or refused, is a line of the log; and none holds what somebody typed in the wrong place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoComesInIsWrittenDownTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(DoorLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private RunningDoor door;
    private String name;

    @BeforeAll
    void start() {
        door = new RunningDoor();
        new DoorLog().bindTo(meters);
    }

    @AfterAll
    void stop() {
        door.close();
    }

    @BeforeEach
    void anAccountOfItsOwn() {
        name = "w-" + UUID.randomUUID().toString().substring(0, 8);
        door.accounts.open(name, Role.REPORTER, "FJ", door.passwords.hash(PASSWORD));
        door.standings.changed();
        log.setLevel(Level.INFO);
        synchronized (lines) {
            lines.list.clear();
        }
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void noLonger() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    private List<String> told() {
        synchronized (lines) { // as the appender does when it adds a line
            return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    private List<String> refusals() {
        return told().stream().filter(line -> line.startsWith("refused ")).toList();
    }

    private double count(String way, String outcome) {
        return meters.get("ledger.signins").tags("way", way, "outcome", outcome).functionCounter().count();
    }

    private int asks(String path, String authorization) {
        return door.send(door.to(path).header("Authorization", authorization)).statusCode();
    }

    @Test
    void thatOfTheFormIsALineWithWhoAndWhereAndANumberToAskBy() {
        double before = count("form", "granted");
        new Browser(door).signIn(name, PASSWORD);
        assertThat(told()).singleElement().asString().matches("sign-in outcome=granted way=form account=" + name
                + " network=(127\\.0\\.0\\.1|0{16}) correlation=[0-9a-f-]{36}");
        assertThat(count("form", "granted")).isEqualTo(before + 1);
    }

    @Test
    void aWrongPasswordNamesTheAccountAndAnUnknownNameNothing() {
        double before = count("form", "refused");
        new Browser(door).signIn(name, "Wr0ng horse");
        new Browser(door).signIn("my secret password", "x");
        assertThat(told()).hasSize(2);
        assertThat(told().get(0)).startsWith("sign-in outcome=refused way=form account=" + name + " ");
        assertThat(told().get(1)).startsWith("sign-in outcome=refused way=form account=- ");
        assertThat(told().toString()).doesNotContain("secret", "Wr0ng");
        assertThat(count("form", "refused")).isEqualTo(before + 2);
    }

    @Test
    void aCodeIsAskedForAndIsWrongAndIsRight() {
        door.accounts.enrol(name);
        door.standings.changed();
        Browser browser = new Browser(door);
        browser.signIn(name, PASSWORD);
        browser.post("/login/code", Map.of("code", "000000", "_csrf", token(browser)));
        browser.post("/login/code", Map.of("code", RunningDoor.CODE, "_csrf", token(browser)));
        assertThat(told()).filteredOn(line -> line.startsWith("sign-in")).hasSize(3).satisfiesExactly(
                line -> assertThat(line).contains("outcome=code-asked way=form account=" + name),
                line -> assertThat(line).contains("outcome=refused way=code account=" + name),
                line -> assertThat(line).contains("outcome=granted way=code account=" + name));
        assertThat(told().toString()).doesNotContain("000000", RunningDoor.CODE);
    }

    private static String token(Browser browser) {
        browser.get("/login/code");
        return browser.cookies.getOrDefault(Browser.TOKEN, "");
    }

    @Test
    void aProgramIsWrittenDownOnceInAWhileAndEachTimeItIsRefused() {
        for (int i = 0; i < 5; i++) {
            assertThat(asks("/api/v1/entries/me", basic(name, PASSWORD))).isEqualTo(200);
        }
        assertThat(told()).singleElement().asString().contains("outcome=granted way=basic account=" + name);
        String token = door.tokens.issue(name, TokenAccess.READ);
        assertThat(asks("/api/v1/entries/me", "Bearer " + token)).isEqualTo(200);
        assertThat(asks("/api/v1/entries/me", "Bearer " + token.replaceFirst("clt_.", "clt_g"))).isEqualTo(401);
        assertThat(asks("/api/v1/entries/me", basic(name, "Wr0ng horse"))).isEqualTo(401);
        assertThat(told()).hasSize(4);
        assertThat(told().get(1)).contains("outcome=granted way=token account=" + name);
        assertThat(told().get(2)).contains("outcome=refused way=token account=-");
        assertThat(told().get(3)).contains("outcome=refused way=basic account=" + name);
        assertThat(told().toString()).doesNotContain(token, "Wr0ng");
        long start = System.nanoTime();
        MockHttpServletRequest again = new MockHttpServletRequest("GET", "/api/v1/entries/me");
        DoorLog.program(again, DoorLog.Way.TOKEN, name, start);
        DoorLog.program(again, DoorLog.Way.TOKEN, name, start + DoorLog.SELDOM.minus(Duration.ofSeconds(1)).toNanos());
        DoorLog.program(again, DoorLog.Way.TOKEN, name, start + DoorLog.SELDOM.toNanos());
        assertThat(told()).as("once in a while").hasSizeBetween(5, 6);
    }

    @Test
    void whoIsThrottledIsWrittenDownAsThat() {
        double before = count("basic", "throttled");
        for (int i = 0; i < 24; i++) {
            asks("/api/v1/entries/me", basic(name, "guess number " + i));
        }
        assertThat(told()).anyMatch(line -> line.startsWith("sign-in outcome=throttled way=basic account=" + name));
        assertThat(count("basic", "throttled")).isGreaterThan(before);
    }

    @Test
    void whatSomebodyMayNotDoIsALineWithThePlaceAndNotTheAddress() {
        assertThat(asks("/api/v1/accounts?name=13800000123", basic(name, PASSWORD))).isEqualTo(403);
        String token = door.tokens.issue(name, TokenAccess.READ);
        assertThat(door.send(door.to("/api/v1/campaigns/2019/events").header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(403);
        Browser browser = Browser.signedIn(door, name);
        assertThat(browser.post("/api/v1/campaigns/2019/events", Map.of("phone", "13800000123")).statusCode())
                .isEqualTo(403);
        // A refusal is written down once it was answered, so that three of them may stand in any order.
        await().until(() -> refusals().size() >= 3);
        assertThat(refusals()).satisfiesExactlyInAnyOrder(
                line -> assertThat(line).startsWith("refused code=wrong-role account=" + name
                        + " method=GET place=/api/v1/accounts network="),
                line -> assertThat(line).startsWith("refused code=token-access account=" + name
                        + " method=POST place=/api/v1/campaigns/{c}/events network="),
                line -> assertThat(line).startsWith("refused code=csrf ")
                        .contains("place=/api/v1/campaigns/{c}/events"));
        assertThat(told().toString()).doesNotContain("13800000123");
    }

    @Test
    void thatNobodyIsSignedInIsCountedAlone() {
        double before = meters.get("ledger.refusals").tag("code", "not-signed-in").functionCounter().count();
        assertThat(door.send(door.to("/api/v1/entries/me")).statusCode()).isEqualTo(401);
        await().untilAsserted(() -> assertThat(
                meters.get("ledger.refusals").tag("code", "not-signed-in").functionCounter().count())
                .isEqualTo(before + 1)); // once it was answered
        assertThat(told()).isEmpty();
    }
}
