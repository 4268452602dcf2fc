package org.campaignledger.platform.web.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs between two points in time, in rows that can be read. */
final class Differences {

    private static final List<String> STAGES = List.of("submitted", "accepted", "recommended", "judged", "awarded");

    private final CampaignFace face;
    private final Sentences sentences;
    private final RecordWords words;

    Differences(CampaignFace face, Language language) {
        this.face = face;
        this.sentences = new Sentences(face, language);
        this.words = sentences.words();
    }

    ComparePage.Sides of(JsonNode told) {
        JsonNode units = told.at("/difference/units");
        List<String> metrics = face.targets().stream().map(CampaignFace.Target::metric).toList();
        List<ComparePage.Row> differing = new ArrayList<>();
        units.forEach(unit -> add(differing, words.unit(unit.path("unit").asString("")), metrics.stream()
                .map(metric -> signed(unit.path("metrics").path(metric).path("actual").asLong(0))).toList()));
        List<ComparePage.Row> categories = new ArrayList<>();
        told.at("/difference/categories").forEach(category -> add(categories,
                words.category(category.path("category").asString("")),
                STAGES.stream().map(stage -> signed(category.path(stage).asLong(0))).toList()));
        return new ComparePage.Sides(moment(told.path("from")), moment(told.path("to")), targets(told),
                metrics.stream().map(words::metric).toList(), differing, units.size() - differing.size(), categories);
    }

    private static void add(List<ComparePage.Row> rows, String name, List<String> differences) {
        if (differences.stream().anyMatch(text -> !text.isEmpty())) {
            rows.add(new ComparePage.Row(name, differences));
        }
    }

    private String signed(long difference) {
        return difference == 0 ? "" : words.figures().signed(difference);
    }

    private String moment(JsonNode side) {
        return words.texts().fill("js.moment.live", Map.of("time", words.time(Instant.parse(side.path("asOf")
                .asString(""))), "position", words.figures().exact(side.path("position").asLong(0))));
    }

    private List<ComparePage.TargetRow> targets(JsonNode told) {
        List<ComparePage.TargetRow> rows = new ArrayList<>();
        for (JsonNode difference : told.at("/difference/targets")) {
            String metric = difference.path("metric").asString("");
            JsonNode before = target(told.path("from"), metric);
            JsonNode after = target(told.path("to"), metric);
            long differs = difference.path("actual").asLong(0);
            rows.add(new ComparePage.TargetRow(words.metric(metric), exact(before, "actual"), exact(after, "actual"),
                    words.figures().signed(differs), differs != 0, exact(before, "target"), exact(after, "target"),
                    !exact(before, "target").equals(exact(after, "target"))));
        }
        return rows;
    }

    private static JsonNode target(JsonNode side, String metric) {
        return side.path("targets").valueStream().filter(each -> each.path("metric").asString("").equals(metric))
                .findFirst().orElseThrow();
    }

    private String exact(JsonNode figure, String name) {
        return figure.hasNonNull(name) ? words.figures().exact(figure.path(name).asLong()) : "";
    }

    ComparePage.Changes changes(JsonNode told, String path, Map<String, String> typed, @Nullable String after) {
        String next = told.path("next").asString("");
        return new ComparePage.Changes(words.figures().exact(told.path("events").asLong(0)),
                shares(told.path("byType"), sentences::label), shares(told.path("byActor"), name -> name),
                EventRow.all(told.path("items"), sentences),
                after == null || after.isBlank() ? null : Addresses.of(path, typed),
                next.isEmpty() ? null : Addresses.with(path, typed, "after", next));
    }

    private List<ComparePage.Share> shares(JsonNode told, UnaryOperator<String> name) {
        Map<String, Long> counts = told.properties().stream().collect(Collectors.toMap(Map.Entry::getKey,
                each -> each.getValue().asLong(0)));
        return counts.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
                .map(each -> new ComparePage.Share(name.apply(each.getKey()),
                        words.figures().exact(each.getValue())))
                .toList();
    }
}
