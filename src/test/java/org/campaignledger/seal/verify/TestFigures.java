package org.campaignledger.seal.verify;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignledger.seal.verify.tree.Merkle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures as the page on the sealed log gives them, made the plain way: each metric by going over all lines again. */
public final class TestFigures {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> METRICS = List.of("events", "contacts", "directReach", "secondaryReach",
            "organizations", "propagandists");

    private static final Map<String, String> CORRECTED = Map.of("MobilizationReversed", "UnitMobilized",
            "MobilizationCorrected", "UnitMobilized", "PropagandistReversed", "PropagandistRecruited",
            "PropagandistCorrected", "PropagandistRecruited", "EventReversed", "EventHeld", "EventCorrected",
            "EventHeld", "ReachReportReversed", "ReachReported", "ReachReportCorrected", "ReachReported");

    private final Map<String, Long> allocated = new HashMap<>(Map.of("FJ", 12L, "ZJ", 18L));
    private long target = 30;
    private final TreeMap<String, Long> lines = new TreeMap<>();
    private final int size;

    TestFigures(List<TestEvent> events) {
        size = events.size();
        for (TestEvent event : events) {
            JsonNode payload = JSON.readTree(event.payload());
            if (CORRECTED.containsKey(event.type())) {
                post(CORRECTED.get(event.type()), payload.path("before"), -1);
                if (payload.has("after")) {
                    post(CORRECTED.get(event.type()), payload.get("after"), 1);
                }
            } else {
                post(event.type(), payload, 1);
            }
            if (payload.has("metric")) {
                target = payload.path("after").asLong(0);
            }
            payload.path("changes").forEach(change -> allocated.put(change.get("unit").asString(),
                    change.get("after").asLong()));
        }
    }

    private void post(String type, JsonNode payload, int sign) {
        if (!payload.has("unit")) {
            return;
        }
        switch (type) {
            case "UnitMobilized" -> post(payload, "organizations", sign, "occurredOn");
            case "PropagandistRecruited" -> post(payload, "propagandists", sign, "occurredOn");
            case "EventHeld" -> {
                post(payload, "events", sign, "occurredOn");
                post(payload, "contacts", sign * payload.get("contacts").asLong(), "occurredOn");
            }
            case "ReachReported" -> {
                post(payload, "directReach", sign * payload.get("direct").asLong(), "to");
                post(payload, "secondaryReach", sign * payload.get("secondary").asLong(), "to");
            }
            default -> {
            }
        }
    }

    private void post(JsonNode payload, String metric, long amount, String date) {
        lines.merge(String.join("\t", payload.get("campaign").asString(), payload.get("unit").asString(), "", metric,
                payload.get(date).asString()), amount, Long::sum);
    }

    /** What an event posts, as it is published: a line for each posting. */
    public static String postings(TestEvent event) {
        return new TestFigures(List.of(event)).lines.entrySet().stream()
                .map(line -> event.position() + "\t" + line.getKey() + "\t" + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** The lines of the folded balance; their names are all of ASCII, so that their order is that of their bytes. */
    public String text() {
        return lines.entrySet().stream().filter(line -> line.getValue() != 0)
                .map(line -> line.getKey() + "\t" + line.getValue() + "\n").sorted().collect(Collectors.joining());
    }

    /** The hash over them. */
    public String hash() {
        return HexFormat.of().formatHex(Merkle.sha256().digest(text().getBytes(StandardCharsets.UTF_8)));
    }

    /** A metric of a unit with its sub-units; of all units where none is named. */
    public long sum(String metric, String unit) {
        return lines.entrySet().stream().filter(line -> line.getKey().startsWith("c\t" + unit)
                && line.getKey().contains("\t\t" + metric + "\t")).mapToLong(line -> line.getValue()).sum();
    }

    /** The published progress. */
    public String progress() {
        return "{\"campaign\":\"c\",\"position\":" + size + ",\"targets\":["
                + METRICS.stream().map(metric -> "{\"metric\":\"" + metric + "\","
                        + (metric.equals("events") ? "\"target\":" + target + "," : "") + "\"actual\":" + sum(metric,
                                "") + "}")
                        .collect(Collectors.joining(","))
                + "],\"units\":[" + unit("FJ") + "," + unit("ZJ") + "],\"categories\":[{\"category\":\"video\","
                + "\"submitted\":0,\"accepted\":0,\"recommended\":0,\"judged\":0,\"awarded\":0}]}";
    }

    private String unit(String code) {
        return "{\"unit\":\"" + code + "\",\"metrics\":{" + METRICS.stream().map(metric -> "\"" + metric + "\":{"
                + (metric.equals("events") ? "\"target\":" + allocated.get(code) + "," : "") + "\"actual\":" + sum(
                        metric, code)
                + "}").collect(Collectors.joining(",")) + "}}";
    }
}
