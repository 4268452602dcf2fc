package org.campaignledger.exchange.report.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.campaignledger.kernel.ShareOfPlan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Figures, curves, ranking and funnels: what everybody may see, as of the position. */
final class SeasonPart {

    private static final String ALLOCATED = "events";

    private final FromTheContract source;
    private final Names names;
    private final JsonNode progress;

    SeasonPart(FromTheContract source, Names names, JsonNode progress) {
        this.source = source;
        this.names = names;
        this.progress = progress;
    }

    List<Summary.Figure> figures(@Nullable String unit) {
        List<Summary.Figure> figures = new ArrayList<>();
        for (JsonNode defined : names.targets()) {
            String metric = defined.path("metric").asString("");
            figures.add(unit == null ? national(defined, metric) : ofUnit(defined, metric));
        }
        return figures;
    }

    private Summary.Figure national(JsonNode defined, String metric) {
        JsonNode told = plan(metric);
        return new Summary.Figure(metric, names.of(defined), defined.path("unit").asString(""), number(told, "target"),
                told.path("actual").asLong(0), told.hasNonNull("ratio") ? told.path("ratio").decimalValue() : null,
                number(told, "planned"), number(told, "pace"), number(told, "forecast"));
    }

    /** The nation's figure and plan, whatever the report is about. */
    private JsonNode plan(String metric) {
        return progress.path("targets").valueStream().filter(one -> one.path("metric").asString("").equals(metric))
                .findFirst().orElseThrow();
    }

    /** Where the unit has a quota, its plan is the same share of the nation's as the quota is of the target. */
    private Summary.Figure ofUnit(JsonNode defined, String metric) {
        JsonNode told = progress.path("units").path(0).path("metrics").path(metric);
        Long target = number(told, "target");
        long actual = told.path("actual").asLong(0);
        JsonNode plan = plan(metric);
        Long planned = target == null || !plan.hasNonNull("planned")
                ? null
                : ShareOfPlan.of(target, plan.path("target").asLong(0), plan.path("planned").asLong(0));
        return new Summary.Figure(metric, names.of(defined), defined.path("unit").asString(""), target, actual, ratio(
                actual, target), planned, planned == null ? null : actual - planned, null);
    }

    private static @Nullable Long number(JsonNode told, String name) {
        return told.hasNonNull(name) ? told.path(name).asLong() : null;
    }

    private static @Nullable BigDecimal ratio(long actual, @Nullable Long target) {
        return target == null || target == 0
                ? null
                : BigDecimal.valueOf(actual).divide(BigDecimal.valueOf(target), 4, RoundingMode.HALF_UP);
    }

    List<Summary.Curve> curves(@Nullable String unit) {
        LocalDate from = names.firstDayOf("MOBILISE");
        LocalDate to = names.lastDayOf("MOBILISE").orElse(from.plusDays(1));
        return names.targets().stream().map(defined -> {
            String metric = defined.path("metric").asString("");
            JsonNode series = source.at("/progress/series?metric=" + metric + (unit == null ? "" : "&unit=" + unit)
                    + "&");
            List<Summary.Point> plan = unit == null
                    ? points(series.path("plan"), "amount")
                    : sharedOut(metric);
            boolean extended = !plan.isEmpty() && plan.getLast().on().isAfter(to);
            return new Summary.Curve(metric, names.of(defined), from, extended ? plan.getLast().on() : to,
                    points(series.path("days"), "cumulative"), plan);
        }).toList();
    }

    /** The nation's plan day by day, shared out to the unit as its quota is; empty where it has none. */
    private List<Summary.Point> sharedOut(String metric) {
        Long quota = number(progress.path("units").path(0).path("metrics").path(metric), "target");
        long target = plan(metric).path("target").asLong(0);
        return quota == null
                ? List.of()
                : points(source.at("/progress/series?metric=" + metric + "&").path("plan"), "amount").stream()
                        .map(point -> new Summary.Point(point.on(), ShareOfPlan.of(quota, target, point.amount())))
                        .toList();
    }

    private static List<Summary.Point> points(JsonNode days, String field) {
        return days.valueStream().map(day -> new Summary.Point(LocalDate.parse(day.path("on").asString("")), day.path(
                field).asLong(0))).toList();
    }

    List<Summary.UnitLine> units() {
        List<Summary.UnitLine> lines = new ArrayList<>();
        for (JsonNode unit : progress.path("units")) {
            JsonNode metrics = unit.path("metrics");
            JsonNode quota = metrics.path(ALLOCATED);
            Long target = number(quota, "target");
            lines.add(new Summary.UnitLine(0, unit.path("unit").asString(""), names.unit(unit.path("unit").asString(
                    "")), target, ratio(quota.path("actual").asLong(0), target), names.targets().stream()
                            .map(defined -> metrics.path(defined.path("metric").asString("")).path("actual").asLong(0))
                            .toList()));
        }
        // Stable: units of one share stay in the notice's order.
        lines.sort(Comparator.comparing(SeasonPart::share).reversed());
        List<Summary.UnitLine> ranked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Summary.UnitLine line = lines.get(i);
            boolean shared = i > 0 && share(line).compareTo(share(lines.get(i - 1))) == 0;
            int rank = shared ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(new Summary.UnitLine(rank, line.code(), line.name(), line.target(), line.ratio(), line
                    .amounts()));
        }
        return ranked;
    }

    private static BigDecimal share(Summary.UnitLine line) {
        BigDecimal ratio = line.ratio();
        return ratio == null ? BigDecimal.ZERO : ratio;
    }

    List<Summary.Category> categories(@Nullable String only, Set<String> judging) {
        return progress.path("categories").valueStream()
                .filter(told -> only == null || only.equals(told.path("category").asString("")))
                .map(told -> {
                    String id = told.path("category").asString("");
                    return new Summary.Category(id, names.category(id), told.path("submitted").asLong(0),
                            told.path("accepted").asLong(0), told.path("recommended").asLong(0),
                            told.path("judged").asLong(0), told.path("awarded").asLong(0), judging.contains(id));
                }).toList();
    }
}
