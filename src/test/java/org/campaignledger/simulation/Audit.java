package org.campaignledger.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at a ledger from outside after whatever was done to it, and names what does not fit together. */
final class Audit {

    static final int POSITIONS = 20;
    private static final Map<Step.Kind, String> REGISTERS = Map.of(Step.Kind.MOBILIZATIONS, "UnitMobilized",
            Step.Kind.PROPAGANDISTS, "PropagandistRecruited", Step.Kind.EVENTS, "EventHeld", Step.Kind.REACH_REPORTS,
            "ReachReported");
    private static final List<String> METRICS = List.of("organizations", "propagandists", "events", "contacts",
            "directReach", "secondaryReach");
    private static final Set<String> COUNTING = Set.of("RECORDED", "AMENDED");

    private final Ledger ledger;
    private final Random random;
    private final List<String> problems = new ArrayList<>();

    private Audit(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /** Everything that is wrong; nothing, if all is well. */
    static List<String> of(Ledger ledger, long seed) {
        return of(ledger, Fold.ofTheTrailOf(ledger, ledger.head()), seed, POSITIONS);
    }

    /** The same against a fold that may be another than that of the trail. */
    static List<String> of(Ledger ledger, Fold fold, long seed, int positions) {
        return of(ledger, fold, position -> fold.upTo(position).picture(), seed, positions);
    }

    /** The same against pictures that somebody else has made, by position. */
    static List<String> of(Ledger ledger, Fold fold, LongFunction<Picture> pictures, long seed, int positions) {
        Audit audit = new Audit(ledger, seed);
        audit.run(fold, pictures, positions);
        return audit.problems;
    }

    private void run(Fold whole, LongFunction<Picture> pictures, int positions) {
        long head = ledger.head();
        theLedgerIsWhole();
        expect("keys held twice", List.of(), List.copyOf(whole.heldTwice()));
        expect("records changed after their end", List.of(), List.copyOf(whole.changedAfterTheirEnd()));
        expect("corrections decided otherwise than once", List.of(), List.copyOf(whole.decidedOtherwiseThanOnce()));
        whole.positions().forEach(position -> expect("the trail up to " + position, pictures.apply(position), whole
                .upTo(position).picture()));
        Picture now = pictures.apply(head);
        progress("head", "waitFor=" + head, now, null);
        figures("head", "waitFor=" + head, whole, now, null);
        registers(whole, now, "waitFor=" + head);
        for (int i = 0; i < positions; i++) {
            long position = whole.begins() + random.nextLong(head - whole.begins() + 1);
            LocalDate on = LocalDate.of(2019, 4, 30).plusDays(random.nextInt(216));
            Fold fold = whole.upTo(position);
            Picture then = pictures.apply(position);
            progress("position " + position, "position=" + position, then, null);
            progress("position " + position + " on " + on, "position=" + position + "&on=" + on, then, on);
            if (i % 5 == 0) {
                Instant at = whole.recordedAt(fold.positions().getLast());
                progress("at " + at, "at=" + at, pictures.apply(whole.upTo(at).positions().getLast()), null);
                progress("on " + on, "waitFor=" + head + "&on=" + on, now, on);
                figures("position " + position + " on " + on, "position=" + position + "&on=" + on, fold, then, on);
                registers(fold, then, "position=" + position);
            }
        }
    }

    private void theLedgerIsWhole() {
        Map<String, Object> positions = ledger.database().sql("""
            select count(*) - max(position) as gaps, min(position) as first from ledger_event""").query().singleRow();
        expect("positions", "0 from 1", positions.get("gaps") + " from " + positions.get("first"));
        expect("instants that go back", 0L, ledger.database().sql("""
            select count(*) from (select recorded_at < lag(recorded_at) over (order by position) as back
            from ledger_event) as pairs where back""").query(Long.class).single());
        expect("aggregates with gaps", 0L, ledger.database().sql("""
            select count(*) from (select 1 from ledger_event group by aggregate_id
            having max(sequence) + 1 <> count(*) or min(sequence) <> 0) as broken""").query(Long.class).single());
        expect("events set aside", 0L, ledger.database().sql("""
            select count(*) from dead_letter d join ledger_event e using (position) where e.payload::text like ?""")
                .param("%\"" + ledger.campaign() + "\"%").query(Long.class).single());
    }

    /** What everybody is shown is what the records that counted add up to. */
    private void progress(String when, String question, Picture picture, @Nullable LocalDate on) {
        JsonNode progress = ledger.asNobody().reads("progress?" + question).isShown().json();
        for (JsonNode target : progress.get("targets")) {
            String metric = target.get("metric").stringValue();
            expect(when + ": " + metric, picture.figure(metric, null, on), target.get("actual").longValue());
            expect(when + ": target of " + metric, picture.targets().get(metric), target.has("target")
                    ? target.get("target").longValue()
                    : null);
        }
        for (JsonNode unit : progress.get("units")) {
            String code = unit.get("unit").stringValue();
            expect(when + ": events allocated to " + code, picture.allocations().get(code), unit.at(
                    "/metrics/events/target").longValue());
            unit.get("metrics").properties().forEach(figure -> expect(when + ": " + figure.getKey() + " of " + code,
                    picture.figure(figure.getKey(), code, on), figure.getValue().get("actual").longValue()));
        }
        expect(when + ": sum of allocations", picture.targets().get("events"), picture.allocations().values().stream()
                .mapToLong(Long::longValue).sum());
        expect(when + ": phases", picture.openPhases(), progress.get("phases").valueStream().map(JsonNode::stringValue)
                .toList());
    }

    /** And so do the postings, added up here from the trail, and there by whoever explains a figure. */
    private void figures(String when, String question, Fold fold, Picture picture, @Nullable LocalDate on) {
        Map<String, Map<String, Long>> posted = fold.figures(on);
        for (String metric : METRICS) {
            long counted = picture.figure(metric, null, on);
            expect(when + ": postings to " + metric, counted, posted.getOrDefault(metric, Map.of()).values().stream()
                    .mapToLong(Long::longValue).sum());
            expect(when + ": explanation of " + metric, counted, ledger.asAuditor().reads("progress/explain?metric="
                    + metric + "&limit=1&" + question).isShown().at("/sum").longValue());
        }
    }

    /** All that was ever recorded is listed; what is not struck through is what counts, as it stands. */
    private void registers(Fold fold, Picture picture, String question) {
        REGISTERS.forEach((kind, type) -> {
            List<JsonNode> items = items(kind.path(), question);
            String register = kind.path() + " with " + question;
            expect(register, fold.records(type), items.stream().map(item -> item.get("id").stringValue()).toList());
            expect(register + ", those that count", picture.records().stream().filter(one -> one.kind() == kind)
                    .toList(), items.reversed().stream().filter(item -> COUNTING.contains(item.get("state")
                            .stringValue())).map(item -> Payload.of(kind, item).counted()).toList());
        });
    }

    private List<JsonNode> items(String register, String question) {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            Answer page = ledger.asAuditor().reads(register + "?limit=97&" + question + after).isShown();
            page.at("/items").forEach(items::add);
            after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
        } while (!after.isEmpty());
        return items;
    }

    private void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            problems.add(what + ": expected " + expected + ", found " + actual);
        }
    }
}
