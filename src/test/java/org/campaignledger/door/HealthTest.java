package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the ledger can be used is told to everyone; how it fares inside only to who runs it. */
@AtTheDoor
class HealthTest {

    private final Ledger ledger;

    HealthTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @ParameterizedTest
    @ValueSource(strings = {"readiness", "liveness", "projections"})
    void everyoneIsToldWithoutSigningIn(String probe) {
        Answer answer = ledger.asNobody().gets("/actuator/health/" + probe);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/status").stringValue()).isEqualTo("UP");
        assertThat(answer.json().has("components")).isFalse();
    }

    @Test
    void figuresAreForThoseWhoRunItOnAPortOfTheirOwn() {
        assertThat(ledger.asNobody().watches("/actuator/prometheus").status()).isEqualTo(401);
        assertThat(ledger.as("fj").watches("/actuator/prometheus").status()).isEqualTo(403);
        assertThat(ledger.asAdmin().watches("/actuator/prometheus").text()).contains("ledger_processor_lag_events",
                "ledger_commands");
        assertThat(ledger.asAuditor().watches("/actuator/info").status()).isEqualTo(200);
        assertThat(ledger.asNobody().watches("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private long commands(String command, String outcome) {
        return ledger.bean(MeterRegistry.class).find("ledger.commands").tag("command", command).tag("outcome", outcome)
                .timers().stream().mapToLong(Timer::count).sum();
    }

    @Test
    void acceptedOrRefusedAtTheDoorACommandIsCounted() {
        Desk fujian = ledger.as("fj");
        fujian.holds(anEvent()).on("2019-06-01").isRecorded();
        String refused = "POST /api/v1/campaigns/{campaign}/events";
        long acceptedBefore = commands("HoldEvent", "accepted");
        long refusedBefore = commands(refused, "outside-window");

        fujian.holds(anEvent()).on("2019-06-01").isRecorded();
        fujian.holds(anEvent()).on("2018-06-01").isRefusedWith(422, "outside-window");

        assertThat(commands("HoldEvent", "accepted")).isEqualTo(acceptedBefore + 1);
        assertThat(commands(refused, "outside-window")).isEqualTo(refusedBefore + 1);
        assertThat(ledger.asAdmin().watches("/actuator/prometheus").text()).contains("outcome=\"outside-window\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus", "info", "", "health/db", "health/ledger", "health/nothing"})
    void noneOfThemIsOnTheServicesPort(String endpoint) {
        assertThat(ledger.asNobody().gets("/actuator/" + endpoint).status()).isIn(401, 404);
        assertThat(ledger.as("fj").gets("/actuator/" + endpoint).status()).isIn(403, 404);
        assertThat(ledger.asAdmin().gets("/actuator/" + endpoint).status()).isEqualTo(404);
        assertThat(ledger.asAuditor().gets("/actuator/" + endpoint).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/campaigns", "/log/checkpoint", "/desk", "/accounts", "/operations",
            "/v3/api-docs"})
    void nothingOfTheServiceIsOnThatPort(String path) {
        assertThat(ledger.asAdmin().watches(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "heapdump", "loggers", "threaddump", "configprops", "shutdown"})
    void nothingElseIsThere(String endpoint) {
        assertThat(ledger.asAdmin().gets("/actuator/" + endpoint).status()).isEqualTo(404);
        assertThat(ledger.asAdmin().watches("/actuator/" + endpoint).status()).isEqualTo(404);
    }

    @Test
    void noAnswerTellsWhatServesIt() {
        Answer answer = ledger.asNobody().gets("/api/v1/campaigns");
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Powered-By")).isNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void answersForOneAreKeptByNoCache() {
        assertThat(ledger.as("fj").reads("mobilizations").header("Cache-Control")).contains("no-store");
        assertThat(ledger.as("fj").reads("progress").header("Cache-Control")).contains("no-store");
    }
}
