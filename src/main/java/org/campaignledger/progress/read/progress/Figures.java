package org.campaignledger.progress.read.progress;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import org.campaignledger.kernel.Metric;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.balance.DayAmounts;
import org.campaignledger.progress.timeline.CampaignState;
import org.campaignledger.progress.timeline.Schedule;
import org.jspecify.annotations.Nullable;

/** The sums over a balance that an answer needs, made in one pass: nationally, by unit, by category. */
final class Figures {

    private static final int METRICS = Metric.values().length;

    private final long[] nationally = new long[METRICS];
    private final long[] recently = new long[METRICS];
    private final Map<String, long[]> byReportingUnit = new HashMap<>();
    private final Map<String, long[]> bySubUnit = new HashMap<>();
    private final Map<String, long[]> byCategory = new HashMap<>();
    private final CampaignState state;

    Figures(CampaignState state, Balance balance, Moment moment) {
        this.state = state;
        LocalDate on = moment.on();
        int lastDay = on == null ? Integer.MAX_VALUE : (int) on.toEpochDay();
        int today = (int) moment.today().toEpochDay();
        balance.forEach((metric, unit, category, amounts) -> {
            long amount = amounts.until(lastDay);
            nationally[metric.ordinal()] += amount;
            recently[metric.ordinal()] += recent(amounts, Math.min(today, lastDay));
            addTo(unit, metric, amount);
            if (category != null) {
                add(byCategory, category, metric, amount);
            }
        });
    }

    private static long recent(DayAmounts amounts, int today) {
        return amounts.between(today - Schedule.FORECAST_DAYS + 1, today);
    }

    private void addTo(String unit, Metric metric, long amount) {
        state.reportingUnitOf(unit).ifPresent(reporting -> {
            add(byReportingUnit, reporting, metric, amount);
            if (!reporting.equals(unit)) {
                add(bySubUnit, unit, metric, amount);
            }
        });
    }

    private static void add(Map<String, long[]> sums, String key, Metric metric, long amount) {
        sums.computeIfAbsent(key, absent -> new long[METRICS])[metric.ordinal()] += amount;
    }

    /** Over all units and categories; 0 for a metric that nothing posts to. */
    long nationally(@Nullable Metric metric) {
        return metric == null ? 0 : nationally[metric.ordinal()];
    }

    /** The part of it that occurred in the last {@link Schedule#FORECAST_DAYS} days. */
    long recently(@Nullable Metric metric) {
        return metric == null ? 0 : recently[metric.ordinal()];
    }

    /** Of a reporting unit with all its sub-units, or of a sub-unit alone. */
    long ofUnit(String code, boolean subUnit, @Nullable Metric metric) {
        long[] sums = (subUnit ? bySubUnit : byReportingUnit).get(code);
        return sums == null || metric == null ? 0 : sums[metric.ordinal()];
    }

    /** Of a category, over all units. */
    long ofCategory(String category, Metric metric) {
        long[] sums = byCategory.get(category);
        return sums == null ? 0 : sums[metric.ordinal()];
    }
}
