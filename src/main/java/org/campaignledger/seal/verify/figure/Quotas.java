package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.Map;
import org.campaignledger.seal.verify.event.Malformed;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is to be reached where it was revised: targets of metrics, and what of one is allocated to units. */
final class Quotas {

    private final Map<Key, JsonNode> targets = new HashMap<>();
    private final Map<Key, JsonNode> allocations = new HashMap<>();

    /** A metric of a campaign, or a unit of it. */
    private record Key(String campaign, String of) {}

    /** Takes in a revision: of a target, of allocations, or of a target with its allocations. */
    void take(String campaign, JsonNode revision) throws Malformed {
        if (revision.has("metric")) {
            targets.put(new Key(campaign, revision.path("metric").asString("")), amount(revision));
        }
        for (JsonNode change : revision.path("changes")) {
            allocations.put(new Key(campaign, change.path("unit").asString("")), amount(change));
        }
    }

    private static JsonNode amount(JsonNode change) throws Malformed {
        JsonNode after = change.path("after");
        if (!after.isIntegralNumber()) {
            throw new Malformed("what it is to be after is no whole number");
        }
        return after;
    }

    /** Takes in what later events have revised. */
    void add(Quotas later) {
        targets.putAll(later.targets);
        allocations.putAll(later.allocations);
    }

    /** The target of a metric, defined as this. */
    JsonNode target(String campaign, String metric, JsonNode defined) {
        return inForce(targets.get(new Key(campaign, metric)), defined);
    }

    /** What is allocated to a unit, defined as this. */
    JsonNode allocation(String campaign, String unit, JsonNode defined) {
        return inForce(allocations.get(new Key(campaign, unit)), defined);
    }

    private static JsonNode inForce(@Nullable JsonNode revised, JsonNode defined) {
        return revised == null ? defined : revised;
    }
}
