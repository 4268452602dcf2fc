package org.campaignledger.platform.web.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/** Ledger events as plain sentences, the same as {@code static/js/sentences.js} puts them. */
public final class Sentences {

    private static final List<String> FIGURES = List.of("contacts", "directReach", "secondaryReach");
    private static final List<String> ENDINGS = List.of("Reversed", "Corrected");
    private static final String GROUP = "js.event.";

    private final CampaignFace face;
    private final Language language;
    private final RecordWords words;
    private final PageTexts texts;

    /** Sentences about a campaign in a language. */
    public Sentences(CampaignFace face, Language language) {
        this.face = face;
        this.language = language;
        this.words = new RecordWords(face, language);
        this.texts = words.texts();
    }

    RecordWords words() {
        return words;
    }

    /** The sentence of an event as the trail tells it, with its business date where that is not the day of recording. */
    public String of(JsonNode event) {
        String said = said(event);
        String on = event.path("occurredOn").asString("");
        String recorded = event.path("recordedAt").asString("");
        boolean later = !on.isEmpty() && !recorded.isEmpty()
                && !on.equals(face.dateOf(Instant.parse(recorded)).toString());
        return later ? texts.fill("js.latest.on", Map.of("text", said, "date", on.substring(5))) : said;
    }

    private String said(JsonNode event) {
        String type = event.path("type").asString("");
        JsonNode figures = event.has("figures") ? event.path("figures") : event.path("postings");
        Map<String, String> places = new HashMap<>();
        places.put("unit", unit(event.path("unit").asString("")));
        String category = event.path("category").asString("");
        places.put("category", category.isEmpty() ? "" : words.category(category));
        places.put("type", type);
        FIGURES.forEach(metric -> places.put(metric, words.figures().exact(amount(figures, metric))));
        places.put("figures", told(figures));
        return trimmed(texts.fill(key(type, figures.isEmpty()), places));
    }

    /** What events of this type tell, of no unit or category in particular. */
    String label(String type) {
        String some = "…";
        return trimmed(texts.fill(key(type, true), Map.of("unit", "", "category", "", "type", type, "figures", "",
                "contacts", some, "directReach", some, "secondaryReach", some)));
    }

    private String key(String type, boolean plain) {
        String key = texts.has(GROUP + type)
                ? GROUP + type
                : ENDINGS.stream().filter(type::endsWith).findFirst().map(ending -> GROUP + ending)
                        .orElse(GROUP + "other");
        return plain && texts.has(key + ".plain") ? key + ".plain" : key;
    }

    private static long amount(JsonNode figures, String metric) {
        for (JsonNode figure : figures) {
            if (figure.path("metric").asString("").equals(metric)) {
                return figure.path("amount").asLong(0);
            }
        }
        return 0;
    }

    private String told(JsonNode figures) {
        List<String> told = new ArrayList<>();
        figures.forEach(figure -> told.add(words.metric(figure.path("metric").asString("")) + " "
                + words.figures().signed(figure.path("amount").asLong(0))));
        return String.join(language == Language.EN ? ", " : "，", told);
    }

    /** The name of a unit, or that of a part alone. */
    private String unit(String code) {
        return face.units().stream().flatMap(unit -> unit.subUnits().stream())
                .filter(part -> part.code().equals(code)).map(CampaignFace.SubUnit::name).findFirst()
                .orElseGet(() -> face.unit(code).map(unit -> unit.name().in(language)).orElse(code));
    }

    /** Without the stops that stand around a place that stayed empty; a sentence begins with a capital. */
    private static String trimmed(String text) {
        String said = text.replaceAll("^[:：\\s]+|[:：,，\\s]+$", "");
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }
}
