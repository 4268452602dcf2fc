package org.campaignledger.exchange.report.content;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.campaignledger.kernel.Metric;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Awards and corrections, folded from the trail up to the position: what was taken back later still stands in a report
 * of an earlier position.
 */
final class TrailPart {

    private static final String CORRECTED = "Corrected";
    private static final String REVERSED = "Reversed";

    private final FromTheContract source;
    private final Names names;
    private final Details details;
    private final JsonNode byType;
    private final String filter;
    private @Nullable Set<String> judging;

    TrailPart(FromTheContract source, Names names, Details details) {
        this.source = source;
        this.names = names;
        this.details = details;
        this.filter = details.unit() == null ? "" : "&unit=" + details.unit();
        this.byType = details.seen() ? source.byType(filter) : tools.jackson.databind.node.MissingNode.getInstance();
    }

    /** The categories of which nothing may be told because they are being judged (rule 15). */
    Set<String> judging() {
        Set<String> known = judging;
        if (known == null) {
            Map<String, Long> last = new TreeMap<>();
            Set<String> open = new LinkedHashSet<>();
            for (String type : List.of("JudgingOpened", "JudgingReopened", "JudgingClosed")) {
                for (JsonNode event : details.seen() ? source.events(type, "") : List.<JsonNode>of()) {
                    String category = event.path("category").asString("");
                    long position = event.path("position").asLong(0);
                    if (position > last.getOrDefault(category, 0L)) {
                        last.put(category, position);
                        if (type.equals("JudgingClosed")) {
                            open.remove(category);
                        } else {
                            open.add(category);
                        }
                    }
                }
            }
            known = open;
            judging = known;
        }
        return known;
    }

    /** Awards that stand at the position, by category, level and rank; none of a category that is being judged. */
    List<Summary.Award> awards() {
        Map<String, JsonNode> standing = new LinkedHashMap<>();
        if (byType.has("AwardGranted")) {
            source.events("AwardGranted", filter).forEach(event -> standing.put(event.path("payload").path("id")
                    .asString(""), event));
        }
        if (byType.has("AwardRevoked")) {
            source.events("AwardRevoked", filter).forEach(event -> standing.remove(event.path("payload").path("award")
                    .path("id").asString("")));
        }
        List<JsonNode> told = new ArrayList<>(standing.values());
        String category = details.category();
        told.removeIf(event -> judging().contains(event.path("category").asString(""))
                || category != null && !category.equals(event.path("category").asString("")));
        told.sort(Comparator.comparing((JsonNode event) -> names.categoryPlace(event.path("category").asString("")))
                .thenComparing(event -> names.levelPlace(event.path("payload").path("level").asString("")))
                .thenComparing(event -> event.path("payload").path("rank").asLong(0))
                .thenComparing(event -> event.path("position").asLong(0)));
        return told.stream().map(event -> new Summary.Award(names.category(event.path("category").asString("")), event
                .path("payload").path("level").asString(""), event.path("payload").path("rank").asInt(0), names.unit(
                        event.path("payload").path("unit").asString("")),
                event.path("position").asLong(0)))
                .toList();
    }

    /** What was corrected, and what that did; absent for those who are told none. */
    Summary.@Nullable Corrections corrections() {
        if (!details.corrections()) {
            return null;
        }
        Map<String, long[]> kinds = new TreeMap<>();
        Map<String, Map<String, Long>> changes = new LinkedHashMap<>();
        Set<String> approved = new LinkedHashSet<>();
        for (String type : byType.propertyNames()) {
            if (type.endsWith(CORRECTED) || type.endsWith(REVERSED)) {
                boolean amended = type.endsWith(CORRECTED);
                String kind = type.substring(0, type.length() - (amended ? CORRECTED : REVERSED).length());
                for (JsonNode event : source.events(type, filter)) {
                    String category = details.category();
                    if (category == null || category.equals(event.path("category").asString(""))) {
                        kinds.computeIfAbsent(kind, absent -> new long[2])[amended ? 0 : 1]++;
                        approved.add(event.path("payload").path("correction").path("correction").asString(""));
                        add(event.path("postings"), changes);
                    }
                }
            }
        }
        // A request does not say of which category its records are; what took effect does.
        boolean counted = details.category() == null;
        return new Summary.Corrections(counted ? count("CorrectionRequested") : null, counted
                ? count("CorrectionApproved")
                : approved.size(), counted ? count("CorrectionRejected") : null,
                kinds.entrySet().stream().map(kind -> new Summary.Corrected(kind.getKey(), kind.getValue()[0], kind
                        .getValue()[1])).toList(),
                changes(changes));
    }

    private Long count(String type) {
        return byType.path(type).asLong(0);
    }

    /** By figure, and by unit or category. */
    private void add(JsonNode postings, Map<String, Map<String, Long>> changes) {
        for (JsonNode posting : postings) {
            String category = posting.path("category").asString("");
            if (category.isEmpty() || details.category() == null || details.category().equals(category)) {
                changes.computeIfAbsent(posting.path("metric").asString(""), absent -> new TreeMap<>())
                        .merge(category.isEmpty() ? names.reporting(posting.path("unit").asString("")) : category,
                                posting.path("amount").asLong(0), Long::sum);
            }
        }
    }

    /** The plan's figures by unit, in the plan's order; then those of the funnel by category. */
    private List<Summary.Change> changes(Map<String, Map<String, Long>> changes) {
        List<Summary.Change> lines = new ArrayList<>();
        for (JsonNode target : names.targets()) {
            changes.getOrDefault(target.path("metric").asString(""), Map.of()).forEach((unit, amount) -> lines.add(
                    new Summary.Change(names.of(target), false, names.unit(unit), amount)));
        }
        for (Metric metric : Metric.values()) {
            if (metric.perCategory()) {
                changes.getOrDefault(metric.id(), Map.of()).forEach((category, amount) -> lines.add(
                        new Summary.Change(metric.id(), true, names.category(category), amount)));
            }
        }
        lines.removeIf(line -> line.amount() == 0);
        return lines;
    }
}
