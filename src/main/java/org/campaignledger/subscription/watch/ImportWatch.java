package org.campaignledger.subscription.watch;

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
 * Tells of imports that failed since the subscription was made: refused, given up, or with rows that were not written. A
 * dry run is a question, and its answer no failure; what somebody cancelled is none either.
 */
@Component
class ImportWatch implements Watch {

    private static final int PAGE = 100;
    /** Imports that are looked through at most, newest first: a bound, many times what comes in between two looks. */
    private static final int PAGES = 10;

    private final Crossings crossings;
    private final JsonMapper json;
    private final InstantSource clock = InstantSource.system();

    ImportWatch(Crossings crossings, JsonMapper json) {
        this.crossings = crossings;
        this.json = json;
    }

    @Override
    public Kind kind() {
        return Kind.IMPORT_FAILED;
    }

    @Override
    public void look(Looking looking) {
        Map<String, JsonNode> failed = new LinkedHashMap<>();
        Instant since = looking.subscription().createdAt();
        long position = 0;
        String after = "";
        for (int number = 0; number < PAGES && (number == 0 || !after.isEmpty()); number++) {
            ContractAnswer page = looking.ask("/api/v1/imports?limit=" + PAGE + "&campaign=" + looking.subscription()
                    .campaign() + after);
            page.body().path("items").forEach(job -> {
                if (hasFailed(job) && !Instant.parse(job.path("endedAt").asString("")).isBefore(since)) {
                    failed.put(job.path("id").asString(""), job);
                }
            });
            position = Math.max(position, Optional.ofNullable(page.position()).orElse(0L));
            after = page.body().path("next").isString() ? "&after=" + page.body().path("next").asString() : "";
        }
        crossings.settle(looking.subscription(), List.copyOf(failed.keySet()), Set.of(),
                told -> content(told, failed), position, clock.instant());
    }

    private static boolean hasFailed(JsonNode job) {
        if (job.path("dryRun").asBoolean(false) || !job.has("endedAt")) {
            return false;
        }
        return switch (job.path("state").asString("")) {
            case "REFUSED" -> true;
            case "CANCELLED" -> job.has("refusal");
            case "DONE" -> job.path("refused").longValue() > 0;
            default -> false;
        };
    }

    private ObjectNode content(List<String> told, Map<String, JsonNode> failed) {
        ObjectNode content = json.createObjectNode();
        ArrayNode imports = content.putArray("imports");
        told.forEach(id -> {
            JsonNode job = Objects.requireNonNull(failed.get(id));
            ObjectNode one = imports.addObject().put("id", id);
            List.of("kind", "account", "state", "total", "written", "refused", "endedAt").forEach(field -> one.set(
                    field, job.path(field)));
            if (job.has("refusal")) {
                one.put("code", job.at("/refusal/code").asString(""));
            }
        });
        return content;
    }
}
