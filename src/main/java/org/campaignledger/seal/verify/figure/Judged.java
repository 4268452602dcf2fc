package org.campaignledger.seal.verify.figure;

import java.util.Set;

import org.campaignledger.seal.verify.event.Json;
import org.campaignledger.seal.verify.event.Malformed;
import tools.jackson.databind.JsonNode;

/** What the judging of a category and its awards post. */
final class Judged {

    private static final String JUDGED = "judged";
    private static final String AWARDED = "awarded";
    private static final Set<String> KNOWN = Set.of("JudgingClosed", "JudgingReopened", "JudgedEntryLeft",
            "AwardGranted", "AwardRevoked");

    private Judged() {}

    /** The event types of which it knows what they post. */
    static Set<String> known() {
        return KNOWN;
    }

    /**
     * Adds what an event posts.
     *
     * @throws Malformed it does not say what it must
     */
    static void post(String type, JsonNode event, Funnel.Sink sink) throws Malformed {
        switch (type) {
            case "JudgingClosed" -> counts(event, event.path(JUDGED), 1, sink);
            case "JudgingReopened" -> counts(event.path("before"), event.path(JUDGED), -1, sink);
            case "JudgedEntryLeft" -> one(event, JUDGED, -1, sink);
            case "AwardGranted" -> one(event, AWARDED, 1, sink);
            case "AwardRevoked" -> one(event.path("award"), AWARDED, -1, Json.text(event, "occurredOn"), sink);
            default -> throw new IllegalArgumentException(type);
        }
    }

    private static void counts(JsonNode closing, JsonNode units, int sign, Funnel.Sink sink) throws Malformed {
        for (JsonNode unit : units) {
            JsonNode entries = unit.path("entries");
            if (!entries.isIntegralNumber() || !entries.canConvertToLong()) {
                throw new Malformed("entries is no whole number");
            }
            sink.add(new Cell(Json.text(closing, "campaign"), Json.text(unit, "unit"), Json.text(closing, "category"),
                    JUDGED, Json.text(closing, "occurredOn")), sign * entries.longValue());
        }
    }

    private static void one(JsonNode record, String metric, int amount, Funnel.Sink sink) throws Malformed {
        one(record, metric, amount, Json.text(record, "occurredOn"), sink);
    }

    private static void one(JsonNode record, String metric, int amount, String day, Funnel.Sink sink)
            throws Malformed {
        sink.add(new Cell(Json.text(record, "campaign"), Json.text(record, "unit"), Json.text(record, "category"),
                metric, day), amount);
    }
}
