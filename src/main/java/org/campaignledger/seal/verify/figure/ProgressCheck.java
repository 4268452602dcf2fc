package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds published progress against the fold. */
public final class ProgressCheck {

    private static final List<String> FUNNEL = List.of("submitted", "accepted", "recommended", "judged", "awarded");

    private final Fold fold;
    private final String campaign;
    private final long position;
    private final JsonNode definition;
    private final Figures figures;

    /** A check of a campaign's figures at a position. */
    public ProgressCheck(Fold fold, String campaign, long position) {
        this.fold = fold;
        this.campaign = campaign;
        this.position = position;
        this.definition = Json.orMissing(fold.definitions().get(campaign));
        this.figures = new Figures(fold, campaign);
    }

    /** The metrics of the campaign's plan. */
    public List<String> metrics() {
        return definition.path("targets").valueStream().map(target -> target.path("metric").asString("")).toList();
    }

    /**
     * Holds progress against the fold.
     *
     * @throws Wrong one of its figures is another: the first
     */
    public void check(byte[] published) throws Wrong {
        JsonNode progress;
        try {
            progress = Json.tree(published);
        } catch (Malformed malformed) {
            throw wrong("its progress is not JSON: " + malformed.getMessage());
        }
        if (!progress.path("campaign").asString("").equals(campaign)
                || progress.path("position").asLong(-1) != position) {
            throw wrong("the progress is that of " + progress.path("campaign") + " at position "
                    + progress.path("position"));
        }
        checkTargets(progress.path("targets"));
        checkUnits(progress.path("units"));
        checkCategories(progress.path("categories"));
    }

    private void checkTargets(JsonNode targets) throws Wrong {
        Map<String, JsonNode> published = by("metric", targets);
        for (JsonNode defined : definition.path("targets")) {
            String metric = defined.path("metric").asString("");
            JsonNode target = Json.orMissing(published.remove(metric));
            same(target.path("actual"), figures.nationally(metric), metric);
            sameTarget(target.path("target"), fold.quotas().target(campaign, metric, defined.path("target")),
                    "the target of " + metric);
        }
        noneLeft(published, "metric");
    }

    private void checkUnits(JsonNode units) throws Wrong {
        Map<String, JsonNode> published = by("unit", units);
        for (JsonNode defined : definition.path("units")) {
            String code = defined.path("code").asString("");
            JsonNode unit = Json.orMissing(published.remove(code));
            for (String metric : metrics()) {
                JsonNode figure = unit.path("metrics").path(metric);
                same(figure.path("actual"), figures.ofUnit(code, metric), metric + " of unit " + code);
                if (metric.equals("events") && figure.has("target")) {
                    sameTarget(figure.path("target"), fold.quotas().allocation(campaign, code, defined.path("events")),
                            "the events allocated to unit " + code);
                }
            }
        }
        noneLeft(published, "unit");
    }

    private void checkCategories(JsonNode categories) throws Wrong {
        Map<String, JsonNode> published = by("category", categories);
        for (JsonNode defined : definition.path("categories")) {
            String id = defined.path("id").asString("");
            JsonNode category = Json.orMissing(published.remove(id));
            for (String step : FUNNEL) {
                same(category.path(step), figures.ofCategory(id, step), step + " of category " + id);
            }
        }
        noneLeft(published, "category");
    }

    private Map<String, JsonNode> by(String name, JsonNode list) throws Wrong {
        Map<String, JsonNode> found = new HashMap<>();
        for (JsonNode element : list) {
            String key = element.path(name).asString("");
            if (found.put(key, element) != null) {
                throw wrong("the " + name + " " + key + " is published twice");
            }
        }
        return found;
    }

    private void noneLeft(Map<String, JsonNode> published, String what) throws Wrong {
        if (!published.isEmpty()) {
            throw wrong("a " + what + " is published that the definition does not know: "
                    + published.keySet().iterator().next());
        }
    }

    private void same(JsonNode published, long folded, String figure) throws Wrong {
        if (!published.isIntegralNumber() || !published.canConvertToLong() || published.asLong() != folded) {
            throw wrong(figure + " is published as " + told(published) + ", the events fold to " + folded
                    + Figures.unknown(fold));
        }
    }

    /** Targets may be changed by events of types that are not known here: then there is nothing to hold them against. */
    private void sameTarget(JsonNode published, JsonNode inForce, String target) throws Wrong {
        if (fold.unknownTypes().isEmpty() && !told(published).equals(told(inForce))) {
            throw wrong(target + " is published as " + told(published) + ", in force is " + told(inForce));
        }
    }

    /**
     * Holds the sum that explains a national figure against the fold.
     *
     * @throws Wrong it is another
     */
    public void checkExplained(String metric, byte[] explanation) throws Wrong {
        try {
            same(Json.tree(explanation).path("sum"), figures.nationally(metric), metric + ", explained,");
        } catch (Malformed malformed) {
            throw wrong("the explanation of " + metric + " is not JSON: " + malformed.getMessage());
        }
    }

    private static String told(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() || node.isNull() ? "nothing" : node.toString();
    }

    private Wrong wrong(String sentence) {
        return Wrong.at(position, Fault.FIGURE, "campaign " + campaign + ": " + sentence);
    }
}
