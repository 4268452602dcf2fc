package org.campaignledger.platform.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Likely duplicates side by side, each with its way to a merger or to the word that they are two. */
@Controller
class DuplicatesController {

    private final DeskData desk;
    private final DuplicateSource source;

    DuplicatesController(DeskData desk, DuplicateSource source) {
        this.desk = desk;
        this.source = source;
    }

    /** What the address asks for; what was left empty is absent. */
    record Asked(
            @Nullable String kind, @Nullable String unit, @Nullable Boolean dismissed, @Nullable String after) {

        Asked {
            kind = kind == null || kind.isBlank() || !DuplicatesPage.KINDS.contains(kind) ? null : kind;
            unit = unit == null || unit.isBlank() ? null : unit;
            after = after == null || after.isBlank() ? null : after;
        }

        String href(String path, @Nullable String cursor) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            Map<String, @Nullable Object> named = new java.util.LinkedHashMap<>();
            named.put("kind", kind);
            named.put("unit", unit);
            named.put("dismissed", dismissed);
            named.put("after", cursor);
            named.values().removeIf(java.util.Objects::isNull);
            named.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
            return address.encode().buildAndExpand(named).toUriString();
        }
    }

    /** The list. */
    @GetMapping("/c/{campaign}/duplicates")
    String duplicates(@PathVariable String campaign, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Boolean dismissed,
            @RequestParam(required = false) @Nullable String after, Locale locale, Model model) {
        Actor actor = PageDoor.reader();
        model.addAttribute("page", page(desk.campaign(campaign), new Asked(kind, unit, dismissed, after), actor,
                PagesConfiguration.language(locale)));
        return "duplicates";
    }

    private DuplicatesPage page(CampaignFace face, Asked asked, Actor actor, Language language) {
        RecordWords words = new RecordWords(face, language);
        boolean dismissed = Boolean.TRUE.equals(asked.dismissed());
        JsonNode found = desk.tree(PageDoor.open(() -> source.page(face.id(), asked.kind(), asked.unit(), dismissed,
                asked.after(), language)));
        List<DuplicatesPage.Pair> pairs = new ArrayList<>();
        found.path("items").forEach(item -> pairs.add(pair(item, words)));
        String path = "/c/" + face.id() + "/duplicates";
        String next = RecordWords.text(found, "next");
        boolean open = !face.closed();
        return new DuplicatesPage(face.id(), DuplicatesPage.KINDS, asked.kind(), asked.unit(),
                Units.of(face, actor, language), dismissed, pairs,
                asked.after() == null ? null : asked.href(path, null), next == null ? null : asked.href(path, next),
                open && actor.role() != Role.AUDITOR, actor.role() == Role.ADMIN && !dismissed,
                desk.forScripts(face, language, Map.of()));
    }

    private static DuplicatesPage.Pair pair(JsonNode item, RecordWords words) {
        JsonNode earlier = item.path("records").path(0);
        JsonNode later = item.path("records").path(1);
        List<DuplicatesPage.Because> reasons = new ArrayList<>();
        item.path("reasons").forEach(reason -> reasons.add(new DuplicatesPage.Because(reason.path("text").asString(""),
                (reason.path("points").asInt(0) > 0 ? "+" : "") + words.figures().exact(reason.path("points").asInt(
                        0)))));
        JsonNode dismissed = item.path("dismissed");
        return new DuplicatesPage.Pair(item.path("kind").asString(""), item.path("score").asInt(0), reasons,
                half(earlier, words), half(later, words), sides(earlier, later, words),
                dismissed.isObject()
                        ? dismissed.path("by").asString("") + " · " + words.time(dismissed.path("at").asString(""))
                        : null,
                dismissed.path("reason").asString(""));
    }

    private static DuplicatesPage.Half half(JsonNode record, RecordWords words) {
        return new DuplicatesPage.Half(record.path("id").asString(""), words.figures().exact(record.path("position")
                .asLong(0)));
    }

    private static List<DuplicatesPage.Side> sides(JsonNode earlier, JsonNode later, RecordWords words) {
        Map<String, JsonNode> one = RecordWords.flat(earlier);
        Map<String, JsonNode> other = RecordWords.flat(later);
        Set<String> fields = new LinkedHashSet<>(one.keySet());
        fields.addAll(other.keySet());
        return fields.stream().map(field -> {
            String first = words.value(field, one.get(field));
            String second = words.value(field, other.get(field));
            return new DuplicatesPage.Side(words.label(field), first, second, first.equals(second));
        }).toList();
    }
}
