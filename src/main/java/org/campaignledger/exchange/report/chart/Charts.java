package org.campaignledger.exchange.report.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.campaignledger.exchange.report.content.Summary;

/** The charts of a summing-up. */
public final class Charts {

    private static final int CURVE_WIDTH = 316;
    private static final int CURVE_HEIGHT = 132;
    private static final int LEFT = 8;
    private static final int BOTTOM = 108;
    private static final int TOP = 20;
    private static final int RIGHT = 308;
    private static final int WIDTH = 660;
    private static final int ROW = 19;
    private static final int NAMES = 118;
    private static final int BARS = 400;

    private Charts() {}

    /**
     * A figure over the season: the plan as a thin line, what was reached as a step, its last value beside it.
     *
     * @param shown   the last value in words
     * @param planned what is planned in words
     * @param none    what is said where there is no value
     */
    public static String curve(Summary.Curve curve, String shown, String planned, String none) {
        Svg svg = new Svg(CURVE_WIDTH, CURVE_HEIGHT, curve.name());
        long days = Math.max(1, ChronoUnit.DAYS.between(curve.from(), curve.to()));
        long top = Math.max(1, Math.max(last(curve.actual()), last(curve.plan())));
        svg.line(LEFT, BOTTOM, RIGHT, BOTTOM, Svg.QUIET, 0.75);
        for (LocalDate month = curve.from().withDayOfMonth(1); !month.isAfter(curve.to()); month = month.plusMonths(
                1)) {
            double x = x(month.isBefore(curve.from()) ? curve.from() : month, curve, days);
            svg.line(x, BOTTOM, x, BOTTOM + 4, Svg.QUIET, 0.75);
            svg.text(x + 2, BOTTOM + 15, month.getMonthValue() + "", 9, Svg.QUIET, Svg.Anchor.START);
        }
        if (!curve.plan().isEmpty()) {
            StringBuilder plan = new StringBuilder();
            curve.plan().stream().filter(point -> point.on().getDayOfMonth() == 1 || point.on().equals(curve.to()))
                    .forEach(point -> plan.append(at(point, curve, days, top)));
            svg.polyline(plan.toString().strip(), Svg.QUIET, 0.75);
            // Curves begin low: the upper left is free.
            svg.text(LEFT, TOP - 4, planned, 9, Svg.QUIET, Svg.Anchor.START);
        }
        if (curve.actual().isEmpty()) {
            svg.text(LEFT, BOTTOM - 6, none, 9, Svg.QUIET, Svg.Anchor.START);
        } else {
            svg.polyline(steps(curve, days, top), Svg.RAMP[3], 2);
            Summary.Point end = curve.actual().getLast();
            double x = x(end.on(), curve, days);
            svg.rect(x - 2.5, y(end.amount(), top) - 2.5, 5, 5, Svg.RAMP[4]);
            svg.text(x + 2, y(end.amount(), top) - 5, shown, 10, Svg.INK, Svg.Anchor.END);
        }
        return svg.done();
    }

    private static String steps(Summary.Curve curve, long days, long top) {
        StringBuilder steps = new StringBuilder(Svg.n(LEFT) + "," + Svg.n(BOTTOM) + " ");
        double before = BOTTOM;
        for (Summary.Point point : curve.actual()) {
            double x = x(point.on(), curve, days);
            double y = y(point.amount(), top);
            steps.append(Svg.n(x)).append(',').append(Svg.n(before)).append(' ').append(Svg.n(x)).append(',')
                    .append(Svg.n(y)).append(' ');
            before = y;
        }
        return steps.toString().strip();
    }

    private static String at(Summary.Point point, Summary.Curve curve, long days, long top) {
        return Svg.n(x(point.on(), curve, days)) + "," + Svg.n(y(point.amount(), top)) + " ";
    }

    private static double x(LocalDate day, Summary.Curve curve, long days) {
        double share = (double) ChronoUnit.DAYS.between(curve.from(), day) / days;
        return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    private static double y(long amount, long top) {
        return BOTTOM - (double) Math.max(0, amount) / top * (BOTTOM - TOP);
    }

    private static long last(List<Summary.Point> points) {
        return points.isEmpty() ? 0 : points.getLast().amount();
    }

    /**
     * Units by their share of the quota, zero-based bars with a mark where the quota is met.
     *
     * @param words for each unit what stands behind its bar
     */
    public static String ranking(List<Summary.UnitLine> units, List<String> words, String label) {
        Svg svg = new Svg(WIDTH, units.size() * ROW + 10, label);
        double top = Math.max(1, units.stream().mapToDouble(Charts::share).max().orElse(1));
        double met = NAMES + BARS / top;
        for (int i = 0; i < units.size(); i++) {
            Summary.UnitLine unit = units.get(i);
            double y = i * ROW + 3;
            double share = share(unit);
            svg.text(NAMES - 8, y + 11.5, unit.name(), 11, Svg.INK, Svg.Anchor.END);
            svg.rect(NAMES, y, BARS, ROW - 5, "#f1ede6");
            svg.rect(NAMES, y, share / top * BARS, ROW - 5, Svg.RAMP[(int) Math.clamp(Math.ceil(share * 4), 1, 4)]);
            svg.text(NAMES + BARS + 8, y + 11.5, words.get(i), 10.5, Svg.INK, Svg.Anchor.START);
        }
        svg.line(met, 0, met, units.size() * ROW + 2, Svg.RED, 1);
        return svg.done();
    }

    private static double share(Summary.UnitLine unit) {
        BigDecimal ratio = unit.ratio();
        return ratio == null ? 0 : ratio.doubleValue();
    }

    /** Categories, each as bars over one another: submitted, accepted, recommended, awarded. */
    public static String funnel(List<Summary.Category> categories, List<String> words, String label) {
        int row = 24;
        Svg svg = new Svg(WIDTH, categories.size() * row + 4, label);
        double top = Math.max(1, categories.stream().mapToLong(Summary.Category::submitted).max().orElse(1));
        int names = 180;
        int bars = 330;
        for (int i = 0; i < categories.size(); i++) {
            Summary.Category category = categories.get(i);
            double y = i * row + 4;
            svg.text(names - 8, y + 12, category.name(), 11, Svg.INK, Svg.Anchor.END);
            long[] steps = {category.submitted(), category.accepted(), category.recommended(), category.awarded()};
            for (int step = 0; step < steps.length; step++) {
                svg.rect(names, y + step * 1.5, steps[step] / top * bars, 16 - step * 3, Svg.RAMP[step + 1]);
            }
            svg.text(names + bars + 8, y + 12, words.get(i), 10.5, Svg.INK, Svg.Anchor.START);
        }
        return svg.done();
    }
}
