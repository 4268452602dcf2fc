package org.campaignledger.progress.read.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Refused;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.Seeds;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.timeline.CampaignState;
import org.campaignledger.progress.timeline.CampaignTimeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class ProgressMakerTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 7, 31);
    private static final Instant AS_OF = Instant.parse("2019-07-31T15:59:59Z");

    private final CampaignTimeline timeline = new CampaignTimeline();
    private final Balance balance = new Balance();
    private long position;

    ProgressMakerTest() {
        happens(Campaign2019.opened("2019"));
    }

    private void happens(LedgerEvent event) {
        position++;
        if (event instanceof CampaignEvent campaignEvent) {
            timeline.add(position, campaignEvent);
        }
        event.postings().forEach(balance::add);
    }

    private void post(Metric metric, String unit, long amount, LocalDate day) {
        balance.add(Posting.of(metric, unit, amount, day));
    }

    private Progress progress(LocalDate today, @Nullable LocalDate on, @Nullable String unit) {
        CampaignState state = timeline.now().orElseThrow();
        return ProgressMaker.make(state, balance, new Moment(position, AS_OF, today, on), unit);
    }

    private Progress progress() {
        return progress(TODAY, null, null);
    }

    private static Progress.Target target(Progress progress, String metric) {
        return progress.targets().stream().filter(one -> one.metric().equals(metric)).findFirst().orElseThrow();
    }

    private static Progress.Unit unit(Progress progress, String code) {
        return progress.units().stream().filter(one -> one.unit().equals(code)).findFirst().orElseThrow();
    }

    private static Progress.Figure figure(Progress progress, String unit, String metric) {
        Progress.Figure figure = unit(progress, unit).metrics().get(metric);
        assertThat(figure).isNotNull();
        return figure;
    }

    @Test
    void theContractsExampleComesOut() {
        // 560 events in July, the rest in May: 1712 in all; 1804 planned by 31 July.
        post(Metric.EVENTS, "FJ", 61, LocalDate.of(2019, 5, 31));
        post(Metric.EVENTS, "BJ", 1712 - 61 - 560, LocalDate.of(2019, 5, 31));
        post(Metric.EVENTS, "BJ", 560, LocalDate.of(2019, 7, 2));
        assertThat(target(progress(), "events")).isEqualTo(new Progress.Target("events", 3000L, 1712,
                new BigDecimal("0.5707"), 1804L, -92L, 2851));
        assertThat(figure(progress(), "FJ", "events")).isEqualTo(new Progress.Figure(100L, 61));
    }

    @Test
    void everyUnitMetricAndCategoryIsListedZerosIncluded() {
        Progress empty = progress();
        assertThat(empty.targets()).extracting(Progress.Target::metric).containsExactly("organizations",
                "propagandists", "events", "contacts", "directReach", "secondaryReach");
        assertThat(empty.units()).hasSize(35).allSatisfy(unit -> {
            assertThat(unit.of()).isNull();
            assertThat(unit.metrics().keySet()).containsExactly("organizations", "propagandists", "events",
                    "contacts", "directReach", "secondaryReach");
            unit.metrics().forEach((metric, figure) -> {
                assertThat(figure.actual()).isZero();
                assertThat(figure.target() != null).isEqualTo(metric.equals("events"));
            });
        });
        assertThat(empty.units().getFirst().unit()).isEqualTo("BJ");
        assertThat(empty.units().getLast().unit()).isEqualTo("OTHR");
        assertThat(empty.categories()).extracting(Progress.Category::category).containsExactly("video", "activity",
                "photo", "platform", "recital", "song", "lesson");
    }

    @Test
    void aMetricWithoutATargetHasNeitherRatioNorPaceButAForecast() {
        post(Metric.SECONDARY_REACH, "FJ", 300, TODAY);
        assertThat(target(progress(), "secondaryReach"))
                .isEqualTo(new Progress.Target("secondaryReach", null, 300, null, null, null, 300 + 10 * 61));
    }

    @Test
    void theLastThirtyDaysIncludeTodayAndEndTwentyNineDaysBefore() {
        post(Metric.EVENTS, "FJ", 30, TODAY.minusDays(30));
        assertThat(target(progress(), "events").forecast()).isEqualTo(30);
        post(Metric.EVENTS, "FJ", 30, TODAY.minusDays(29));
        assertThat(target(progress(), "events").forecast()).isEqualTo(60 + 61);
        post(Metric.EVENTS, "FJ", 30, TODAY);
        assertThat(target(progress(), "events").forecast()).isEqualTo(90 + 122);
        // What occurs after today is reached (it was recorded), but says nothing of the last thirty days.
        post(Metric.EVENTS, "FJ", 30, TODAY.plusDays(1));
        assertThat(target(progress(), "events").forecast()).isEqualTo(120 + 122);
    }

    @Test
    void beforeMobiliseNothingIsPlannedAndAfterItTheTarget() {
        assertThat(target(progress(LocalDate.of(2019, 4, 30), null, null), "events").planned()).isZero();
        assertThat(target(progress(LocalDate.of(2019, 10, 1), null, null), "events"))
                .isEqualTo(new Progress.Target("events", 3000L, 0, new BigDecimal("0.0000"), 3000L, -3000L, 0));
    }

    @Test
    void anExtensionOfMobiliseSpreadsThePlanOverMoreDays() {
        happens(new PhaseExtended("2019", "MOBILISE", LocalDate.of(2019, 10, 30), null));
        // 3000 × 92 ÷ 183 = 1508.19…
        assertThat(target(progress(), "events").planned()).isEqualTo(1508);
    }

    @Test
    void theRatioIsRoundedHalfUpToFourDecimals() {
        post(Metric.PROPAGANDISTS, "FJ", 1, TODAY);
        assertThat(target(progress(), "propagandists").ratio()).isEqualTo(new BigDecimal("0.0001"));
        post(Metric.ORGANIZATIONS, "FJ", 1001, TODAY);
        assertThat(target(progress(), "organizations").ratio()).isEqualTo(new BigDecimal("1.0010"));
    }

    @Test
    void subUnitsRollUpIntoTheirReportingUnitAndAreListedAloneWhenAskedFor() {
        happens(new SubUnitOpened("2019", "FJ", "XM", "厦门"));
        post(Metric.EVENTS, "FJ", 3, TODAY);
        post(Metric.EVENTS, "XM", 4, TODAY);
        assertThat(figure(progress(), "FJ", "events")).isEqualTo(new Progress.Figure(100L, 7));
        assertThat(progress().units()).noneMatch(unit -> unit.unit().equals("XM"));
        Progress narrowed = progress(TODAY, null, "FJ");
        assertThat(narrowed.units()).containsExactly(unit(progress(), "FJ"));
        Progress sub = progress(TODAY, null, "XM");
        assertThat(sub.units()).hasSize(1);
        assertThat(sub.units().getFirst().of()).isEqualTo("FJ");
        assertThat(figure(sub, "XM", "events")).isEqualTo(new Progress.Figure(null, 4));
        assertThat(sub.targets()).isEqualTo(progress().targets());
    }

    @Test
    void aUnitThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> progress(TODAY, null, "XM"))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refused.Kind.UNPROCESSABLE);
                    assertThat(refused.code()).isEqualTo("unknown-unit");
                });
    }

    @Test
    void theFunnelOfACategoryIsSummedOverUnits() {
        balance.add(new Posting(Metric.SUBMITTED, "FJ", "video", 2, TODAY));
        balance.add(new Posting(Metric.SUBMITTED, "BJ", "video", 3, TODAY));
        balance.add(new Posting(Metric.SUBMITTED, "BJ", "song", 9, TODAY));
        balance.add(new Posting(Metric.ACCEPTED, "BJ", "video", 2, TODAY));
        balance.add(new Posting(Metric.ACCEPTED, "BJ", "video", -1, TODAY));
        balance.add(new Posting(Metric.AWARDED, "BJ", "video", 1, TODAY));
        assertThat(progress().categories().getFirst()).isEqualTo(new Progress.Category("video", 5, 1, 0, 0, 1));
        assertThat(progress(TODAY, null, "FJ").categories()).isEqualTo(progress().categories());
    }

    @Test
    void onADateOnlyWhatOccurredByThenCounts() {
        post(Metric.EVENTS, "FJ", 3, LocalDate.of(2019, 6, 1));
        post(Metric.EVENTS, "FJ", 5, LocalDate.of(2019, 6, 2));
        LocalDate on = LocalDate.of(2019, 6, 1);
        Progress progress = progress(on, on, null);
        assertThat(figure(progress, "FJ", "events").actual()).isEqualTo(3);
        // 3000 × 32 ÷ 153 = 627.45…; 3 + 3 ÷ 30 × 121 = 15.1
        assertThat(target(progress, "events")).isEqualTo(new Progress.Target("events", 3000L, 3,
                new BigDecimal("0.0010"), 627L, -624L, 15));
    }

    static LongStream seeds() {
        return Seeds.some(10);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void unitsAddUpToTheNationAtAnyDate(long seed) {
        RandomSeason season = new RandomSeason(seed, "2019");
        Map<LocalDate, Map<String, Long>> byDay = new HashMap<>();
        List<LedgerEvent> events = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            events.add(season.next());
        }
        events.forEach(this::happens);
        events.forEach(event -> event.postings().forEach(one -> byDay
                .computeIfAbsent(one.occurredOn(), day -> new HashMap<>())
                .merge(one.metric().id(), one.amount(), Long::sum)));
        LocalDate on = Campaign2019.FIRST_DAY.plusDays(new Random(seed).nextInt(153));
        Progress progress = progress(on, on, null);
        for (Progress.Target target : progress.targets()) {
            long expected = byDay.entrySet().stream().filter(day -> !day.getKey().isAfter(on))
                    .mapToLong(day -> day.getValue().getOrDefault(target.metric(), 0L)).sum();
            assertThat(target.actual()).isEqualTo(expected);
            assertThat(progress.units().stream().mapToLong(unit -> figure(progress, unit.unit(), target.metric())
                    .actual()).sum()).isEqualTo(expected);
        }
    }

    @Test
    void theJsonIsThatOfTheContract() {
        happens(new PhaseOpened("2019", "MOBILISE", TODAY, null));
        post(Metric.EVENTS, "FJ", 61, TODAY);
        String json = JsonMapper.builder().build().writeValueAsString(progress(TODAY, null, "FJ"));
        assertThat(json).startsWith("""
            {"campaign":"2019","position":2,"asOf":"2019-07-31T15:59:59.000Z","phases":["MOBILISE"],"targets":[\
            {"metric":"organizations","target":1000,"actual":0,"ratio":0.0000,"planned":601,"pace":-601,\
            "forecast":0},""")
                .contains("{\"metric\":\"secondaryReach\",\"actual\":0,\"forecast\":0}]")
                .contains("""
                    "units":[{"unit":"FJ","metrics":{"organizations":{"actual":0},"propagandists":{"actual":0},\
                    "events":{"target":100,"actual":61},"contacts":{"actual":0},"directReach":{"actual":0},\
                    "secondaryReach":{"actual":0}}}]""")
                .contains("""
                    "categories":[{"category":"video","submitted":0,"accepted":0,"recommended":0,"judged":0,\
                    "awarded":0},""")
                .doesNotContain("\n");
    }
}
