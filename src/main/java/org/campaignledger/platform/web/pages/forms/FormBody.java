package org.campaignledger.platform.web.pages.forms;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a command out of a form's fields: a name with dots becomes objects ({@code person.name}), one with an
 * index a list ({@code changes[0].unit}, or {@code changes[FJ].events} where the index is a field of the element). What
 * was left empty is left out, and so is an element of a list in which nothing was typed: a form shows more rows than
 * are used.
 */
public final class FormBody {

    /** Names the fields that are whole numbers, parted by commas. */
    static final String NUMBERS = "_numbers";

    /** Names the fields that are lists of lines, parted by commas. */
    static final String LINES = "_lines";

    /** Names the fields that are yes or no, parted by commas. */
    static final String FLAGS = "_flags";

    /** Names the fields that are numbers with decimals, parted by commas. */
    static final String DECIMALS = "_decimals";

    /** Names the fields that are given several times, such as boxes to be ticked: each of them is a list. */
    static final String SEVERAL = "_several";

    /** Names the lists that are sent even where nothing stands in them, parted by commas. */
    static final String EMPTY = "_empty";

    /** What stood in a field before, as {@code _was.title}: what was not changed is left out, what was emptied is null. */
    static final String WAS = "_was.";

    /** A list and the field of its elements that stands in the index, such as {@code changes:unit}. */
    static final String KEYS = "_keys";

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[([A-Za-z0-9-]{1,32})])?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,9})?");
    private static final int MAX_DEPTH = 6;

    private final JsonMapper json;

    FormBody(JsonMapper json) {
        this.json = json;
    }

    /**
     * What was made of a form.
     *
     * @param body   absent where no field was filled in
     * @param places where each element of a list was typed, such as {@code changes[FJ]}, by its place in the body; and
     *               fields whose name holds what has a meaning in a path
     */
    record Made(@Nullable JsonNode body, Map<String, String> places) {

        /** The form's name of a field that the contract names by its place in the body. */
        String field(String path) {
            String whole = places.get(path);
            if (whole != null) {
                return whole;
            }
            int end = path.indexOf(']') + 1;
            String typed = places.get(path.substring(0, end));
            return typed == null ? path : typed + path.substring(end);
        }
    }

    /** The body. */
    Made of(Map<String, String[]> fields) {
        Kinds kinds = new Kinds(names(fields, NUMBERS), names(fields, DECIMALS), names(fields, LINES),
                names(fields, FLAGS), names(fields, SEVERAL));
        Building building = new Building(json.createObjectNode(), names(fields, KEYS));
        fields.forEach((name, values) -> {
            if (name.startsWith("_")) {
                return;
            }
            // A password is taken as it was typed, its spaces included.
            String value = Typed.isSecret(name) ? values[0] : values[0].strip();
            String[] was = fields.get(WAS + name);
            if (was != null && was[0].strip().equals(value)) {
                return;
            }
            if (!value.isEmpty()) {
                building.put(name, node(bare(name), value, values, kinds));
            } else if (was != null) {
                building.put(name, json.getNodeFactory().nullNode());
            }
        });
        names(fields, EMPTY).stream().filter(name -> !building.root.has(name)).forEach(building.root::putArray);
        return new Made(building.root.isEmpty() ? null : building.root, building.places);
    }

    /** A part of a field's name, so that what has a meaning in a path has none in it: the name of a criterion, say. */
    public static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace(".", "%2E").replace("+", "%20");
    }

    private static String parted(String step) {
        return step.indexOf('%') < 0 ? step : UriUtils.decode(step, StandardCharsets.UTF_8);
    }

    /** Which fields are what. */
    private record Kinds(Set<String> numbers, Set<String> decimals, Set<String> lines, Set<String> flags,
            Set<String> several) {}

    private static Set<String> names(Map<String, String[]> fields, String of) {
        String[] named = fields.get(of);
        return named == null ? Set.of() : Arrays.stream(named[0].split(",")).collect(Collectors.toSet());
    }

    /** A field's name without its indexes. */
    private static String bare(String name) {
        return name.replaceAll("\\[[^\\]]*]", "");
    }

    private JsonNode node(String name, String value, String[] values, Kinds kinds) {
        if (kinds.flags.contains(name)) {
            return json.getNodeFactory().booleanNode(value.equals("true") || value.equals("on"));
        }
        if (kinds.lines.contains(name) || kinds.several.contains(name)) {
            ArrayNode list = json.createArrayNode();
            (kinds.several.contains(name) ? Arrays.stream(values) : value.lines()).map(String::strip)
                    .filter(line -> !line.isEmpty()).forEach(list::add);
            return list;
        }
        String digits = value.replaceAll("[,，\\s]", "");
        // What is no number goes on as it was typed: the contract says what is wrong with it, at its field.
        if (kinds.numbers.stream().anyMatch(each -> matches(each, name)) && WHOLE.matcher(digits).matches()) {
            return json.getNodeFactory().numberNode(Long.parseLong(digits));
        }
        return kinds.decimals.contains(name) && DECIMAL.matcher(digits).matches()
                ? json.getNodeFactory().numberNode(new BigDecimal(digits))
                : json.getNodeFactory().stringNode(value);
    }

    /** A name that ends with a star stands for all parts of an object. */
    private static boolean matches(String named, String field) {
        return named.endsWith("*") ? field.startsWith(named.substring(0, named.length() - 1)) : named.equals(field);
    }

    /** A body while it is being made. */
    private static final class Building {

        private final ObjectNode root;
        private final Set<String> keys;
        private final Map<String, String> places = new HashMap<>();
        private final Map<String, ObjectNode> elements = new HashMap<>();

        Building(ObjectNode root, Set<String> keys) {
            this.root = root;
            this.keys = keys;
        }

        void put(String name, JsonNode value) {
            List<String> steps = List.of(name.split("\\.", MAX_DEPTH));
            if (name.indexOf('%') >= 0) {
                places.put(String.join(".", steps.stream().map(FormBody::parted).toList()), name);
            }
            ObjectNode at = root;
            for (int depth = 0; depth < steps.size(); depth++) {
                Matcher step = STEP.matcher(steps.get(depth));
                boolean last = depth == steps.size() - 1;
                if (!step.matches()) {
                    at.set(steps.get(depth), value);
                    return;
                }
                String key = parted(step.group(1));
                JsonNode there = at.get(key);
                if (there != null && (step.group(2) != null ? !there.isArray() : !last && !there.isObject())) {
                    // The same name as a value and as a part: no form of ours says so.
                    return;
                }
                if (step.group(2) != null) {
                    at = element(at.withArrayProperty(key), String.join(".", steps.subList(0, depth + 1)), key,
                            step.group(2));
                } else if (last) {
                    at.set(key, value);
                } else {
                    at = at.withObjectProperty(key);
                }
            }
        }

        /** The element that was typed at this place; made where something of it is typed for the first time. */
        private ObjectNode element(ArrayNode list, String place, String name, String index) {
            ObjectNode known = elements.get(place);
            if (known != null) {
                return known;
            }
            places.put(name + "[" + list.size() + "]", place);
            ObjectNode made = list.addObject();
            elements.put(place, made);
            keys.stream().filter(key -> key.startsWith(name + ":"))
                    .forEach(key -> made.put(key.substring(name.length() + 1), index));
            return made;
        }
    }
}
