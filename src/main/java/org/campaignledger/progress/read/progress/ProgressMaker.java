package org.campaignledger.progress.read.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.campaign.events.Definition;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.timeline.CampaignState;
import org.campaignledger.progress.timeline.Schedule;
import org.jspecify.annotations.Nullable;

/** Sets a balance against the targets and allocations in force. Pure: the same balance and moment, the same answer. */
public final class ProgressMaker {

    private static final int RATIO_DECIMALS = 4;

    private final CampaignState state;
    private final Moment moment;
    private final Figures figures;

    private ProgressMaker(CampaignState state, Balance balance, Moment moment) {
        this.state = state;
        this.moment = moment;
        this.figures = new Figures(state, balance, moment);
    }

    /**
     * The progress of a campaign.
     *
     * @param unit only this unit or sub-unit; absent for every reporting unit
     * @throws Refused 422 {@code unknown-unit} if there is none of this code at that position
     */
    public static Progress make(CampaignState state, Balance balance, Moment moment, @Nullable String unit) {
        return new ProgressMaker(state, balance, moment).make(unit);
    }

    /**
     * Checks that a unit or sub-unit exists.
     *
     * @throws Refused 422 {@code unknown-unit} otherwise
     */
    public static void mustKnow(CampaignState state, @Nullable String unit) {
        if (unit != null && state.reportingUnitOf(unit).isEmpty()) {
            throw Refused.because(Violation.of("unit", "unknown-unit", "unit", unit));
        }
    }

    private Progress make(@Nullable String unit) {
        mustKnow(state, unit);
        return new Progress(state.definition().campaign().id(), moment.position(), moment.asOf(), state.phases(),
                state.definition().targets().stream().map(this::target).toList(), units(unit),
                state.definition().categories().stream().map(this::category).toList());
    }

    private Progress.Target target(Definition.Target defined) {
        @Nullable
        Metric metric = Metric.of(defined.metric()).orElse(null);
        @Nullable
        Long target = state.targets().get(defined.metric());
        long actual = figures.nationally(metric);
        LocalDate today = moment.today();
        Schedule schedule = state.schedule();
        long forecast = schedule.forecast(actual, figures.recently(metric), today);
        if (target == null) {
            return new Progress.Target(defined.metric(), null, actual, null, null, null, forecast);
        }
        long planned = schedule.planned(target, defined.plan(), today);
        return new Progress.Target(defined.metric(), target, actual, ratio(actual, target), planned, actual - planned,
                forecast);
    }

    private static @Nullable BigDecimal ratio(long actual, long target) {
        return target == 0
                ? null
                : BigDecimal.valueOf(actual).divide(BigDecimal.valueOf(target), RATIO_DECIMALS, RoundingMode.HALF_UP);
    }

    private List<Progress.Unit> units(@Nullable String only) {
        if (only == null) {
            return state.definition().units().stream().map(unit -> unit(unit.code(), null)).toList();
        }
        return List.of(unit(only, state.subUnits().get(only)));
    }

    private Progress.Unit unit(String code, @Nullable String of) {
        Map<String, Progress.Figure> metrics = new LinkedHashMap<>();
        for (Definition.Target defined : state.definition().targets()) {
            boolean allocated = of == null && defined.metric().equals(CampaignState.ALLOCATED_METRIC)
                    && Boolean.TRUE.equals(defined.allocated());
            @Nullable
            Long target = allocated ? state.allocations().get(code) : null;
            @Nullable
            Metric metric = Metric.of(defined.metric()).orElse(null);
            metrics.put(defined.metric(), new Progress.Figure(target, figures.ofUnit(code, of != null, metric)));
        }
        return new Progress.Unit(code, of, metrics);
    }

    private Progress.Category category(Definition.Category defined) {
        List<Long> funnel = new ArrayList<>();
        for (Metric step : List.of(Metric.SUBMITTED, Metric.ACCEPTED, Metric.RECOMMENDED, Metric.JUDGED,
                Metric.AWARDED)) {
            funnel.add(figures.ofCategory(defined.id(), step));
        }
        return new Progress.Category(defined.id(), funnel.get(0), funnel.get(1), funnel.get(2), funnel.get(3),
                funnel.get(4));
    }
}
