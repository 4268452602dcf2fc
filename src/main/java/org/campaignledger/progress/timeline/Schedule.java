package org.campaignledger.progress.timeline;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import org.campaignledger.campaign.events.Definition.PlanPoint;
import org.jspecify.annotations.Nullable;

/**
 * The days over which a plan is spread, and what it expects on each (API, "planned", "forecast").
 *
 * @param from first day
 * @param to   last day, included; as extended
 */
public record Schedule(LocalDate from, LocalDate to) {

    /** So many days up to today tell the speed from which a forecast is made. */
    public static final int FORECAST_DAYS = 30;

    /** Its number of days, at least 0. */
    public long days() {
        return Math.max(0, ChronoUnit.DAYS.between(from, to) + 1);
    }

    /** Days that have passed, today included: 0 before the first, {@link #days} from the last on. */
    public long elapsed(LocalDate today) {
        return Math.clamp(ChronoUnit.DAYS.between(from, today) + 1, 0, days());
    }

    /** Days that are left after today. */
    public long left(LocalDate today) {
        return days() - elapsed(today);
    }

    /**
     * What is planned by the end of a day, rounded half up: 0 before the first day, the target after the last, between
     * them in proportion to the days, or between the points of the plan, where the definition gives one.
     */
    public long planned(long target, @Nullable List<PlanPoint> plan, LocalDate today) {
        if (today.isBefore(from)) {
            return 0;
        }
        if (today.isAfter(to)) {
            return target;
        }
        return plan == null || plan.isEmpty()
                ? rounded(product(target, elapsed(today)), days())
                : between(plan, target, today);
    }

    /** A plan goes from nothing on the eve of the first day to the target on the last, by way of its points. */
    private long between(List<PlanPoint> plan, long target, LocalDate today) {
        PlanPoint before = new PlanPoint(from.minusDays(1), 0);
        for (PlanPoint point : plan.stream().sorted(Comparator.comparing(PlanPoint::on)).toList()) {
            if (!point.on().isBefore(today)) {
                return between(before, point, today);
            }
            before = point;
        }
        return between(before, new PlanPoint(to, target), today);
    }

    private static long between(PlanPoint before, PlanPoint after, LocalDate today) {
        long days = ChronoUnit.DAYS.between(before.on(), after.on());
        if (days <= 0) {
            return after.amount();
        }
        long passed = ChronoUnit.DAYS.between(before.on(), today);
        return rounded(product(before.amount(), days).add(product(after.amount() - before.amount(), passed)), days);
    }

    /**
     * Where a figure will stand on the last day if the last thirty days go on, rounded half up.
     *
     * @param actual         where it stands
     * @param lastThirtyDays what occurred in the {@link #FORECAST_DAYS} days up to and including today
     */
    public long forecast(long actual, long lastThirtyDays, LocalDate today) {
        return rounded(product(actual, FORECAST_DAYS).add(product(lastThirtyDays, left(today))), FORECAST_DAYS);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }

    /** Half up is towards the greater number, for a negative one too. */
    private static long rounded(BigInteger dividend, long divisor) {
        BigInteger twice = BigInteger.valueOf(divisor).shiftLeft(1);
        BigInteger shifted = dividend.shiftLeft(1).add(BigInteger.valueOf(divisor));
        BigInteger[] parts = shifted.divideAndRemainder(twice);
        return (parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0]).longValue();
    }
}
