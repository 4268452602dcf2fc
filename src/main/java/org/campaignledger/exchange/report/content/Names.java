package org.campaignledger.exchange.report.content;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/** What a campaign's definition calls things, in the language of the report. */
final class Names {

    private final JsonNode campaign;
    private final JsonNode definition;
    private final Language language;
    private final Map<String, String> reporting = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();

    Names(JsonNode campaign, Language language) {
        this.campaign = campaign;
        this.definition = campaign.path("definition");
        this.language = language;
        definition.path("units").forEach(unit -> {
            String code = unit.path("code").asString("");
            units.put(code, of(unit));
            reporting.put(code, code);
        });
        campaign.path("subUnits").forEach(part -> {
            String code = part.path("code").asString("");
            units.put(code, part.path("name").asString(code));
            reporting.put(code, part.path("unit").asString(code));
        });
    }

    /** The name of anything that has one in both languages. */
    String of(JsonNode named) {
        String name = named.path(language == Language.EN ? "en" : "zh").asString("");
        return language == Language.EN && !name.isEmpty()
                ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
                : name;
    }

    String title() {
        return of(definition.path("campaign").path("title"));
    }

    String notice() {
        return definition.path("campaign").path("notice").asString("");
    }

    String issuers() {
        return definition.path("campaign").path("issuers").valueStream().map(one -> one.asString(""))
                .collect(Collectors.joining("、"));
    }

    String zone() {
        return definition.path("campaign").path("timeZone").asString("Asia/Shanghai");
    }

    /** As defined: extensions are of today, and a report is of its position. */
    Optional<LocalDate> lastDayOf(String phase) {
        return definition.path("phases").valueStream().filter(one -> one.path("id").asString("").equals(phase))
                .findFirst()
                .map(one -> LocalDate.parse(one.path("to").asString("")));
    }

    LocalDate firstDayOf(String phase) {
        return definition.path("phases").valueStream().filter(one -> one.path("id").asString("").equals(phase))
                .findFirst()
                .map(one -> LocalDate.parse(one.path("from").asString("")))
                .orElse(LocalDate.parse(definition.path("campaign").path("window").path("from").asString("")));
    }

    /** The metrics in the plan's own order. */
    List<JsonNode> targets() {
        return definition.path("targets").valueStream().toList();
    }

    String metric(String id) {
        return targets().stream().filter(one -> one.path("metric").asString("").equals(id)).findFirst().map(this::of)
                .orElse(id);
    }

    String unit(String code) {
        return units.getOrDefault(code, code);
    }

    /** The reporting unit into which a unit's figures roll up. */
    String reporting(String code) {
        return reporting.getOrDefault(code, code);
    }

    long reportingUnits() {
        return definition.path("units").size();
    }

    long categoryCount() {
        return definition.path("categories").size();
    }

    String category(String id) {
        return definition.path("categories").valueStream().filter(one -> one.path("id").asString("").equals(id))
                .findFirst().map(this::of).orElse(id);
    }

    /** Its place among the categories, as the notice names them. */
    int categoryPlace(String id) {
        List<String> ids = definition.path("categories").valueStream().map(one -> one.path("id").asString(""))
                .toList();
        return ids.contains(id) ? ids.indexOf(id) : ids.size();
    }

    /** What the notice asks for, with {@code of} telling of whom. */
    List<JsonNode> requirements() {
        return campaign.path("requirements").valueStream().toList();
    }

    /** Places of levels of awards, the highest first. */
    int levelPlace(String level) {
        List<String> levels = definition.path("defaults").path("awardLevels").valueStream().map(one -> one.asString(""))
                .toList();
        return levels.contains(level) ? levels.indexOf(level) : levels.size();
    }
}
