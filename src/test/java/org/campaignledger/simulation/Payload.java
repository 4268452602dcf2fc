package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A record as an event or a register tells it. */
record Payload(Step.Kind kind, JsonNode fields) {

    private static final Map<String, Step.Kind> RECORDED = Map.of("UnitMobilized", Step.Kind.MOBILIZATIONS,
            "PropagandistRecruited", Step.Kind.PROPAGANDISTS, "EventHeld", Step.Kind.EVENTS, "ReachReported",
            Step.Kind.REACH_REPORTS);
    private static final Map<String, Step.Kind> CORRECTED = Map.of("MobilizationCorrected", Step.Kind.MOBILIZATIONS,
            "PropagandistCorrected", Step.Kind.PROPAGANDISTS, "EventCorrected", Step.Kind.EVENTS,
            "ReachReportCorrected", Step.Kind.REACH_REPORTS);

    static Payload of(Step.Kind kind, JsonNode fields) {
        return new Payload(kind, fields);
    }

    /** The record as it stands after an event of the trail; none, if it is not about one or has ended it. */
    static Optional<Payload> recordIn(JsonNode event) {
        String type = event.get("type").stringValue();
        JsonNode payload = event.get("payload");
        return Optional.ofNullable(RECORDED.get(type)).map(kind -> of(kind, payload)).or(() -> Optional.ofNullable(
                CORRECTED.get(type)).map(kind -> of(kind, payload.get("after"))));
    }

    /** Whether an event changes a record, rather than a campaign or a correction. */
    static boolean isOfARecord(JsonNode event) {
        return recordIn(event).isPresent() || event.get("type").stringValue().endsWith("Reversed");
    }

    /** What it counts for. */
    Surviving counted() {
        Map<String, Long> figures = switch (kind) {
            case MOBILIZATIONS -> Map.of("organizations", 1L);
            case PROPAGANDISTS -> Map.of("propagandists", 1L);
            case EVENTS -> Map.of("events", 1L, "contacts", fields.get("contacts").longValue());
            case REACH_REPORTS -> Map.of("directReach", fields.get("direct").longValue(), "secondaryReach", fields.get(
                    "secondary").longValue());
        };
        String day = kind == Step.Kind.REACH_REPORTS ? "to" : "occurredOn";
        return new Surviving(kind, fields.get("unit").stringValue(), LocalDate.parse(fields.get(day).stringValue()),
                figures);
    }

    /** What nobody else may hold at the same time. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        switch (kind) {
            case MOBILIZATIONS -> keys.add(fields.at("/organization/code").stringValue("of " + fields.get("unit")
                    + fields.at("/organization/name")));
            case PROPAGANDISTS -> {
                for (String key : List.of("idKey", "phoneKey")) {
                    if (fields.has(key)) {
                        keys.add(fields.get(key).stringValue());
                    }
                }
            }
            case EVENTS -> keys.add(fields.get("unit") + "/" + fields.get("title") + "/" + fields.get("occurredOn")
                    + "/" + fields.path("distinctFrom"));
            case REACH_REPORTS -> LocalDate.parse(fields.get("from").stringValue()).datesUntil(LocalDate.parse(fields
                    .get("to").stringValue()).plusDays(1)).forEach(day -> keys.add(fields.get("unit") + "/" + fields
                            .get("channel") + "/" + day));
        }
        return keys;
    }
}
