package org.campaignledger.subscription.watch;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's figures at the end of a week, each with what it gained since the beginning. */
final class DigestFigures {

    private static final List<String> FUNNEL = List.of("submitted", "accepted", "recommended", "judged", "awarded");

    private final JsonNode before;
    private final JsonNode after;
    private final JsonMapper json;

    /**
     * @param before progress at the beginning; empty where there was none yet
     * @param after  progress at the end
     */
    DigestFigures(JsonNode before, JsonNode after, JsonMapper json) {
        this.before = before;
        this.after = after;
        this.json = json;
    }

    private static JsonNode same(JsonNode list, String key, String value) {
        return list.valueStream().filter(each -> each.path(key).asString("").equals(value)).findFirst().orElse(
                MissingNode.getInstance());
    }

    ArrayNode targets() {
        ArrayNode targets = json.createArrayNode();
        after.path("targets").forEach(target -> {
            ObjectNode one = targets.addObject();
            List.of("metric", "target", "actual", "planned", "pace", "forecast").stream().filter(target::has)
                    .forEach(field -> one.set(field, target.get(field)));
            JsonNode earlier = same(before.path("targets"), "metric", target.path("metric").asString(""));
            one.put("change", target.path("actual").longValue() - earlier.path("actual").asLong(0));
        });
        return targets;
    }

    ArrayNode units() {
        ArrayNode units = json.createArrayNode();
        after.path("units").forEach(unit -> {
            ObjectNode one = units.addObject().put("unit", unit.path("unit").asString(""));
            JsonNode earlier = same(before.path("units"), "unit", unit.path("unit").asString(""));
            ObjectNode metrics = one.putObject("metrics");
            unit.path("metrics").properties().forEach(metric -> {
                ObjectNode figure = metrics.putObject(metric.getKey());
                metric.getValue().properties().forEach(field -> figure.set(field.getKey(), field.getValue()));
                figure.put("change", figure.path("actual").longValue() - earlier.path("metrics").path(metric.getKey())
                        .path("actual").asLong(0));
            });
        });
        return units;
    }

    /**
     * The works of the categories.
     *
     * @param only id of a category; absent for all
     */
    ArrayNode categories(@Nullable String only) {
        ArrayNode categories = json.createArrayNode();
        Predicate<JsonNode> wanted = category -> only == null || category.path("category").asString("").equals(only);
        after.path("categories").valueStream().filter(wanted).forEach(category -> {
            String id = category.path("category").asString("");
            JsonNode earlier = same(before.path("categories"), "category", id);
            ObjectNode one = categories.addObject().put("category", id);
            FUNNEL.forEach(stage -> one.put(stage, category.path(stage).longValue()));
            ObjectNode change = one.putObject("change");
            FUNNEL.forEach(stage -> change.put(stage, category.path(stage).longValue() - earlier.path(stage).asLong(
                    0)));
        });
        return categories;
    }
}
