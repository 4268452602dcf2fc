package org.campaignledger.subscription.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.store.Crossings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of corrections that wait undecided: each once, since what was decided does not wait again. What somebody wrote
 * as their reason stays where it is.
 */
@Component
class CorrectionWatch implements Watch {

    private static final List<String> TOLD = List.of("unit", "kind", "action");

    private final Crossings crossings;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    CorrectionWatch(Crossings crossings, JsonMapper json) {
        this.crossings = crossings;
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.CORRECTION_WAITING;
    }

    @Override
    public void look(Looking looking) {
        long hours = Objects.requireNonNull(looking.subscription().terms().hours());
        Instant latest = looking.now().minus(Duration.ofHours(hours));
        Map<String, JsonNode> waiting = new LinkedHashMap<>();
        long position = 0;
        String after = "";
        do {
            ContractAnswer page = looking.ask(looking.path("corrections?state=REQUESTED&limit=200") + after);
            page.body().path("items").forEach(item -> {
                if (!Instant.parse(item.path("recordedAt").asString("")).isAfter(latest)) {
                    waiting.put(item.path("id").asString(""), item);
                }
            });
            position = Math.max(position, Optional.ofNullable(page.position()).orElse(0L));
            after = page.body().path("next").isString() ? "&after=" + page.body().path("next").asString() : "";
        } while (!after.isEmpty());
        crossings.settle(looking.subscription(), List.copyOf(waiting.keySet()), Set.of(),
                told -> content(told, waiting, hours), position, clock.instant());
    }

    private ObjectNode content(List<String> told, Map<String, JsonNode> waiting, long hours) {
        ObjectNode content = json.createObjectNode().put("hours", hours);
        ArrayNode corrections = content.putArray("corrections");
        told.forEach(id -> {
            JsonNode item = Objects.requireNonNull(waiting.get(id));
            ObjectNode one = corrections.addObject().put("id", id).put("position", item.path("position").longValue())
                    .put("requestedAt", item.path("recordedAt").asString(""));
            TOLD.stream().filter(item::has).forEach(field -> one.set(field, item.get(field)));
        });
        return content;
    }
}
