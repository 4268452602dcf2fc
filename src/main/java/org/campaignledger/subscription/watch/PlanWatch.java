package org.campaignledger.subscription.watch;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.subscription.model.BehindPlan;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.model.Terms;
import org.campaignledger.subscription.store.Crossings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells of units that are behind their share of today's plan. */
@Component
class PlanWatch implements Watch {

    private final Crossings crossings;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    PlanWatch(Crossings crossings, JsonMapper json) {
        this.crossings = crossings;
        this.json = json;
    }

    /** A unit's allocation and how far it is behind. */
    private record Standing(long allocation, BehindPlan behind) {}

    @Override
    public Kind kind() {
        return Kind.UNIT_BEHIND_PLAN;
    }

    @Override
    public void look(Looking looking) {
        Terms terms = looking.subscription().terms();
        String metric = Objects.requireNonNull(terms.metric());
        long threshold = Objects.requireNonNull(terms.percent());
        String unit = looking.actor().role() == Role.REPORTER && terms.unit() == null
                ? looking.actor().scope()
                : terms.unit();
        ContractAnswer progress = looking.ask(looking.path("progress") + (unit == null ? "" : "?unit=" + unit));
        Map<String, Standing> standings = standings(progress.body(), metric);
        List<String> over = standings.entrySet().stream().filter(each -> each.getValue().behind().isBehind(threshold))
                .map(Map.Entry::getKey).toList();
        crossings.settle(looking.subscription(), over, standings.entrySet().stream()
                .filter(each -> each.getValue().behind().hasRecovered(threshold)).map(Map.Entry::getKey)
                .collect(Collectors.toSet()),
                told -> content(told, standings, metric, threshold),
                Optional.ofNullable(progress.position()).orElse(0L), clock.instant());
    }

    /** Units that have a share of the plan, by code. */
    private static Map<String, Standing> standings(JsonNode progress, String metric) {
        Map<String, Standing> standings = new LinkedHashMap<>();
        JsonNode plan = progress.path("targets").valueStream().filter(target -> target.path("metric").asString("")
                .equals(metric)).findFirst().orElse(null);
        if (plan == null || !plan.has("planned")) {
            return standings;
        }
        progress.path("units").forEach(unit -> {
            JsonNode figure = unit.path("metrics").path(metric);
            if (figure.has("target")) {
                long allocation = figure.path("target").longValue();
                standings.put(unit.path("unit").asString(""), new Standing(allocation, BehindPlan.of(allocation, plan
                        .path("target").longValue(), plan.path("planned").longValue(), figure.path("actual")
                                .longValue())));
            }
        });
        return standings;
    }

    private ObjectNode content(List<String> told, Map<String, Standing> standings, String metric, long threshold) {
        ObjectNode content = json.createObjectNode().put("metric", metric).put("percent", threshold);
        ArrayNode units = content.putArray("units");
        told.forEach(code -> {
            Standing standing = Objects.requireNonNull(standings.get(code));
            units.addObject().put("unit", code).put("target", standing.allocation())
                    .put("planned", standing.behind().planned()).put("actual", standing.behind().actual())
                    .put("behind", standing.behind().percent());
        });
        return content;
    }
}
