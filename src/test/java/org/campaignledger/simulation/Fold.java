package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A campaign from zero: its trail, read as anyone entitled can, added up line by line. */
final class Fold {

    private final List<JsonNode> events;

    private Fold(List<JsonNode> events) {
        this.events = events;
    }

    static Fold ofTheTrailOf(Ledger ledger, long head) {
        Answer trail = ledger.asAuditor().sending("Accept", "application/x-ndjson").reads("trail?waitFor=" + head)
                .isShown();
        return new Fold(new ArrayList<>(trail.text().lines().map(JsonMapper.shared()::readTree).toList()));
    }

    /** The same up to a position. */
    Fold upTo(long position) {
        return new Fold(events.stream().filter(event -> event.get("position").longValue() <= position).toList());
    }

    /** The same, as if what stands at a position had not happened. */
    Fold without(long position) {
        return new Fold(events.stream().filter(event -> event.get("position").longValue() != position).toList());
    }

    long begins() {
        return events.getFirst().get("position").longValue();
    }

    /** What was posted to each metric up to a business date, by unit as recorded. */
    Map<String, Map<String, Long>> figures(@Nullable LocalDate on) {
        Map<String, Map<String, Long>> figures = new HashMap<>();
        events.forEach(event -> event.get("postings").forEach(posting -> {
            if (on == null || !LocalDate.parse(posting.get("occurredOn").stringValue()).isAfter(on)) {
                figures.computeIfAbsent(posting.get("metric").stringValue(), metric -> new TreeMap<>())
                        .merge(posting.get("unit").stringValue(), posting.get("amount").longValue(), Long::sum);
            }
        }));
        return figures;
    }

    /** Sub-units, each with its unit. */
    Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        ofType("SubUnitOpened").forEach(event -> parts.put(event.at("/payload/code").stringValue(), event.at(
                "/payload/unit").stringValue()));
        return parts;
    }

    /** Phases that are open, in the definition's order. */
    List<String> openPhases() {
        Set<String> open = new HashSet<>();
        for (JsonNode event : events) {
            String phase = event.at("/payload/phase").stringValue("");
            switch (event.get("type").stringValue()) {
                case "PhaseOpened" -> open.add(phase);
                case "PhaseClosed" -> open.remove(phase);
                case "CampaignClosed" -> open.clear();
                default -> {
                }
            }
        }
        return List.of("MOBILISE", "RECOMMEND", "JUDGE", "SUMMARISE").stream().filter(open::contains).toList();
    }

    /** Ids of the records of a type, newest first. */
    List<String> records(String type) {
        return ofType(type).stream().map(event -> event.get("recordId").stringValue()).toList().reversed();
    }

    List<JsonNode> ofType(String type) {
        return events.stream().filter(event -> event.get("type").stringValue().equals(type)).toList();
    }

    /** Keys that more than one record holds: rule 6, 7 and 10 from the stored events alone. */
    Set<String> heldTwice() {
        Set<String> twice = new LinkedHashSet<>();
        Set<String> held = new HashSet<>();
        for (JsonNode event : events) {
            for (String key : keys(event.get("type").stringValue(), event.get("payload"))) {
                if (!held.add(key)) {
                    twice.add(key);
                }
            }
        }
        return twice;
    }

    private static List<String> keys(String type, JsonNode payload) {
        List<String> keys = new ArrayList<>();
        switch (type) {
            case "UnitMobilized" -> keys.add(payload.at("/organization/code").stringValue("of " + payload.get("unit")
                    + payload.at("/organization/name")));
            case "PropagandistRecruited" -> {
                for (String key : List.of("idKey", "phoneKey")) {
                    if (payload.has(key)) {
                        keys.add(payload.get(key).stringValue());
                    }
                }
            }
            case "EventHeld" -> keys.add(payload.get("unit") + "/" + payload.get("title") + "/" + payload.get(
                    "occurredOn") + "/" + payload.path("distinctFrom"));
            case "ReachReported" -> LocalDate.parse(payload.get("from").stringValue()).datesUntil(LocalDate.parse(
                    payload.get("to").stringValue()).plusDays(1)).forEach(day -> keys.add(payload.get("unit") + "/"
                            + payload.get("channel") + "/" + day));
            default -> {
            }
        }
        return keys;
    }
}
