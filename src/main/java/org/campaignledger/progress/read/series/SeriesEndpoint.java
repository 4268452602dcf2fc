package org.campaignledger.progress.read.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.balance.DayAmounts;
import org.campaignledger.progress.live.LiveFreshness;
import org.campaignledger.progress.read.progress.ProgressAt;
import org.campaignledger.progress.timeline.CampaignState;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /campaigns/{c}/progress/series}, for everyone: the season of one metric by business date. */
@RestController
class SeriesEndpoint {

    private final LiveFreshness freshness;
    private final ProgressAt progress;
    private final LedgerStore store;

    SeriesEndpoint(LiveFreshness freshness, ProgressAt progress, LedgerStore store) {
        this.freshness = freshness;
        this.progress = progress;
        this.store = store;
    }

    /**
     * A metric over the season.
     *
     * @param metric   its name
     * @param unit     the unit asked for, its sub-units included; absent for the whole campaign
     * @param position the position that is reflected
     * @param days     the days on which something occurred, ascending
     * @param plan     the planned cumulative amount at the end of each day of the plan; empty where there is no target
     *                 or a unit was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Series(String metric, @Nullable String unit, long position, List<Day> days, List<Planned> plan) {}

    /** What occurred on a day, and what has by its end. */
    record Day(LocalDate on, long amount, long cumulative) {}

    /** What was planned to have been reached by the end of a day. */
    record Planned(LocalDate on, long amount) {}

    @GetMapping("/api/v1/campaigns/{campaign}/progress/series")
    ResponseEntity<Series> series(@PathVariable String campaign, @RequestParam String metric,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable Long waitFor) {
        freshness.await(waitFor);
        Metric asked = Metric.of(metric)
                .orElseThrow(() -> Refused.because(Violation.of("metric", "unknown-metric")));
        PointInTime point = PointInTime.of(position, at, on, store);
        Series series = progress.held(campaign, point.position(),
                (state, balance, reflected) -> make(state, balance, reflected, asked, unit, on));
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(series.position())).body(series);
    }

    private static Series make(CampaignState state, Balance balance, long position, Metric metric,
            @Nullable String unit, @Nullable LocalDate on) {
        if (unit != null && state.reportingUnitOf(unit).isEmpty()) {
            throw Refused.because(Violation.of("unit", "unknown-unit"));
        }
        List<DayAmounts> cells = new ArrayList<>();
        balance.forEach((figure, of, category, amounts) -> {
            if (figure == metric && isAsked(state, unit, of)) {
                cells.add(amounts);
            }
        });
        List<Day> days = new ArrayList<>();
        long before = 0;
        Definition.Window window = state.definition().campaign().window();
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            if (on != null && day.isAfter(on)) {
                break;
            }
            int epochDay = (int) day.toEpochDay();
            long cumulative = cells.stream().mapToLong(cell -> cell.until(epochDay)).sum();
            if (cumulative != before) {
                days.add(new Day(day, cumulative - before, cumulative));
            }
            before = cumulative;
        }
        return new Series(metric.id(), unit, position, days, unit == null ? plan(state, metric) : List.of());
    }

    private static boolean isAsked(CampaignState state, @Nullable String unit, String of) {
        return unit == null || unit.equals(of) || state.reportingUnitOf(of).filter(unit::equals).isPresent();
    }

    private static List<Planned> plan(CampaignState state, Metric metric) {
        Long target = state.targets().get(metric.id());
        if (target == null) {
            return List.of();
        }
        List<Definition.PlanPoint> points = state.definition().targets().stream()
                .filter(one -> one.metric().equals(metric.id())).findFirst().map(Definition.Target::plan).orElse(null);
        return state.schedule().from().datesUntil(state.schedule().to().plusDays(1))
                .map(day -> new Planned(day, state.schedule().planned(target, points, day))).toList();
    }
}
