package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the rules say must come of each step, told a second time and as plainly as possible: no code is shared with the
 * product. Of a historical campaign, in which today lies after everything.
 */
class Model {

    private static final LocalDate FROM = LocalDate.of(2019, 5, 1);
    private static final LocalDate TO = LocalDate.of(2019, 11, 30);
    private static final Set<String> UNITS = Set.of("FJ", "GD", "BJ"); // of the 35, those that are tried
    private static final Set<String> REPORTERS = Set.of("fj", "gd", "fj-s1", "fj-s2");

    private final Map<String, String> parts = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final Map<String, Integer> firstEvents = new HashMap<>();
    private final Set<String> openPhases = new HashSet<>();
    private final Set<String> closedPhases = new HashSet<>();
    private final Map<String, LocalDate> ends = new HashMap<>(Map.of("MOBILISE", LocalDate.of(2019, 9, 30),
            "RECOMMEND", LocalDate.of(2019, 9, 30), "JUDGE", LocalDate.of(2019, 10, 31)));
    private boolean closed;

    /** Status and code that must be answered, such as {@code 201} or {@code 422 outside-window}. */
    String expect(Step step) {
        return switch (step) {
            case Step.Mobilize union -> record(step, union.unit(), union.day(), List.of(), List.of(keyOf(union)));
            case Step.Recruit person -> recruit(person);
            case Step.Hold event -> hold(event);
            case Step.Report reach -> report(reach);
            case Step.Phase phase -> byAdmin(step, () -> change(phase));
            case Step.OpenPart part -> byAdmin(step, () -> open(part));
            case Step.Close end -> byAdmin(step, () -> {
                closed = true;
                return "200";
            });
        };
    }

    /** Nationally by its code, or by unit and name. */
    String keyOf(Step.Mobilize union) {
        return union.code() == null ? "name " + union.unit() + " " + union.name() : "code " + union.code();
    }

    private String recruit(Step.Recruit person) {
        List<String> wrong = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        if (person.phone() != null) {
            keys.add("phone " + person.phone());
            if (person.phone().equals("123")) {
                wrong.add("invalid-phone");
            }
        }
        if (person.idNumber() != null) {
            keys.add("number " + person.idNumber());
        }
        if (keys.isEmpty()) {
            wrong.add("person-not-identified");
        }
        return record(person, person.unit(), person.day(), wrong, keys);
    }

    private String hold(Step.Hold event) {
        List<String> wrong = new ArrayList<>();
        if (event.contacts() < 0) {
            wrong.add("out-of-range");
        } else if (event.contacts() > 100_000) {
            wrong.add("implausible-figure");
        }
        String key = "event " + event.likeness() + (event.distinct() ? " is another" : "");
        boolean unknown = event.distinct() && !firstEvents.containsKey(event.likeness());
        String before = refusal(event, event.unit(), event.day(), wrong);
        if (before == null && unknown) {
            return "422 unknown-record";
        }
        String answer = record(event, event.unit(), event.day(), wrong, List.of(key));
        if (answer.equals("201")) {
            firstEvents.putIfAbsent(event.likeness(), firstEvents.size());
        }
        return answer;
    }

    private String report(Step.Report reach) {
        List<String> wrong = new ArrayList<>();
        if (reach.from().isBefore(FROM) || reach.from().isAfter(TO)) {
            wrong.add("outside-window");
        }
        if (reach.to().isBefore(reach.from())) {
            wrong.add("period-reversed");
        }
        List<String> days = wrong.isEmpty()
                ? reach.from().datesUntil(reach.to().plusDays(1))
                        .map(day -> "reach " + reach.unit() + " " + reach.channel() + " " + day).toList()
                : List.of();
        return record(reach, reach.unit(), reach.to(), wrong, days);
    }

    private String record(Step step, String unit, LocalDate day, List<String> wrong, List<String> keys) {
        String refusal = refusal(step, unit, day, wrong);
        if (refusal != null) {
            return refusal;
        }
        if (keys.stream().anyMatch(claims::contains)) {
            return "409 duplicate-record";
        }
        claims.addAll(keys);
        return "201";
    }

    private @org.jspecify.annotations.Nullable String refusal(Step step, String unit, LocalDate day,
            List<String> formats) {
        if (!REPORTERS.contains(step.account())) {
            return "403 wrong-role";
        }
        boolean known = UNITS.contains(unit) || parts.containsKey(unit);
        String own = step.account().toUpperCase(Locale.ROOT);
        if (known && !unit.equals(own) && !own.equals(parts.get(unit))) {
            return "403 foreign-unit";
        }
        List<String> wrong = new ArrayList<>(formats);
        if (!known) {
            wrong.add("unknown-unit");
        }
        if (closed) {
            wrong.add("campaign-closed");
        } else if (!mayRecord(day)) {
            wrong.add("phase-not-open");
        }
        if (day.isBefore(FROM) || day.isAfter(TO)) {
            wrong.add("outside-window");
        }
        return wrong.isEmpty() ? null : "422 " + (wrong.size() == 1 ? wrong.getFirst() : "validation-failed");
    }

    /** While recording is open; and in the grace that today's closing has begun, for what occurred in MOBILISE. */
    private boolean mayRecord(LocalDate day) {
        boolean inside = !day.isBefore(FROM) && !day.isAfter(ends.get("MOBILISE"));
        return openPhases.contains("MOBILISE") || openPhases.contains("RECOMMEND")
                || (closedPhases.contains("MOBILISE") && inside);
    }

    private String byAdmin(Step step, java.util.function.Supplier<String> act) {
        if (!step.account().equals("admin")) {
            return "403 wrong-role";
        }
        return closed ? "422 campaign-closed" : act.get();
    }

    private String change(Step.Phase step) {
        String phase = step.phase();
        if (!ends.containsKey(phase)) {
            return "404 not-found";
        }
        boolean open = openPhases.contains(phase);
        switch (step.change()) {
            case OPEN -> {
                if (open) {
                    return "422 phase-already-open";
                }
                openPhases.add(phase);
                closedPhases.remove(phase);
            }
            case CLOSE -> {
                if (!open) {
                    return "422 " + (closedPhases.contains(phase) ? "phase-already-closed" : "phase-never-opened");
                }
                openPhases.remove(phase);
                closedPhases.add(phase);
            }
            case EXTEND -> {
                if (!step.until().isAfter(ends.get(phase))) {
                    return "422 not-an-extension";
                }
                ends.put(phase, step.until());
            }
        }
        return "200";
    }

    private String open(Step.OpenPart step) {
        if (!UNITS.contains(step.unit())) {
            return "404 not-found";
        }
        Set<String> taken = parts.keySet().stream().map(code -> code.toUpperCase(Locale.ROOT)).collect(Collectors
                .toSet());
        if (UNITS.contains(step.code()) || taken.contains(step.code().toUpperCase(Locale.ROOT))) {
            return "409 duplicate-record";
        }
        parts.put(step.code(), step.unit());
        return "201";
    }
}
