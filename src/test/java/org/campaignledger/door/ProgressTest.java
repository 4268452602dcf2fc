package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Forms.reach;

import java.util.List;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The balance in the contract's shape: every unit and metric, zeros included, against plan and target. */
@AtTheDoor
class ProgressTest {

    private static final List<String> METRICS = List.of("organizations", "propagandists", "events", "contacts",
            "directReach", "secondaryReach");

    private final Ledger ledger;
    private final Desk fujian;

    ProgressTest(Ledger first) {
        this.ledger = first.withAnotherCampaign();
        this.fujian = ledger.as("fj");
    }

    @Test
    void anEmptyCampaignShowsEveryUnitAndMetricWithZeros() {
        JsonNode progress = ledger.progressAfter(ledger.head());
        assertThat(progress.propertyNames()).containsExactly("campaign", "position", "asOf", "phases", "targets",
                "units", "categories");
        assertThat(progress.get("campaign").stringValue()).isEqualTo(ledger.campaign());
        assertThat(progress.get("asOf").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(progress.get("phases").valueStream().map(JsonNode::stringValue)).containsExactly("MOBILISE");
        assertThat(progress.get("targets").valueStream().map(target -> target.get("metric").stringValue()))
                .containsExactlyElementsOf(METRICS);
        assertThat(progress.get("targets").valueStream().map(target -> target.path("target").longValue(-1)))
                .containsExactly(1_000L, 20_000L, 3_000L, 500_000L, 100_000_000L, -1L);
        assertThat(progress.get("units")).hasSize(35).allSatisfy(unit -> {
            assertThat(unit.get("metrics").propertyNames()).containsExactlyElementsOf(METRICS);
            assertThat(unit.get("metrics").valueStream()).allMatch(figure -> figure.get("actual").longValue() == 0);
            assertThat(unit.at("/metrics/events/target").longValue()).isPositive();
            assertThat(unit.at("/metrics/contacts").has("target")).isFalse();
        });
        assertThat(progress.get("units").valueStream().mapToLong(unit -> unit.at("/metrics/events/target")
                .longValue()).sum()).isEqualTo(3_000);
        assertThat(progress.get("categories")).hasSize(7).allSatisfy(category -> assertThat(category.propertyNames())
                .containsExactly("category", "submitted", "accepted", "recommended", "judged", "awarded"));
    }

    @Test
    void whatHasNoTargetHasNeitherRatioNorPlan() {
        JsonNode plus = ledger.progressAfter(ledger.head()).at("/targets/5");
        assertThat(plus.propertyNames()).containsExactly("metric", "actual", "forecast");
    }

    @Test
    void eachRecordCountsWhereItShould() {
        fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        fujian.holds(anEvent().meeting(33)).on("2019-06-01").isRecorded();
        ledger.as("gd").holds(anEvent().meeting(7)).on("2019-06-01").isRecorded();
        long head = fujian.reports(reach("WECHAT", 1_000).andOnward(4)).between("2019-06-01", "2019-06-03")
                .isRecorded().position();
        JsonNode progress = ledger.progressAfter(head);
        assertThat(progress.get("targets").valueStream().map(target -> target.get("actual").longValue()))
                .containsExactly(1L, 0L, 2L, 40L, 1_000L, 4L);
        assertThat(progress.get("position").longValue()).isEqualTo(head);
        JsonNode fj = progress.at("/units/12");
        assertThat(fj.get("unit").stringValue()).isEqualTo("FJ");
        assertThat(fj.get("metrics").valueStream().map(figure -> figure.get("actual").longValue()))
                .containsExactly(1L, 0L, 1L, 33L, 1_000L, 4L);
    }

    /** 153 days of MOBILISE; to 1 July 62 have passed and 91 are left. */
    @Test
    void plannedPaceAndForecastFollowTheDateAskedFor() {
        fujian.mobilizes(aUnion()).on("2019-05-01").isRecorded();
        fujian.mobilizes(aUnion()).on("2019-06-01").isRecorded();
        long head = fujian.mobilizes(aUnion()).on("2019-06-02").isRecorded().position();
        JsonNode july = target("on=2019-07-01&waitFor=" + head);
        assertThat(july.get("planned").longValue()).isEqualTo(405); // 1000 × 62 ÷ 153 = 405.2
        assertThat(july.get("pace").longValue()).isEqualTo(3 - 405);
        assertThat(july.get("forecast").longValue()).isEqualTo(6); // 3 + 1 ÷ 30 × 91 = 6.03
        assertThat(july.get("ratio").decimalValue()).isEqualByComparingTo("0.003");
        JsonNode before = target("on=2019-04-30");
        assertThat(before.get("planned").longValue()).isZero();
        assertThat(before.get("forecast").longValue()).isZero();
        JsonNode first = target("on=2019-05-01");
        assertThat(first.get("planned").longValue()).isEqualTo(7); // 1000 ÷ 153 = 6.5
        assertThat(first.get("forecast").longValue()).isEqualTo(6); // 1 + 1 ÷ 30 × 152 = 6.07
        JsonNode end = target("on=2019-09-30");
        assertThat(end.get("planned").longValue()).isEqualTo(1_000);
        assertThat(end.get("forecast").longValue()).isEqualTo(3);
        assertThat(target("on=2019-11-30").get("planned").longValue()).isEqualTo(1_000);
    }

    @Test
    void anExtensionOfMobiliseStretchesThePlan() {
        ledger.asAdmin().extendsPhase("MOBILISE", "2019-10-30").isDone();
        assertThat(target("on=2019-07-01").get("planned").longValue()).isEqualTo(339); // 1000 × 62 ÷ 183 = 338.8
        assertThat(target("on=2019-07-01&position=" + (ledger.head() - 1)).get("planned").longValue()).isEqualTo(405);
    }

    /** Today MOBILISE is long over: what is planned is the target. */
    @Test
    void withoutADateTodayCounts() {
        JsonNode today = target("waitFor=1");
        assertThat(today.get("planned").longValue()).isEqualTo(1_000);
        assertThat(today.get("pace").longValue()).isEqualTo(-1_000);
    }

    private JsonNode target(String when) {
        return ledger.asNobody().reads("progress?" + when).isShown().at("/targets/0");
    }

    @Test
    void oneUnitAlone() {
        long head = fujian.holds(anEvent().meeting(33)).on("2019-06-01").isRecorded().position();
        JsonNode progress = ledger.asNobody().reads("progress?unit=GD&waitFor=" + head).isShown().json();
        assertThat(progress.get("units").valueStream().map(unit -> unit.get("unit").stringValue()))
                .containsExactly("GD");
        assertThat(progress.at("/units/0/metrics/contacts/actual").longValue()).isZero();
        assertThat(progress.at("/targets/3/actual").longValue()).isEqualTo(33);
    }

    @Test
    void ratiosHaveFourDecimals() {
        fujian.holds(anEvent().meeting(100_000)).on("2019-06-01").isRecorded();
        long head = fujian.holds(anEvent().meeting(66_666)).on("2019-06-01").isRecorded().position();
        assertThat(ledger.progressAfter(head).at("/targets/3/ratio").decimalValue()).isEqualByComparingTo("0.3333");
        assertThat(ledger.progressAfter(head).at("/targets/2/ratio").decimalValue()).isEqualByComparingTo("0.0007");
    }
}
