package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at a ledger from outside after whatever was done to it, and names what does not fit together. */
final class Audit {

    private static final int POSITIONS = 20;
    private static final Map<String, String> REGISTERS = Map.of("mobilizations", "UnitMobilized", "propagandists",
            "PropagandistRecruited", "events", "EventHeld", "reach-reports", "ReachReported");

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
        Audit audit = new Audit(ledger, seed);
        audit.run(fold, positions);
        return audit.problems;
    }

    private void run(Fold whole, int positions) {
        long head = ledger.head();
        theLedgerIsWhole();
        expect("keys held twice", List.of(), List.copyOf(whole.heldTwice()));
        progress("head", "waitFor=" + head, whole, null);
        registers(whole, "waitFor=" + head);
        for (int i = 0; i < positions; i++) {
            long position = whole.begins() + random.nextLong(head - whole.begins() + 1);
            LocalDate on = LocalDate.of(2019, 4, 30).plusDays(random.nextInt(216));
            Fold then = whole.upTo(position);
            progress("position " + position, "position=" + position, then, null);
            progress("position " + position + " on " + on, "position=" + position + "&on=" + on, then, on);
            if (i % 5 == 0) {
                progress("on " + on, "waitFor=" + head + "&on=" + on, whole, on);
                registers(then, "position=" + position);
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

    private void progress(String when, String question, Fold fold, @Nullable LocalDate on) {
        JsonNode progress = ledger.asNobody().reads("progress?" + question).isShown().json();
        Map<String, Map<String, Long>> figures = fold.figures(on);
        for (JsonNode target : progress.get("targets")) {
            String metric = target.get("metric").stringValue();
            long sum = figures.getOrDefault(metric, Map.of()).values().stream().mapToLong(Long::longValue).sum();
            expect(when + ": " + metric, sum, target.get("actual").longValue());
        }
        Map<String, String> parts = fold.parts();
        long allocated = 0;
        for (JsonNode unit : progress.get("units")) {
            String code = unit.get("unit").stringValue();
            allocated += unit.at("/metrics/events/target").longValue();
            unit.get("metrics").properties().forEach(figure -> expect(when + ": " + figure.getKey() + " of " + code,
                    ofUnit(figures.getOrDefault(figure.getKey(), Map.of()), parts, code), figure.getValue().get(
                            "actual").longValue()));
        }
        expect(when + ": allocations", 3_000L, allocated);
        expect(when + ": phases", fold.openPhases(), progress.get("phases").valueStream().map(JsonNode::stringValue)
                .toList());
    }

    private static long ofUnit(Map<String, Long> figures, Map<String, String> parts, String code) {
        return figures.entrySet().stream().filter(figure -> figure.getKey().equals(code) || code.equals(parts.get(figure
                .getKey()))).mapToLong(Map.Entry::getValue).sum();
    }

    private void registers(Fold fold, String question) {
        new LinkedHashMap<>(REGISTERS).forEach((register, type) -> {
            List<String> shown = new ArrayList<>();
            String after = "";
            do {
                Answer page = ledger.asAuditor().reads(register + "?limit=97&" + question + after).isShown();
                page.at("/items").forEach(item -> shown.add(item.get("id").stringValue()));
                after = page.json().has("next") ? "&after=" + page.at("/next").stringValue() : "";
            } while (!after.isEmpty());
            expect(register + " with " + question, fold.records(type), shown);
        });
    }

    private void expect(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            problems.add(what + ": expected " + expected + ", found " + actual);
        }
    }
}
