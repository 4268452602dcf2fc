package org.campaignledger.platform.web.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields, units, figures and times of records as a reader wants them. */
public final class RecordWords {

    /** What stands in the place of what is not there. */
    public static final String NONE = "—";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final List<String> CODED = List.of("kind", "channel", "role");

    /** What only machines want to know of a record. */
    private static final List<String> UNSHOWN = List.of("id", "position", "recordedAt", "campaign", "state", "since",
            "changedAt", "correction", "subject", "masked", "erased", "mergedInto", "versions", "corrections",
            "mergedFrom", "work", "via", "alike", "noCaptureData", "acceptedOn", "recommendedOn",
            "endedOn");

    private final @Nullable CampaignFace face;
    private final Language language;
    private final PageTexts texts;
    private final Figures figures;

    /** Words of a campaign in a language; without a campaign, codes stay codes and times are those of Beijing. */
    public RecordWords(@Nullable CampaignFace face, Language language) {
        this.face = face;
        this.language = language;
        this.texts = PageTexts.in(language);
        this.figures = new Figures(language, texts);
    }

    /** The language. */
    public Language language() {
        return language;
    }

    /** The texts of the language. */
    public PageTexts texts() {
        return texts;
    }

    /** How figures are written. */
    public Figures figures() {
        return figures;
    }

    /** The name of a field; its own where it has none. */
    public String label(String field) {
        if (field.startsWith("@")) {
            return unit(field.substring(1));
        }
        return texts.has("desk.field." + field) ? texts.get("desk.field." + field) : field;
    }

    /** The name of a unit or sub-unit; its code where the campaign does not know it. */
    public String unit(@Nullable String code) {
        CampaignFace known = face;
        return code == null || code.isEmpty()
                ? NONE
                : known == null ? code : ScopeName.of(known, code, language).orElse(code);
    }

    /** The name of a category; its id where the campaign does not know it. */
    public String category(String id) {
        return face == null
                ? id
                : face.category(id).map(category -> category.name().in(language)).orElse(id);
    }

    /** The name of a requirement; its id where the campaign does not know it. */
    public String requirement(String id) {
        CampaignFace known = face;
        return known == null
                ? id
                : known.requirements().stream().filter(asked -> asked.id().equals(id)).findFirst()
                        .map(asked -> asked.name().in(language)).orElse(id);
    }

    /** The name of a metric; its id where it has none. */
    public String metric(String metric) {
        return texts.has("js.metric." + metric) ? texts.get("js.metric." + metric) : metric;
    }

    /** A word of a closed list; itself where the list does not have it. */
    public String word(String group, String code) {
        return texts.has(group + "." + code) ? texts.get(group + "." + code) : code;
    }

    /** An instant to the minute, in the campaign's zone. */
    public String time(Instant instant) {
        CampaignFace known = face;
        return MINUTE.format(instant.atZone(known == null ? BEIJING : ZoneId.of(known.timeZone())));
    }

    /** The same of its text; empty where that is. */
    public String time(String instant) {
        return instant.isEmpty() ? "" : time(Instant.parse(instant));
    }

    /** A length of time, as coarse as one thinks of it. */
    String span(Duration span) {
        long hours = span.toHours();
        return hours >= 48
                ? texts.fill("desk.span.days", Map.of("n", figures.exact(span.toDays())))
                : hours >= 1
                        ? texts.fill("desk.span.hours", Map.of("n", figures.exact(hours)))
                        : texts.get("desk.span.minutes");
    }

    /** The value of a field in words. */
    public String value(String field, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return NONE;
        }
        if (field.equals("unit")) {
            return unit(value.asString(""));
        }
        if (field.equals("category")) {
            return category(value.asString(""));
        }
        if (field.equals("requirement")) {
            return requirement(value.asString(""));
        }
        if (field.equals("submitter.kind")) {
            return word("works.kind", value.asString(""));
        }
        if (field.equals("stage")) {
            return word("js.judging.stage", value.asString(""));
        }
        if (CODED.contains(field)) {
            String code = value.asString("");
            return word(field.equals("role") ? "role" : field.equals("kind") ? "record.kind" : "record.channel", code);
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(each -> each.asString(""))
                    .collect(Collectors.joining(" "));
        }
        return value.isNumber() ? figures.exact(value.asLong()) : value.asString("");
    }

    /**
     * The fields of a record by their paths, those of fields with a dot; what is a list of units, each under
     * <code>@CODE</code>.
     */
    static Map<String, JsonNode> flat(JsonNode record) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        record.properties().forEach(field -> {
            if (!UNSHOWN.contains(field.getKey())) {
                put(flat, field.getKey(), field.getValue());
            }
        });
        return flat;
    }

    private static void put(Map<String, JsonNode> flat, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(inner -> put(flat, path + "." + inner.getKey(), inner.getValue()));
        } else if (value.isArray()) {
            for (JsonNode each : value) {
                if (!each.isObject()) {
                    flat.put(path, value);
                    return;
                }
                flat.put("@" + each.path("unit").asString(""), each.path("events"));
            }
        } else {
            flat.put(path, value);
        }
    }

    /** The value of a path such as {@code organization.name}. */
    static JsonNode at(JsonNode record, String path) {
        JsonNode node = record;
        for (String step : path.split("\\.")) {
            node = node.path(step);
        }
        return node;
    }

    /** The text of a field; absent where it is not there. */
    static @Nullable String text(JsonNode record, String name) {
        return record.hasNonNull(name) ? record.path(name).asString() : null;
    }
}
