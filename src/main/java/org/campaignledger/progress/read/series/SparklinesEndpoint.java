package org.campaignledger.progress.read.series;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code GET /campaigns/{c}/progress/sparklines}, for everyone: the season of one metric, unit by unit and week by
 * week, in one small answer where the whole series of every unit would be 35 great ones.
 */
@RestController
class SparklinesEndpoint {

    private static final int WEEK = 7;

    private final LiveFreshness freshness;
    private final ProgressAt progress;
    private final LedgerStore store;

    SparklinesEndpoint(LiveFreshness freshness, ProgressAt progress, LedgerStore store) {
        this.freshness = freshness;
        this.progress = progress;
        this.store = store;
    }

    /**
     * A metric over the season, by unit.
     *
     * @param metric   its name
     * @param position the position that is reflected
     * @param days     the last day of each week of the window; the window's own last day ends the last of them
     * @param units    every reporting unit in the notice's order, its sub-units included
     */
    record Sparklines(String metric, long position, List<LocalDate> days, List<Line> units) {}

    /** What a unit had reached by the end of each of these days. */
    record Line(String unit, List<Long> cumulative) {}

    @GetMapping("/api/v1/campaigns/{campaign}/progress/sparklines")
    ResponseEntity<Sparklines> sparklines(@PathVariable String campaign, @RequestParam String metric,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Long waitFor) {
        freshness.await(waitFor);
        Metric asked = Metric.of(metric)
                .orElseThrow(() -> Refused.because(Violation.of("metric", "unknown-metric")));
        Sparklines lines = progress.held(campaign, PointInTime.of(position, at, null, store).position(),
                (state, balance, reflected) -> make(state, balance, reflected, asked));
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(lines.position())).body(lines);
    }

    private static Sparklines make(CampaignState state, Balance balance, long position, Metric metric) {
        Map<String, List<DayAmounts>> byUnit = new LinkedHashMap<>();
        state.definition().units().forEach(unit -> byUnit.put(unit.code(), new ArrayList<>()));
        balance.forEach((figure, of, category, amounts) -> {
            if (figure == metric) {
                byUnit.computeIfAbsent(state.reportingUnitOf(of).orElse(of), unknown -> new ArrayList<>())
                        .add(amounts);
            }
        });
        List<LocalDate> days = weeks(state.definition().campaign().window());
        return new Sparklines(metric.id(), position, days, byUnit.entrySet().stream().map(unit -> new Line(unit
                .getKey(), days.stream().map(day -> until(unit.getValue(), day)).toList())).toList());
    }

    private static List<LocalDate> weeks(Definition.Window window) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = window.from().plusDays(WEEK - 1L);
        for (; day.isBefore(window.to()); day = day.plusDays(WEEK)) {
            days.add(day);
        }
        days.add(window.to());
        return days;
    }

    private static long until(List<DayAmounts> cells, LocalDate day) {
        return cells.stream().mapToLong(cell -> cell.until((int) day.toEpochDay())).sum();
    }
}
