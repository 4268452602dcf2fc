package org.campaignledger.exchange.report.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The checklist of measures, as far as the reader sees it. */
final class MeasuresPart {

    private final FromTheContract source;
    private final Names names;
    private final Details details;

    MeasuresPart(FromTheContract source, Names names, Details details) {
        this.source = source;
        this.names = names;
        this.details = details;
    }

    List<Summary.Requirement> requirements() {
        if (!details.seen()) {
            return List.of();
        }
        String unit = details.unit();
        String category = details.category();
        List<JsonNode> filed = source.register("/measures?" + (unit != null
                ? "unit=" + unit + "&"
                : category != null ? "category=" + category + "&" : "")).stream()
                .filter(row -> !List.of("REVERSED", "MERGED").contains(row.path("state").asString(""))).toList();
        return names.requirements().stream().filter(asked -> details.all() || isOfCategory(asked) == (category != null))
                .map(asked -> requirement(asked, filed)).toList();
    }

    private static boolean isOfCategory(JsonNode asked) {
        return asked.path("of").asString("").equals("CATEGORY");
    }

    private Summary.Requirement requirement(JsonNode asked, List<JsonNode> filed) {
        boolean ofCategory = isOfCategory(asked);
        List<JsonNode> own = filed.stream().filter(row -> row.path("requirement").asString("").equals(asked.path("id")
                .asString(""))).toList();
        long subjects = own.stream().map(row -> subject(row, ofCategory)).filter(Objects::nonNull).distinct().count();
        long of = details.all() ? ofCategory ? names.categoryCount() : names.reportingUnits() : 1;
        return new Summary.Requirement(names.of(asked), ofCategory, subjects, of, details.all()
                ? List.of()
                : own.reversed().stream().map(row -> filed(row, ofCategory)).toList());
    }

    private @Nullable String subject(JsonNode row, boolean ofCategory) {
        return details.all()
                ? ofCategory
                        ? row.path("category").asString(null)
                        : names.reporting(row.path("unit").asString(""))
                : "one";
    }

    private Summary.Filed filed(JsonNode row, boolean ofCategory) {
        return new Summary.Filed(ofCategory
                ? names.category(row.path("category").asString(""))
                : names.unit(row.path("unit").asString("")), row.path("title").asString(""), LocalDate.parse(row.path(
                        "on").asString("")), row.path("jointWith").asString(""), row.path("position").asLong(0));
    }
}
