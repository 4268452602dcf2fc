package org.campaignledger.platform.web.pages.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.RecordWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stands in an event, field by field, as a reader wants it; the whole of it stands beneath as it is stored. */
final class Facts {

    private static final int MOST = 80;
    private static final int LONGEST = 200;
    private static final int DIGEST_SHOWN = 16;
    private static final Set<String> ENCRYPTED = Set.of("person", "sealed");
    private static final Set<String> DIGESTS = Set.of("idKey", "phoneKey", "sha256", "digest", "ranking",
            "perceptualHash");
    private static final Map<String, String> CODED = Map.of("reasonCode", "desk.reason", "action", "desk.action",
            "state", "works.state", "metric", "js.metric", "role", "role");

    private final RecordWords words;
    private final PageTexts texts;

    Facts(RecordWords words) {
        this.words = words;
        this.texts = words.texts();
    }

    /**
     * A field.
     *
     * @param was what it was before; absent where the event changes nothing about it
     */
    record Fact(String label, @Nullable String was, String now) {}

    /**
     * The fields of an event.
     *
     * @param left how many more there are, not shown
     */
    record Table(List<Fact> facts, int left) {}

    /** The fields of a payload; where it tells a before and an after, both of each field. */
    Table of(JsonNode payload) {
        List<Fact> facts = new ArrayList<>();
        if (payload.path("before").isObject() && payload.path("after").isObject()) {
            facts.addAll(changed(flat(payload.path("before")), flat(payload.path("after"))));
        }
        boolean both = !facts.isEmpty();
        flat(payload).forEach((path, value) -> {
            if (!both || !path.startsWith("before.") && !path.startsWith("after.")) {
                facts.add(new Fact(label(path), null, value(path, value)));
            }
        });
        return new Table(facts.subList(0, Math.min(MOST, facts.size())), Math.max(0, facts.size() - MOST));
    }

    private List<Fact> changed(Map<String, JsonNode> before, Map<String, JsonNode> after) {
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        return paths.stream().map(path -> {
            String was = value(path, before.get(path));
            String now = value(path, after.get(path));
            return new Fact(label(path), was.equals(now) ? null : was, now);
        }).toList();
    }

    private static Map<String, JsonNode> flat(JsonNode node) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            if (!field.getKey().equals("effect")) {
                put(flat, field.getKey(), field.getValue());
            }
        });
        return flat;
    }

    private static void put(Map<String, JsonNode> flat, String path, JsonNode value) {
        if (value.isObject()) {
            value.properties().forEach(inner -> put(flat, path + "." + inner.getKey(), inner.getValue()));
        } else if (value.isArray() && !value.isEmpty() && value.get(0).isContainer()) {
            for (int i = 0; i < value.size() && i < MOST; i++) {
                put(flat, path + "[" + (i + 1) + "]", value.get(i));
            }
        } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
            flat.put(path, value);
        }
    }

    /** The name of a path: its own, else those of its steps one after another. */
    private String label(String path) {
        if (texts.has("desk.field." + path)) {
            return words.label(path);
        }
        int dot = path.indexOf('.');
        return dot < 0 ? step(path) : step(path.substring(0, dot)) + " · " + label(path.substring(dot + 1));
    }

    private String step(String step) {
        String name = step.replaceAll("\\[\\d+]", "");
        String place = step.length() == name.length() ? "" : " " + step.substring(name.length() + 1, step.length() - 1);
        return (texts.has("audit.field." + name) ? texts.get("audit.field." + name) : words.label(name)) + place;
    }

    private String value(String path, @Nullable JsonNode value) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        if (value == null || value.isNull()) {
            return RecordWords.NONE;
        }
        if (ENCRYPTED.contains(name)) {
            return texts.get("audit.encrypted");
        }
        String text = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(each -> each.asString(""))
                        .collect(Collectors.joining(" "))
                : value.asString("");
        if (DIGESTS.contains(name)) {
            return text.length() > DIGEST_SHOWN ? text.substring(0, DIGEST_SHOWN) + "…" : text;
        }
        if (value.isString()) {
            return inWords(path, name, value);
        }
        return value.isBoolean()
                ? texts.get(value.asBoolean() ? "audit.yes" : "audit.no")
                : value.isIntegralNumber() ? words.figures().exact(value.asLong()) : text;
    }

    private String inWords(String path, String name, JsonNode value) {
        String text = value.asString("");
        String group = CODED.get(name);
        if (group != null) {
            return words.word(group, text);
        }
        String field = path.endsWith("content.kind") || path.endsWith("submitter.kind") ? "submitter.kind" : name;
        String said = words.value(field, value);
        if (name.equals("kind") && said.equals(text)) {
            said = words.word("desk.kind", text);
        }
        return said.length() > LONGEST ? said.substring(0, LONGEST) + "…" : said;
    }
}
