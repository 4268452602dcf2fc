package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.platform.web.security.RunningDoor.PASSWORD;
import static org.campaignledger.platform.web.security.RunningDoor.basic;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramsSignInTest {

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
        door.accounts.open("gd", org.campaignledger.kernel.Role.REPORTER, "GD", door.passwords.hash(PASSWORD));
        door.standings.changed();
    }

    @Test
    void aProgramSignsInWithEveryRequestAndGetsNoCookie() {
        HttpResponse<String> answer = get("/api/v1/entries/me", basic("fj", PASSWORD));
        assertThat(answer.body()).isEqualTo("<fj>");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void aProgramNeedsNoCsrfToken() {
        assertThat(door.send(door.to("/api/v1/campaigns/2019/events").header("Authorization", basic("fj", PASSWORD))
                .POST(BodyPublishers.noBody())).body()).isEqualTo("<fj>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fj:wrong", "nobody:correct horse", "FJ:correct horse", ":", "fj", "fj:", "a\u0000b:c"})
    void wrongCredentialsAreOneAnswerWhateverIsWrong(String pair) {
        String header = "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes(
                java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> answer = get("/api/v1/entries/me", header);
        assertRefused(answer, 401, "bad-credentials");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                challenge -> assertThat(challenge).startsWith("Basic realm="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "basic", "Bearer abc", "Basicx", "nonsense"})
    void aHeaderThatIsNotUnderstoodIsNotPassedOver(String header) {
        assertRefused(get("/api/v1/campaigns", header), 401, "bad-credentials");
    }

    @Test
    void whoIsNotSignedInIsToldSoInsteadOfBeingSentToAForm() {
        HttpResponse<String> answer = door.send(door.to("/api/v1/entries/me"));
        assertRefused(answer, 401, "not-signed-in");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertRefused(door.send(door.to("/api/v1/no/such/place")), 401, "not-signed-in");
        assertRefused(door.send(door.to("/actuator/prometheus")), 401, "not-signed-in");
    }

    @Test
    void aBrowserIsNotMadeToOpenItsOwnWindowForAPassword() {
        HttpResponse<String> answer = door.send(door.to("/api/v1/entries/me").header("User-Agent",
                "Mozilla/5.0 (X11)"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow()).doesNotContain("Basic");
    }

    @Test
    void thoseWhoAreSignedInLearnThatAPlaceDoesNotExist() {
        assertRefused(get("/api/v1/no/such/place", basic("fj", PASSWORD)), 404, "not-found");
    }

    @Test
    void aWrongRoleIsTurnedAwayAtTheDoor() {
        assertRefused(get("/api/v1/accounts", basic("fj", PASSWORD)), 403, "wrong-role");
        assertThat(get("/api/v1/accounts", basic("admin", PASSWORD)).body()).isEqualTo("<admin>");
        assertRefused(get("/actuator/prometheus", basic("fj", PASSWORD)), 403, "wrong-role");
    }

    @Test
    void aVerifiedPairIsRemembered() {
        int before = door.passwords.verified.get();
        for (int i = 0; i < 50; i++) {
            assertThat(get("/api/v1/entries/me", basic("gd", PASSWORD)).statusCode()).isEqualTo(200);
        }
        assertThat(door.passwords.verified.get() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void aWrongPairIsNotRememberedAsRight() {
        get("/api/v1/entries/me", basic("gd", PASSWORD));
        assertRefused(get("/api/v1/entries/me", basic("gd", "wrong")), 401, "bad-credentials");
        assertRefused(get("/api/v1/entries/me", basic("gd", "wrong")), 401, "bad-credentials");
    }

    @Test
    void manyFirstRequestsAtOnceAreVerifiedOnce() throws Exception {
        door.accounts.setPassword("gd", door.passwords.hash("another horse"));
        door.standings.changed();
        int before = door.passwords.verified.get();
        List<Future<Integer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 60).forEach(i -> answers.add(
                    threads.submit(() -> get("/api/v1/entries/me", basic("gd", "another horse")).statusCode())));
        }
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(200);
        }
        assertThat(door.passwords.verified.get() - before)
                .isLessThanOrEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    @Test
    void disablingAnAccountEndsWhatIsRememberedAtOnce() {
        assertThat(get("/api/v1/entries/me", basic("gd", PASSWORD)).statusCode()).isEqualTo(200);
        door.accounts.disable("gd");
        door.standings.changed();
        assertRefused(get("/api/v1/entries/me", basic("gd", PASSWORD)), 401, "bad-credentials");
    }

    @Test
    void disablingAnAccountElsewhereEndsItHereWithinASecond() throws Exception {
        assertThat(get("/api/v1/entries/me", basic("gd", PASSWORD)).statusCode()).isEqualTo(200);
        door.accounts.disable("gd");
        Thread.sleep(Standings.RECHECKED.toMillis() + 50);
        assertRefused(get("/api/v1/entries/me", basic("gd", PASSWORD)), 401, "bad-credentials");
    }

    @Test
    void aNewPasswordEndsTheOldOneAtOnce() {
        assertThat(get("/api/v1/entries/me", basic("gd", PASSWORD)).statusCode()).isEqualTo(200);
        door.accounts.setPassword("gd", door.passwords.hash("another horse"));
        door.standings.changed();
        assertRefused(get("/api/v1/entries/me", basic("gd", PASSWORD)), 401, "bad-credentials");
        assertThat(get("/api/v1/entries/me", basic("gd", "another horse")).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutTheDatabaseNobodyIsLetInAndThePublicIsServed() {
        assertThat(get("/api/v1/entries/me", basic("gd", PASSWORD)).statusCode()).isEqualTo(200);
        door.accounts.down = true;
        door.standings.changed();
        try {
            HttpResponse<String> answer = get("/api/v1/entries/me", basic("gd", PASSWORD));
            assertRefused(answer, 503, "store-unavailable");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(door.send(door.to("/api/v1/campaigns")).body()).isEqualTo("<>");
        } finally {
            door.accounts.down = false;
        }
    }

    @Test
    void aProgramThatGuessesIsToldWhenToComeBack() {
        door.accounts.open("guessed", org.campaignledger.kernel.Role.REPORTER, "GD", door.passwords.hash(PASSWORD));
        for (int i = 0; i < 4; i++) {
            assertRefused(get("/api/v1/entries/me", basic("guessed", "guess " + i)), 401, "bad-credentials");
        }
        guesses("guessed");
        int before = door.passwords.verified.get();
        HttpResponse<String> answer = get("/api/v1/entries/me", basic("guessed", "guess"));
        assertRefused(answer, 429, "too-many-sign-ins");
        assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9]\\d*");
        assertThat(door.passwords.verified.get()).as("nothing is hashed").isEqualTo(before);
    }

    /** However slow the machine is: the wait outgrows what a guess takes. */
    private void guesses(String account) {
        for (int i = 0; i < 60; i++) {
            if (get("/api/v1/entries/me", basic(account, "another guess " + i)).statusCode() == 429) {
                return;
            }
        }
        throw new AssertionError("sixty guesses, and none had to wait");
    }

    @Test
    void aRightPairThatWasVerifiedLatelyGoesOnWhileOthersGuess() {
        door.accounts.open("steady", org.campaignledger.kernel.Role.REPORTER, "GD", door.passwords.hash(PASSWORD));
        assertThat(get("/api/v1/entries/me", basic("steady", PASSWORD)).statusCode()).isEqualTo(200);
        guesses("steady");
        assertRefused(get("/api/v1/entries/me", basic("steady", "guess")), 429, "too-many-sign-ins");
        assertThat(get("/api/v1/entries/me", basic("steady", PASSWORD)).statusCode()).isEqualTo(200);
    }

    @Test
    void aPasswordAloneIsNotEnoughWhereACodeIsAskedFor() {
        door.accounts.open("anna", org.campaignledger.kernel.Role.ADMIN, null, door.passwords.hash(PASSWORD));
        assertThat(get("/api/v1/entries/me", basic("anna", PASSWORD)).statusCode()).isEqualTo(200);
        door.accounts.enrol("anna");
        door.standings.changed();
        assertRefused(get("/api/v1/entries/me", basic("anna", PASSWORD)), 401, "second-factor-needed");
        assertRefused(get("/api/v1/entries/me", basic("anna", "wrong")), 401, "bad-credentials");
    }

    private HttpResponse<String> get(String path, String authorization) {
        return door.send(door.to(path).header("Authorization", authorization));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
