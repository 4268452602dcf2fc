package org.campaignledger.campaign.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Checks;
import org.campaignledger.testing.Campaigns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a definition must keep: the shipped one keeps all of it, and each violation is named by its place. */
class DefinitionRulesTest {

    private final Campaigns form = Campaigns.of2019("2019");

    private static List<String> found(Campaigns form) {
        Checks checks = new Checks();
        DefinitionRules.check(form.definition(), checks);
        return checks.violations().stream().map(violation -> violation.field() + " " + violation.code()).toList();
    }

    @Test
    void theShippedOneKeepsAllOfIt() {
        assertThat(found(form)).isEmpty();
    }

    @Test
    void theShippedOneAllocates3000Over35Units() {
        Definition definition = form.definition();
        assertThat(definition.units()).hasSize(35);
        assertThat(definition.units().stream().flatMapToLong(unit -> LongStream.of(unit.events())).sum())
                .isEqualTo(3_000);
        assertThat(definition.targets()).filteredOn(target -> Boolean.TRUE.equals(target.allocated()))
                .singleElement().satisfies(target -> assertThat(target.target()).isEqualTo(3_000));
        assertThat(definition.categories()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({
            "/campaign/id, '', campaign.id invalid-code", "/campaign/id, 二〇一九, campaign.id invalid-code",
            "/campaign/title/zh, ' ', campaign.title.zh blank", "/campaign/title/en, ' ', campaign.title.en blank",
            "/campaign/notice, ' ', campaign.notice blank", "/campaign/plan, ' ', campaign.plan blank",
            "/campaign/plan, 123456789012345678901234567890123, campaign.plan too-long",
            "/campaign/timeZone, Moon/Sea, campaign.timeZone unknown-time-zone",
            "/phases/1/id, HARVEST, phases[1].id unknown-phase", "/phases/1/id, JUDGE, phases[2].id duplicate-phase",
            "/phases/0/to, 2019-04-30, phases[0].to period-reversed",
            "/targets/0/metric, joy, targets[0].metric unknown-metric",
            "/targets/0/metric, submitted, targets[0].metric unknown-metric",
            "/targets/0/metric, contacts, targets[3].metric duplicate-metric",
            "/units/0/code, B, units[0].code invalid-code", "/units/0/code, B_J, units[0].code invalid-code",
            "/units/1/code, BJ, units[1].code duplicate-unit", "/units/0/zh, ' ', units[0].zh blank",
            "/units/0/en, ' ', units[0].en blank", "/units/0/kind, PLANET, units[0].kind unknown-constant",
            "/categories/0/id, a b, categories[0].id invalid-code", "/categories/0/zh, ' ', categories[0].zh blank",
            "/categories/1/id, video, categories[1].id duplicate-category",
            "/categories/0/work/media, SMELL, categories[0].work.media unknown-media"})
    void aText(String place, String text, String violation) {
        assertThat(found(form.with(place, text))).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({
            "/units/1/seq, 1, units[1].seq duplicate-unit", "/targets/0/target, -1, targets[0].target out-of-range",
            "/units/0/events, 101, units allocations-do-not-add-up",
            "/targets/2/target, 2999, units allocations-do-not-add-up",
            "/defaults/graceDays, -1, defaults.graceDays out-of-range",
            "/defaults/graceDays, 367, defaults.graceDays out-of-range",
            "/defaults/correctionExpiryDays, 0, defaults.correctionExpiryDays out-of-range",
            "/defaults/plausible/contactsPerEvent, 0, defaults.plausible.contactsPerEvent out-of-range",
            "/defaults/plausible/directPerReport, 0, defaults.plausible.directPerReport out-of-range",
            "/defaults/plausible/secondaryPerReport, 0, defaults.plausible.secondaryPerReport out-of-range"})
    void aNumber(String place, long number, String violation) {
        assertThat(found(form.with(place, number))).containsExactly(violation);
    }

    @ParameterizedTest
    @CsvSource({"/targets, targets missing", "/defaults/awardLevels, defaults.awardLevels missing",
            "/categories/0/hosts, categories[0].hosts missing", "/phases, phases missing"})
    void nothingWhereThereMustBeSomething(String place, String violation) {
        assertThat(found(form.with(place, List.of()))).containsExactly(violation);
    }

    @Test
    void worksAreOfFormatsThatAreKnownAndOfSubmittersThatThereAre() {
        assertThat(found(form.with("/categories/0/work/formats", List.of("mp4", "smell")))).containsExactly(
                "categories[0].work.formats unknown-media");
        assertThat(found(Campaigns.of2019("2019").with("/categories/0/submitters", List.of("PLANET")))).containsExactly(
                "categories[0].submitters unknown-submitter");
        assertThat(found(Campaigns.of2019("2019").with("/categories/0/submitters", List.of()))).containsExactly(
                "categories[0].submitters unknown-submitter");
    }

    @Test
    void eachRequirementHasAnIdOfItsOwn() {
        ArrayNode asked = (ArrayNode) form.json().get("requirements");
        int count = asked.size();
        asked.add(asked.get(0).deepCopy());
        assertThat(found(form.with("/requirements", asked))).containsExactly("requirements[" + count
                + "].id duplicate-requirement");
    }

    private static ObjectNode point(String on, long amount) {
        return JsonMapper.shared().createObjectNode().put("on", on).put("amount", amount);
    }

    @Test
    void aPlanNeverFallsAndLiesInThePhaseOverWhichItIsSpread() {
        assertThat(found(form.with("/targets/2/plan", List.of(point("2019-06-30", 900), point("2019-05-31", 300)))))
                .isEmpty();
        assertThat(found(Campaigns.of2019("2019").with("/targets/2/plan", List.of(point("2019-05-31", 900), point(
                "2019-06-30", 300))))).containsExactly("targets[2].plan[1].amount plan-falls");
        assertThat(found(Campaigns.of2019("2019").with("/targets/2/plan", List.of(point("2019-05-31", -1)))))
                .containsExactly("targets[2].plan[0].amount out-of-range");
        assertThat(found(Campaigns.of2019("2019").with("/targets/2/plan", List.of(point("2019-04-01", 1), point(
                "2020-01-01", 2))))).containsExactly("targets[2].plan[0].on plan-outside-phase",
                        "targets[2].plan[1].on plan-outside-phase");
        assertThat(found(Campaigns.of2019("2019").with("/targets/2/plan", List.of(point("2019-05-31", 1), point(
                "2019-05-31", 1))))).containsExactly("targets[2].plan[1].on duplicate-plan-point");
    }

    @Test
    void unitsAreOneToFiveHundred() {
        assertThat(found(form.with("/units", List.of()))).containsExactly("units out-of-range",
                "units allocations-do-not-add-up");
        ArrayNode units = (ArrayNode) Campaigns.of2019("x").json().get("units");
        ObjectNode one = (ObjectNode) units.get(0);
        units.removeAll();
        IntStream.rangeClosed(1, 501).forEach(i -> units.add(one.deepCopy().put("seq", i).put("code", "U" + (1_000
                + i)).put("events", i == 501 ? 0 : 6)));
        assertThat(found(form.with("/units", units))).containsExactly("units out-of-range");
    }

    @Test
    void aNegativeAllocationIsNamedEvenIfTheSumIsRight() {
        assertThat(found(form.with("/units/0/events", -1).with("/units/1/events", 201)))
                .containsExactly("units[0].events out-of-range");
    }

    @Test
    void onlyEventsAreAllocated() {
        assertThat(found(form.with("/targets/3/allocated", true))).contains(
                "targets[3].allocated only-events-are-allocated");
    }

    @Test
    void anAllocatedMetricHasATarget() {
        form.with("/targets/2", form.json().at("/targets/2"));
        ((ObjectNode) form.json().at("/targets/2")).remove("target");
        assertThat(found(form)).containsExactly("units allocations-do-not-add-up");
    }

    @Test
    void aWindowDoesNotEndBeforeItBegins() {
        assertThat(found(form.window(LocalDate.of(2019, 5, 2), LocalDate.of(2019, 5, 1))))
                .containsExactly("campaign.window.to period-reversed");
        assertThat(found(Campaigns.of2019("2019").window(LocalDate.of(2019, 5, 1), LocalDate.of(2019, 5, 1))))
                .isEmpty();
    }

    @Test
    void withoutMobiliseNothingCouldBeRecorded() {
        assertThat(found(form.with("/phases/0/id", "PREPARE"))).containsExactlyInAnyOrder("phases missing",
                "phases[0].id unknown-phase");
    }

    @Test
    void severalAreNamedAtOnce() {
        assertThat(found(form.with("/units/0/events", 1).with("/units/1/code", "BJ").with("/campaign/plan", " ")
                .with("/defaults/graceDays", -1))).containsExactlyInAnyOrder("campaign.plan blank",
                        "units[1].code duplicate-unit", "units allocations-do-not-add-up",
                        "defaults.graceDays out-of-range");
    }
}
