package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Progress and registers as of a position or an instant, and by business date, alone and together. */
@AtTheDoor
class PointsInTimeTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Desk everyone;

    PointsInTimeTest(Ledger first) {
        // What is asserted is the whole of a campaign, so each test has one to itself.
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.everyone = ledger.asNobody();
    }

    private long organizations(String when) {
        return everyone.reads("progress?" + when).isShown().at("/targets/0/actual").longValue();
    }

    private List<String> register(String when) {
        JsonNode items = fujian.reads("mobilizations?" + when).isShown().at("/items");
        return items.valueStream().map(item -> item.get("id").stringValue()).toList();
    }

    private Instant recordedAt(Answer record) {
        return Instant.parse(ledger.asAuditor().gets("/api/v1/trail/" + record.position() + "?waitFor=" + record
                .position()).isShown().at("/recordedAt").stringValue());
    }

    private Answer unionOn(String day) throws InterruptedException {
        Thread.sleep(3); // so that no two share an instant
        Answer recorded = fujian.mobilizes(aUnion()).on(day).isRecorded();
        Thread.sleep(3);
        return recorded;
    }

    @Test
    void asOfAPosition() throws Exception {
        Answer june = unionOn("2019-06-10");
        Answer may = unionOn("2019-05-10");
        Answer july = unionOn("2019-07-10");
        assertThat(organizations("position=" + (june.position() - 1))).isZero();
        assertThat(organizations("position=" + june.position())).isEqualTo(1);
        assertThat(organizations("position=" + may.position())).isEqualTo(2);
        assertThat(organizations("position=" + july.position())).isEqualTo(3);
        assertThat(register("position=" + may.position())).containsExactly(may.id(), june.id());
        assertThat(register("position=" + (june.position() - 1))).isEmpty();
        Answer asked = everyone.reads("progress?position=" + may.position()).isShown();
        assertThat(asked.position()).isEqualTo(may.position());
        assertThat(asked.at("/position").longValue()).isEqualTo(may.position());
        assertThat(Instant.parse(asked.at("/asOf").stringValue())).isEqualTo(recordedAt(may));
    }

    @Test
    void asOfAnInstant() throws Exception {
        Answer june = unionOn("2019-06-10");
        Answer may = unionOn("2019-05-10");
        Instant then = recordedAt(june);
        for (String when : List.of("at=" + then, "at=" + then.plusMillis(1), "at=" + recordedAt(may).minusMillis(1))) {
            assertThat(organizations(when)).as(when).isEqualTo(1);
            assertThat(register(when)).as(when).containsExactly(june.id());
            assertThat(everyone.reads("progress?" + when).isShown().position()).isEqualTo(june.position());
        }
        assertThat(organizations("at=" + then.minusMillis(1))).isZero();
        assertThat(organizations("at=" + Instant.now().plusSeconds(3600))).isEqualTo(2);
        assertThat(organizations("at=2099-01-01T08:00:00%2B08:00")).isEqualTo(2);
    }

    @Test
    void byBusinessDate() throws Exception {
        Answer june = unionOn("2019-06-10");
        Answer may = unionOn("2019-05-10");
        assertThat(organizations("on=2019-05-09")).isZero();
        assertThat(organizations("on=2019-05-10")).isEqualTo(1);
        assertThat(organizations("on=2019-06-09")).isEqualTo(1);
        assertThat(organizations("on=2019-06-10")).isEqualTo(2);
        assertThat(register("on=2019-05-10")).containsExactly(may.id());
        assertThat(organizations("on=2019-05-31&position=" + june.position())).isZero();
        assertThat(organizations("on=2019-06-30&position=" + june.position())).isEqualTo(1);
        assertThat(organizations("on=2019-05-31&at=" + recordedAt(june))).isZero();
        assertThat(organizations("on=2019-05-31&at=" + recordedAt(may))).isEqualTo(1);
        assertThat(register("on=2019-05-31&position=" + may.position())).containsExactly(may.id());
        assertThat(register("on=2019-05-31&position=" + june.position())).isEmpty();
    }

    @Test
    void phasesAndPartsAreThoseOfThatPosition() {
        long opened = ledger.head() - 1; // MOBILISE was opened by the last event
        Answer part = ledger.asAdmin().opensSubUnit("FJ", "FJ-TIME", "某市").isRecorded();
        ledger.asAdmin().closes("MOBILISE").isDone();
        assertThat(everyone.reads("progress?position=" + opened).isShown().at("/phases")).isEmpty();
        assertThat(everyone.reads("progress?position=" + part.position()).isShown().at("/phases/0").stringValue())
                .isEqualTo("MOBILISE");
        assertThat(everyone.reads("progress").isShown().at("/phases")).isEmpty();
        everyone.reads("progress?unit=FJ-TIME&position=" + part.position()).isShown();
        everyone.reads("progress?unit=FJ-TIME&position=" + opened).isRefusedWith(422, "unknown-unit");
    }

    @Test
    void beforeItsOpeningThereIsNoCampaign() {
        long opened = ledger.head() - 1;
        everyone.reads("progress?position=" + opened).isShown();
        everyone.reads("progress?position=" + (opened - 1)).isRefusedWith(404, "not-found");
        everyone.reads("progress?position=0").isRefusedWith(404, "not-found");
        everyone.reads("progress?at=2019-06-01T00:00:00Z").isRefusedWith(404, "not-found");
        assertThat(register("at=2019-06-01T00:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"progress", "mobilizations", "propagandists", "events", "reach-reports",
            "progress/explain"})
    void whatIsNotReachedAndWhatExcludesEachOther(String question) {
        Desk auditor = ledger.asAuditor();
        String more = question.endsWith("explain") ? "?metric=events&" : "?";
        auditor.reads(question + more + "position=" + (ledger.head() + 1_000_000))
                .isRefusedWith(422, "position-not-reached").namingJust("position position-not-reached");
        auditor.reads(question + more + "position=1&at=2019-06-01T00:00:00Z")
                .isRefusedWith(422, "excludes-each-other").namingJust("at excludes-each-other");
        auditor.reads(question + more + "position=-1").isRefusedWith(422, "out-of-range");
    }

    @Test
    void aRecordIsThereFromItsPositionOn() throws Exception {
        Answer record = unionOn("2019-06-10");
        fujian.gets(record.location() + "?position=" + record.position()).isShown();
        fujian.gets(record.location() + "?position=" + (record.position() - 1)).isRefusedWith(404, "not-found");
        fujian.gets(record.location() + "?at=" + recordedAt(record)).isShown();
        fujian.gets(record.location() + "?at=" + recordedAt(record).minusMillis(1)).isRefusedWith(404, "not-found");
    }

    @Test
    void thePastStaysWhatItWas() throws Exception {
        Answer june = unionOn("2019-06-10");
        String asked = "progress?position=" + june.position();
        JsonNode then = everyone.reads(asked).isShown().json();
        for (int i = 0; i < 20; i++) {
            fujian.holds(anEvent().meeting(i)).on("2019-06-11").isRecorded();
        }
        assertThat(everyone.reads(asked).isShown().json()).isEqualTo(then);
    }

    @Test
    void aPositionThatWasJustWrittenIsAnsweredWithoutWaitFor() {
        Stream.iterate(1L, n -> n + 1).limit(10).forEach(n -> {
            long position = fujian.mobilizes(aUnion()).on("2019-06-10").isRecorded().position();
            assertThat(organizations("position=" + position)).isEqualTo(n);
            assertThat(register("position=" + position)).hasSize((int) (long) n);
        });
    }
}
