package org.campaignledger.platform.web.pages.forms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of a command out of a form's fields: a name with dots becomes objects ({@code person.name}), one with an
 * index a list ({@code changes[0].unit}); what was left empty is left out. Elements of a list in which nothing was
 * typed are left out, too: a form shows more rows than are used.
 */
final class FormBody {

    /** Names the fields that are whole numbers, parted by commas. */
    static final String NUMBERS = "_numbers";

    /** Names the fields that are lists of lines, parted by commas. */
    static final String LINES = "_lines";

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,4})])?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,18}");
    private static final int MAX_DEPTH = 6;

    private final JsonMapper json;

    FormBody(JsonMapper json) {
        this.json = json;
    }

    /** The body; absent where no field was filled in. */
    @Nullable
    JsonNode of(Map<String, String[]> fields) {
        Set<String> numbers = names(fields, NUMBERS);
        Set<String> lines = names(fields, LINES);
        ObjectNode body = json.createObjectNode();
        fields.forEach((name, values) -> {
            String value = values[0].strip();
            if (!name.startsWith("_") && !value.isEmpty()) {
                put(body, name, node(bare(name), value, numbers, lines));
            }
        });
        close(body);
        return body.isEmpty() ? null : body;
    }

    private static Set<String> names(Map<String, String[]> fields, String of) {
        String[] named = fields.get(of);
        return named == null ? Set.of() : Arrays.stream(named[0].split(",")).collect(Collectors.toSet());
    }

    /** A field's name without its indexes. */
    private static String bare(String name) {
        return name.replaceAll("\\[\\d+]", "");
    }

    private JsonNode node(String name, String value, Set<String> numbers, Set<String> lines) {
        if (lines.contains(name)) {
            ArrayNode list = json.createArrayNode();
            value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(list::add);
            return list;
        }
        String digits = value.replaceAll("[,，\\s]", "");
        // What is no number goes on as it was typed: the contract says what is wrong with it, at its field.
        return numbers.contains(name) && WHOLE.matcher(digits).matches()
                ? json.getNodeFactory().numberNode(Long.parseLong(digits))
                : json.getNodeFactory().stringNode(value);
    }

    private void put(ObjectNode body, String name, JsonNode value) {
        List<String> steps = List.of(name.split("\\.", MAX_DEPTH));
        ObjectNode at = body;
        for (int depth = 0; depth < steps.size(); depth++) {
            Matcher step = STEP.matcher(steps.get(depth));
            boolean last = depth == steps.size() - 1;
            if (!step.matches()) {
                at.set(steps.get(depth), value);
                return;
            }
            String key = step.group(1);
            if (step.group(2) != null) {
                at = element(at.withArrayProperty(key), Integer.parseInt(step.group(2)));
            } else if (last) {
                at.set(key, value);
            } else {
                at = at.withObjectProperty(key);
            }
        }
    }

    private static ObjectNode element(ArrayNode list, int index) {
        while (list.size() <= index) {
            list.addObject();
        }
        return (ObjectNode) list.get(index);
    }

    private static void close(ObjectNode node) {
        for (JsonNode each : node) {
            if (each instanceof ArrayNode list) {
                for (int at = list.size() - 1; at >= 0; at--) {
                    if (list.get(at) instanceof ObjectNode element && element.isEmpty()) {
                        list.remove(at);
                    }
                }
            }
        }
    }
}
