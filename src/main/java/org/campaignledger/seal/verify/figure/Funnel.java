package org.campaignledger.seal.verify.figure;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import tools.jackson.databind.JsonNode;

/** What entries and their judging post: the part "Funnel" of the table "Figures" of the specification. */
final class Funnel {

    private static final String UNIT = "unit";
    private static final String CATEGORY = "category";

    /** Events that add one entry to a figure. */
    private static final Map<String, String> ADDING = Map.of("EntrySubmitted", "submitted", "EntryAccepted",
            "accepted", "EntryRecommended", "recommended");
    /** Events that take an entry out of all figures on the day on which they occurred. */
    private static final Set<String> ENDING = Set.of("EntryWithdrawn", "EntryRejected", "EntryDisqualified");
    /** Events by which what an entry counted for becomes something else, or nothing, on the days of old. */
    private static final Set<String> CORRECTING = Set.of("EntryCorrected", "EntryReversed");
    /** In which figure, since which day, an entry counts. */
    private static final Map<String, String> DAYS = Map.of("submitted", "submittedOn", "accepted", "acceptedOn",
            "recommended", "recommendedOn");
    private static final Set<String> COUNTING = Set.of("SUBMITTED", "ACCEPTED", "RECOMMENDED");

    private static final Set<String> KNOWN = known(ADDING.keySet(), ENDING, CORRECTING,
            Judged.known());

    private Funnel() {}

    @SafeVarargs
    private static Set<String> known(Set<String>... groups) {
        return Stream.of(groups).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes an amount of a figure. */
    @FunctionalInterface
    interface Sink {

        /** Adds it. */
        void add(Cell cell, long amount);
    }

    /** The event types of which it knows what they post. */
    static Set<String> known() {
        return KNOWN;
    }

    /**
     * Adds what an event posts.
     *
     * @throws Malformed it does not say what it must
     */
    static void post(String type, JsonNode event, Sink sink) throws Malformed {
        String added = ADDING.get(type);
        if (Judged.known().contains(type)) {
            Judged.post(type, event, sink);
        } else if (added != null) {
            sink.add(cell(event, added, Json.text(event, "occurredOn")), 1);
        } else if (ENDING.contains(type)) {
            entry(event.path("before"), -1, Json.text(event, "occurredOn"), sink);
        } else {
            entry(event.path("before"), -1, "", sink);
            if (event.has("after")) {
                entry(event.path("after"), 1, "", sink);
            }
        }
    }

    /**
     * An entry as it stands, in all figures in which it counts.
     *
     * @param on the day; empty for the days on which it came to count
     */
    private static void entry(JsonNode entry, int sign, String on, Sink sink) throws Malformed {
        if (!COUNTING.contains(Json.text(entry, "state"))) {
            return;
        }
        for (Map.Entry<String, String> day : DAYS.entrySet()) {
            if (entry.has(day.getValue())) {
                sink.add(cell(entry, day.getKey(), on.isEmpty() ? Json.text(entry, day.getValue()) : on), sign);
            }
        }
    }

    private static Cell cell(JsonNode record, String metric, String day) throws Malformed {
        return new Cell(Json.text(record, "campaign"), Json.text(record, UNIT), Json.text(record, CATEGORY), metric,
                day);
    }
}
