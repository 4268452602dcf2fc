package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtOnce;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer says which position it reflects, and whoever names one reads at least that: their own writes. */
@AtTheDoor
class FreshnessTest {

    private static final int ROUNDS = 10;

    private final Ledger ledger;
    private final Desk fujian;

    FreshnessTest(Ledger ledger) {
        this.ledger = ledger;
        this.fujian = ledger.as("fj");
    }

    private void isReadBackAtOnce(Answer recorded) {
        Answer read = fujian.gets(recorded.location() + "?waitFor=" + recorded.position()).isShown();
        assertThat(read.id()).isEqualTo(recorded.id());
        assertThat(read.position()).isGreaterThanOrEqualTo(recorded.position());
        assertThat(read.at("/position").longValue()).isEqualTo(recorded.position());
    }

    @Test
    void whatWasRecordedIsReadBackWhereItsLocationSays() {
        for (int round = 0; round < ROUNDS; round++) {
            String day = LocalDate.of(2019, 6, 1).plusDays(round).toString();
            isReadBackAtOnce(fujian.mobilizes(aUnion()).on(day).isRecorded());
            isReadBackAtOnce(fujian.recruits(aPerson()).on(day).isRecorded());
            isReadBackAtOnce(fujian.holds(anEvent()).on(day).isRecorded());
            isReadBackAtOnce(fujian.reports(reach("WEB", 1)).between(day, day).isRecorded());
        }
    }

    @Test
    void theListsHaveItToo() {
        for (int round = 0; round < ROUNDS; round++) {
            Answer union = fujian.mobilizes(aUnion()).on("2019-06-20").isRecorded();
            String newest = "?limit=1&waitFor=" + union.position();
            assertThat(fujian.reads("mobilizations" + newest).isShown().at("/items/0/id").stringValue())
                    .isEqualTo(union.id());
            assertThat(fujian.reads("trail" + newest).isShown().at("/items/0/recordId").stringValue())
                    .isEqualTo(union.id());
            assertThat(fujian.reads("latest" + newest).isShown().at("/items/0/position").longValue())
                    .isEqualTo(union.position());
        }
    }

    @Test
    void theFiguresHaveItToo() {
        for (int round = 0; round < ROUNDS; round++) {
            long before = contacts(ledger.progressAfter(ledger.head()).at("/targets/3"));
            long position = fujian.holds(anEvent().meeting(7)).on("2019-06-20").isRecorded().position();
            assertThat(contacts(ledger.progressAfter(position).at("/targets/3"))).isEqualTo(before + 7);
            assertThat(fujian.reads("progress/explain?metric=contacts&unit=FJ&waitFor=" + position).isShown()
                    .at("/sum").longValue()).isEqualTo(before + 7);
        }
    }

    private static long contacts(tools.jackson.databind.JsonNode target) {
        assertThat(target.get("metric").stringValue()).isEqualTo("contacts");
        return target.get("actual").longValue();
    }

    @Test
    void whatWasOpenedIsReadBack() {
        Answer part = ledger.asAdmin().opensSubUnit("FJ", "FJ-FRESH", "新设市").isRecorded();
        assertThat(ledger.asAuditor().gets(part.location() + "?waitFor=" + part.position()).isShown().at("/code")
                .stringValue()).isEqualTo("FJ-FRESH");
        Answer phase = ledger.withAnotherCampaign().asAdmin().opens("JUDGE").isDone();
        assertThat(ledger.asNobody().gets("/api/v1/campaigns?waitFor=" + phase.position()).isShown().position())
                .isGreaterThanOrEqualTo(phase.position());
    }

    /** Below the campaign. */
    private static Stream<String> questions() {
        return Stream.of("", "units/FJ/sub-units", "mobilizations", "propagandists", "events", "reach-reports",
                "trail", "latest", "progress", "progress/compare?from=2099-01-01T00:00:00Z&to=2099-01-01T00:00:00Z",
                "progress/explain?metric=events", "progress/series?metric=events");
    }

    /** Elsewhere. */
    private static Stream<String> paths() {
        return Stream.of("/api/v1/campaigns", "/api/v1/accounts", "/api/v1/accounts/fj", "/api/v1/trail",
                "/api/v1/trail/1", "/api/v1/operations/projections", "/api/v1/operations/dead-letters",
                "/api/v1/definitions", "/api/v1/definitions/2019");
    }

    private Stream<String> everyQuestion() {
        return Stream.concat(questions().map(ledger.asAuditor()::path), paths());
    }

    private static String waitingFor(long position, String question) {
        return question + (question.contains("?") ? "&" : "?") + "waitFor=" + position;
    }

    @Test
    void everyQuestionTakesAPositionToWaitFor() {
        long position = fujian.mobilizes(aUnion()).on("2019-06-20").isRecorded().position();
        everyQuestion().forEach(question -> assertThat(ledger.asAuditor().gets(waitingFor(position, question))
                .isShown().position()).as(question).isGreaterThanOrEqualTo(position));
    }

    @Test
    void whatIsNotReachedInFiveSecondsIsRefusedWithWordWhenToComeAgain() {
        long far = ledger.head() + 1_000_000;
        List<Callable<Answer>> all = everyQuestion().map(question -> (Callable<Answer>) () -> ledger.asAuditor()
                .gets(waitingFor(far, question))).toList();
        long began = System.nanoTime();
        List<Answer> answers = AtOnce.all(all);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofMillis(4_500),
                Duration.ofSeconds(12));
        assertThat(answers).allSatisfy(answer -> {
            answer.isRefusedWith(503, "not-fresh-yet");
            assertThat(answer.header("Retry-After")).matches("[1-9]\\d*");
        });
    }

    @Test
    void whoeverWaitsIsAnsweredAsSoonAsItIsReached() {
        List<Answer> both = AtOnce.all(List.<Callable<Answer>>of(
                () -> ledger.asAuditor().reads("mobilizations?limit=1&waitFor=" + (ledger.head() + 1)),
                () -> {
                    Thread.sleep(150);
                    return fujian.mobilizes(aUnion()).on("2019-06-21");
                }));
        assertThat(both.getFirst().isShown().position()).isGreaterThanOrEqualTo(both.getLast().isRecorded()
                .position());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1"})
    void whatIsLongPastIsNotWaitedFor(String position) {
        ledger.asAuditor().reads("mobilizations?waitFor=" + position).isShown();
        ledger.asNobody().reads("progress?waitFor=" + position).isShown();
    }
}
