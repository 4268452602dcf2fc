package org.campaignledger.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** Recounted without any posting: records as they stand, from what was recorded, amended and reversed. */
    Picture picture() {
        Map<String, Surviving> records = new LinkedHashMap<>();
        Map<String, Long> targets = Picture.targetsOf2019();
        Map<String, Long> allocations = Picture.allocationsOf2019();
        Map<String, String> parts = new TreeMap<>();
        for (JsonNode event : events) {
            JsonNode payload = event.get("payload");
            String id = event.path("recordId").stringValue("");
            switch (event.get("type").stringValue()) {
                case "MobilizationReversed", "PropagandistReversed", "EventReversed", "ReachReportReversed" -> records
                        .remove(id);
                case "SubUnitOpened" -> parts.put(payload.get("code").stringValue(), payload.get("unit").stringValue());
                case "TargetRevised" -> targets.put(payload.get("metric").stringValue(), payload.get("after")
                        .longValue());
                default -> Payload.recordIn(event).ifPresent(record -> records.put(id, record.counted()));
            }
            payload.path("changes").forEach(change -> {
                if (change.has("after")) {
                    allocations.put(change.get("unit").stringValue(), change.get("after").longValue());
                }
            });
        }
        return new Picture(List.copyOf(records.values()), targets, allocations, parts, openPhases());
    }

    /** The positions of this campaign at which something came to be. */
    List<Long> positions() {
        return events.stream().map(event -> event.get("position").longValue()).toList();
    }

    /** When what stands at a position was recorded. */
    Instant recordedAt(long position) {
        return events.stream().filter(event -> event.get("position").longValue() == position).map(event -> Instant
                .parse(event.get("recordedAt").stringValue())).findFirst().orElseThrow();
    }

    /** The same up to an instant. */
    Fold upTo(Instant instant) {
        return new Fold(events.stream().filter(event -> !Instant.parse(event.get("recordedAt").stringValue()).isAfter(
                instant)).toList());
    }

    /** Records of which something was said after they had been reversed: rule 21. */
    Set<String> changedAfterTheirEnd() {
        Set<String> ended = new HashSet<>();
        Set<String> changed = new LinkedHashSet<>();
        for (JsonNode event : events) {
            String id = event.path("recordId").stringValue("");
            if (Payload.isOfARecord(event) && (event.get("type").stringValue().endsWith("Reversed")
                    ? !ended.add(id)
                    : ended.contains(id))) {
                changed.add(id);
            }
        }
        return changed;
    }

    /** Corrections that were decided more than once, or whose effect came without an approval or more than once. */
    Set<String> decidedOtherwiseThanOnce() {
        Set<String> wrong = new LinkedHashSet<>();
        Set<String> decided = new HashSet<>();
        Set<String> approved = new HashSet<>();
        for (JsonNode event : events) {
            String id = event.at("/payload/id").stringValue("");
            String effectOf = event.at("/payload/correction/correction").stringValue("");
            switch (event.get("type").stringValue()) {
                case "CorrectionApproved", "CorrectionRejected", "CorrectionWithdrawn" -> {
                    note(wrong, id, !decided.add(id));
                    if (event.get("type").stringValue().equals("CorrectionApproved")) {
                        approved.add(id);
                    }
                }
                default -> note(wrong, effectOf, !effectOf.isEmpty() && !approved.remove(effectOf));
            }
        }
        wrong.addAll(approved); // approved without an effect
        return wrong;
    }

    private static void note(Set<String> wrong, String id, boolean isSo) {
        if (isSo) {
            wrong.add(id);
        }
    }

    /** Phases that are open, in the definition's order. */
    private List<String> openPhases() {
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
        return Picture.inOrder(open);
    }

    /** Ids of the records of a type, newest first. */
    List<String> records(String type) {
        return ofType(type).stream().map(event -> event.get("recordId").stringValue()).toList().reversed();
    }

    List<JsonNode> ofType(String type) {
        return events.stream().filter(event -> event.get("type").stringValue().equals(type)).toList();
    }

    /** Keys that more than one record held at a time: rule 6, 7 and 10 from the stored events alone. */
    Set<String> heldTwice() {
        Set<String> twice = new LinkedHashSet<>();
        Map<String, String> holders = new HashMap<>();
        for (JsonNode event : events) {
            String id = event.path("recordId").stringValue("");
            if (Payload.isOfARecord(event)) {
                holders.values().removeIf(id::equals);
            }
            Payload.recordIn(event).ifPresent(record -> record.keys().forEach(key -> {
                if (holders.putIfAbsent(key, id) != null) {
                    twice.add(key);
                }
            }));
        }
        return twice;
    }
}
