package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.anEvent;

import java.time.Instant;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Two points in time side by side, with what the second has more than the first. */
@AtTheDoor
class CompareTest {

    private final Ledger ledger;
    private final Desk everyone;
    private long first;
    private long last;

    CompareTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.everyone = ledger.asNobody();
    }

    @BeforeEach
    void someRecords() throws InterruptedException {
        first = ledger.as("fj").holds(anEvent().meeting(10)).on("2019-06-01").isRecorded().position();
        Thread.sleep(5);
        ledger.as("gd").holds(anEvent().meeting(20)).on("2019-06-02").isRecorded();
        last = ledger.as("fj").holds(anEvent().meeting(30)).on("2019-06-03").isRecorded().position();
    }

    private Answer compared(Object from, Object to, String more) {
        return everyone.reads("progress/compare?from=" + from + "&to=" + to + "&waitFor=" + last + more).isShown();
    }

    @Test
    void bothSidesAreProgressAsItWasThen() {
        JsonNode both = compared(first, last, "").json();
        assertThat(both.get("from")).isEqualTo(everyone.reads("progress?position=" + first).isShown().json());
        assertThat(both.get("to")).isEqualTo(everyone.reads("progress?position=" + last).isShown().json());
    }

    @Test
    void theDifferenceIsTheSecondLessTheFirst() {
        JsonNode difference = compared(first, last, "").at("/difference");
        assertThat(difference.at("/targets/3/metric").stringValue()).isEqualTo("contacts");
        assertThat(difference.at("/targets/3/actual").longValue()).isEqualTo(50);
        assertThat(difference.at("/targets/3/target").longValue()).isZero();
        assertThat(difference.at("/units")).hasSize(35);
        assertThat(unit(difference, "FJ")).isEqualTo(30);
        assertThat(unit(difference, "GD")).isEqualTo(20);
        assertThat(unit(difference, "BJ")).isZero();
        assertThat(difference.at("/categories")).hasSize(7);
    }

    private static long unit(JsonNode difference, String code) {
        return difference.get("units").valueStream().filter(unit -> unit.get("unit").stringValue().equals(code))
                .findFirst().orElseThrow().at("/metrics/contacts/actual").longValue();
    }

    @Test
    void backwardsItIsNegative() {
        assertThat(compared(last, first, "").at("/difference/targets/3/actual").longValue()).isEqualTo(-50);
        assertThat(compared(last, last, "").at("/difference/targets/3/actual").longValue()).isZero();
    }

    @Test
    void instantsAndPositionsMayBeMixed() {
        String then = everyone.reads("progress?position=" + first).isShown().at("/asOf").stringValue();
        JsonNode both = compared(Instant.parse(then).plusMillis(1), last, "").json();
        assertThat(both.at("/from/position").longValue()).isEqualTo(first);
        assertThat(both.at("/difference/targets/3/actual").longValue()).isEqualTo(50);
    }

    @Test
    void ofOneUnit() {
        JsonNode both = compared(first, last, "&unit=GD").json();
        assertThat(both.at("/difference/units")).hasSize(1);
        assertThat(both.at("/difference/units/0/metrics/contacts/actual").longValue()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"from=1, 422, missing", "to=1, 422, missing", "from=x&to=1, 400, malformed",
            "from=999999999&to=1, 422, position-not-reached", "from=-5&to=1, 422, out-of-range",
            "from=0&to=0, 404, not-found"})
    void whatIsWrongIsRefused(String question, int status, String code) {
        everyone.reads("progress/compare?" + question).isRefusedWith(status, code);
    }
}
