package org.campaignledger.platform.web.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The whole life of a record, made from what its register tells.
 *
 * @param facts what it says, field by field, with what it said before
 * @param steps what happened to it, oldest first
 */
record RecordLife(List<Fact> facts, List<Step> steps) {

    /**
     * A field.
     *
     * @param was what stood there before, oldest first
     * @param now what stands there
     */
    record Fact(String label, List<String> was, String now, boolean number) {}

    /**
     * Something that happened.
     *
     * @param position   the number under which it is in the ledger
     * @param text       key of the sentence
     * @param action     of a correction; empty where it is none
     * @param who        the account
     * @param reasonCode of a correction; empty where it is none
     * @param words      in the words of who asked or decided
     * @param correction id; absent where it is none
     */
    record Step(
            long position, String number, String time, String text, String action, String who, String reasonCode,
            String words, @Nullable String correction) {}

    /** Who wrote an event, and when. */
    record Written(String account, Instant at) {

        static final Written UNKNOWN = new Written("", Instant.EPOCH);
    }

    static RecordLife of(JsonNode record, RecordWords words, LongFunction<Written> ledger) {
        return new RecordLife(facts(record, words), steps(record, words, ledger));
    }

    private static List<Fact> facts(JsonNode record, RecordWords words) {
        List<JsonNode> versions = new ArrayList<>();
        record.path("versions").forEach(versions::add);
        Set<String> fields = new LinkedHashSet<>();
        versions.reversed().forEach(version -> fields.addAll(RecordWords.flat(version).keySet()));
        if (fields.contains("from")) {
            // A report's business date is the last day of its period, which stands there already.
            fields.remove("occurredOn");
        }
        return fields.stream().map(field -> fact(field, versions, words)).toList();
    }

    private static Fact fact(String field, List<JsonNode> versions, RecordWords words) {
        List<String> values = new ArrayList<>();
        for (JsonNode version : versions) {
            boolean erased = field.startsWith("person") && version.path("erased").asBoolean(false);
            String value = erased
                    ? words.texts().get("desk.erased")
                    : words.value(field, RecordWords.at(version, field));
            if (values.isEmpty() || !values.getLast().equals(value)) {
                values.add(value);
            }
        }
        return new Fact(words.label(field), values.subList(0, values.size() - 1), values.getLast(),
                RecordKind.isNumber(field));
    }

    private static List<Step> steps(JsonNode record, RecordWords words, LongFunction<Written> ledger) {
        List<Step> steps = new ArrayList<>();
        long made = record.path("position").asLong(0);
        steps.add(step(made, words, ledger.apply(made), "recorded", "", "", "", null));
        for (JsonNode asked : record.path("corrections")) {
            long position = asked.path("position").asLong(0);
            String id = asked.path("id").asString("");
            String action = asked.path("action").asString("");
            steps.add(step(position, words, ledger.apply(position), "asked", action,
                    asked.path("reasonCode").asString(""), asked.path("reason").asString(""), id));
            long decided = asked.path("decidedPosition").asLong(0);
            if (decided > 0) {
                steps.add(step(decided, words, ledger.apply(decided), asked.path("state").asString(""), action, "",
                        asked.path("decisionReason").asString(""), id));
            }
        }
        for (JsonNode version : record.path("versions")) {
            long since = version.path("since").asLong(0);
            if (since > made) {
                steps.add(step(since, words, ledger.apply(since), version.path("state").asString(""), "", "", "",
                        RecordWords.text(version, "correction")));
            }
        }
        steps.sort(Comparator.comparingLong(Step::position));
        return steps;
    }

    private static Step step(long position, RecordWords words, Written written, String text, String action,
            String reasonCode, String said, @Nullable String correction) {
        return new Step(position, words.figures().exact(position), words.time(written.at()), "desk.step." + text,
                action, written.account(), reasonCode, said, correction);
    }
}
