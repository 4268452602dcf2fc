package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPerson;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** "Explain this number": the postings behind a figure, paged, and their sum is the figure, whichever it is. */
@AtTheDoor
class ExplainTest {

    private final Ledger ledger;
    private final Desk auditor;
    private long head;

    ExplainTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.auditor = ledger.asAuditor();
    }

    @BeforeEach
    void someRecords() {
        ledger.asAdmin().opensSubUnit("FJ", "FJ-EX", "某市").isRecorded();
        for (int i = 1; i <= 4; i++) {
            ledger.as("fj").holds(anEvent().meeting(i)).on("2019-06-0" + i).isRecorded();
            ledger.as("fj-ex").holds(anEvent().meeting(10L * i)).on("2019-06-0" + i).isRecorded();
            ledger.as("gd").holds(anEvent().meeting(100L * i)).on("2019-07-0" + i).isRecorded();
        }
        ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded();
        ledger.as("fj").recruits(aPerson()).on("2019-06-01").isRecorded();
        head = ledger.as("fj").reports(reach("WEB", 77).andOnward(88)).between("2019-06-01", "2019-06-05")
                .isRecorded().position();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "propagandists", "events", "contacts", "directReach", "secondaryReach"})
    void theSumIsTheFigure(String metric) {
        for (String when : List.of("", "&on=2019-06-03", "&on=2019-06-30", "&position=" + (head - 5), "&on=2019-06-03"
                + "&position=" + (head - 5), "&on=2018-01-01")) {
            for (String unit : List.of("", "&unit=FJ", "&unit=FJ-EX", "&unit=GD", "&unit=BJ")) {
                String question = "waitFor=" + head + when + unit;
                JsonNode progress = auditor.reads("progress?" + question).isShown().json();
                long figure = unit.isEmpty()
                        ? progress.get("targets").valueStream().filter(target -> target.get("metric").stringValue()
                                .equals(metric)).findFirst().orElseThrow().get("actual").longValue()
                        : progress.at("/units/0/metrics/" + metric + "/actual").longValue();
                JsonNode explained = auditor.reads("progress/explain?metric=" + metric + "&" + question).isShown()
                        .json();
                assertThat(explained.get("sum").longValue()).as(metric + " " + question).isEqualTo(figure);
                assertThat(explained.get("postings").valueStream().mapToLong(line -> line.get("amount").longValue())
                        .sum()).as(metric + " " + question).isEqualTo(figure);
                assertThat(explained.get("count").longValue()).isEqualTo(explained.get("postings").size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 12, 13})
    void pagesGoToTheEndWithoutLossOrRepetition(int limit) {
        List<JsonNode> lines = new ArrayList<>();
        String after = "";
        do {
            Answer page = auditor.reads("progress/explain?metric=contacts&limit=" + limit + "&waitFor=" + head + after);
            assertThat(page.isShown().at("/sum").longValue()).isEqualTo(1_110);
            assertThat(page.at("/count").longValue()).isEqualTo(12);
            page.at("/postings").forEach(lines::add);
            after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
        } while (!after.isEmpty());
        assertThat(lines).hasSize(12);
        assertThat(new HashSet<>(lines)).hasSize(12);
        assertThat(lines.stream().map(line -> line.get("position").longValue())).isSorted();
        assertThat(lines.stream().mapToLong(line -> line.get("amount").longValue()).sum()).isEqualTo(1_110);
    }

    @Test
    void everyLineStandsInTheTrailAsItIs() {
        auditor.reads("progress/explain?metric=directReach&waitFor=" + head).isShown().at("/postings").forEach(line -> {
            JsonNode event = auditor.gets("/api/v1/trail/" + line.get("position").longValue()).isShown().json();
            assertThat(event.get("type")).isEqualTo(line.get("type"));
            assertThat(event.get("recordId")).isEqualTo(line.get("recordId"));
            assertThat(event.get("postings").valueStream()).anySatisfy(posting -> {
                assertThat(posting.get("metric").stringValue()).isEqualTo("directReach");
                assertThat(posting.get("amount")).isEqualTo(line.get("amount"));
                assertThat(posting.get("occurredOn")).isEqualTo(line.get("occurredOn"));
                assertThat(posting.get("unit")).isEqualTo(line.get("unit"));
            });
        });
    }

    @Test
    void aReporterIsToldOfItsOwnUnitAndAHostOfItsCategory() {
        String waiting = "&waitFor=" + head;
        assertThat(ledger.as("fj").reads("progress/explain?metric=events&unit=FJ" + waiting).isShown().at("/sum")
                .longValue()).isEqualTo(8);
        ledger.as("fj").reads("progress/explain?metric=events&unit=GD" + waiting).isRefusedWith(404, "not-found");
        ledger.as("host-video").reads("progress/explain?metric=submitted&category=video" + waiting).isShown();
        ledger.as("host-video").reads("progress/explain?metric=submitted&category=song" + waiting)
                .isRefusedWith(404, "not-found");
        ledger.asNobody().reads("progress/explain?metric=events").isRefusedWith(401, "not-signed-in");
    }
}
