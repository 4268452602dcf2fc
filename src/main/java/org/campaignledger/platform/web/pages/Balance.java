package org.campaignledger.platform.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A balance read from the contract's JSON ({@code GET /campaigns/{c}/progress}), which is all that pages know of it.
 *
 * @param position   the position that it reflects
 * @param asOf       its moment
 * @param lines      the plan's metrics by name
 * @param units      per unit its figures by metric
 * @param categories per category its funnel by stage
 */
record Balance(
        long position, Instant asOf, Map<String, Wording.Line> lines, Map<String, Map<String, Figure>> units,
        Map<String, Map<String, Long>> categories) {

    /** The stages of a category's funnel, in order. */
    static final List<String> STAGES = List.of("submitted", "accepted", "recommended", "judged", "awarded");

    /** One figure of a unit, with its quota where it has one. */
    record Figure(long actual, @Nullable Long target) {

        static final Figure NONE = new Figure(0, null);
    }

    static Balance of(JsonNode json) {
        Map<String, Wording.Line> lines = new LinkedHashMap<>();
        for (JsonNode line : json.path("targets")) {
            String metric = line.path("metric").asString("");
            lines.put(metric, new Wording.Line(metric, number(line, "target"), line.path("actual").asLong(0),
                    number(line, "planned"), number(line, "forecast")));
        }
        Map<String, Map<String, Figure>> units = new HashMap<>();
        for (JsonNode unit : json.path("units")) {
            units.put(unit.path("unit").asString(""), figures(unit.path("metrics")));
        }
        Map<String, Map<String, Long>> categories = new HashMap<>();
        for (JsonNode category : json.path("categories")) {
            Map<String, Long> funnel = new LinkedHashMap<>();
            STAGES.forEach(stage -> funnel.put(stage, category.path(stage).asLong(0)));
            categories.put(category.path("category").asString(""), funnel);
        }
        return new Balance(json.path("position").asLong(0), Instant.parse(json.path("asOf").asString(
                "1970-01-01T00:00:00Z")), lines, units, categories);
    }

    private static Map<String, Figure> figures(JsonNode metrics) {
        Map<String, Figure> figures = new HashMap<>();
        metrics.properties().forEach(metric -> figures.put(metric.getKey(),
                new Figure(metric.getValue().path("actual").asLong(0), number(metric.getValue(), "target"))));
        return figures;
    }

    private static @Nullable Long number(JsonNode node, String name) {
        return node.hasNonNull(name) ? node.path(name).asLong() : null;
    }

    /** The line of a metric; all zero where the balance does not know it. */
    Wording.Line line(String metric) {
        Wording.Line line = lines.get(metric);
        return line == null ? new Wording.Line(metric, null, 0, null, null) : line;
    }

    /** The figure of a unit; zero where the balance does not know it. */
    Figure figure(String unit, String metric) {
        return units.getOrDefault(unit, Map.of()).getOrDefault(metric, Figure.NONE);
    }

    /** The funnel of a category, stage by stage. */
    List<Long> funnel(String category) {
        Map<String, Long> funnel = categories.getOrDefault(category, Map.of());
        List<Long> stages = new ArrayList<>();
        STAGES.forEach(stage -> stages.add(funnel.getOrDefault(stage, 0L)));
        return stages;
    }
}
