package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say must come of each step, told a second time and as plainly as possible: no code is shared with the
 * product. Of a historical campaign, in which today lies after everything.
 */
class Model {

    private static final LocalDate FROM = LocalDate.of(2019, 5, 1);
    private static final LocalDate TO = LocalDate.of(2019, 11, 30);
    private static final Set<String> UNITS = Set.of("FJ", "GD", "BJ"); // of the 35, those that are tried
    static final Set<String> REPORTERS = Set.of("fj", "gd", "fj-s1", "fj-s2");

    private final Map<String, String> parts = new HashMap<>();
    private final NaiveRecords records = new NaiveRecords(this::keys);
    private final NaiveQuotas quotas = new NaiveQuotas();
    private final NaiveCorrections corrections = new NaiveCorrections(this, records, quotas);
    private final Set<String> openPhases = new HashSet<>();
    private final Set<String> closedPhases = new HashSet<>();
    private final Map<String, LocalDate> ends = new HashMap<>(Map.of("MOBILISE", LocalDate.of(2019, 9, 30),
            "RECOMMEND", LocalDate.of(2019, 9, 30), "JUDGE", LocalDate.of(2019, 10, 31)));
    private boolean closed;

    /** Status and code that must be answered, such as {@code 201} or {@code 422 outside-window}. */
    String expect(Step step) {
        return switch (step) {
            case Step.Recording recording -> record(recording);
            case Step.Phase phase -> byAdmin(step, () -> change(phase));
            case Step.OpenPart part -> byAdmin(step, () -> open(part));
            case Step.Close end -> byAdmin(step, () -> {
                closed = true;
                return "200";
            });
            case CorrectionStep correction -> corrections.expect(correction);
        };
    }

    /** The campaign as it stands. */
    Picture picture() {
        return new Picture(records.pictured(), quotas.targets, quotas.allocations, parts, closed
                ? List.of()
                : Picture.inOrder(openPhases));
    }

    boolean isClosed() {
        return closed;
    }

    boolean isUnit(String code) {
        return UNITS.contains(code) || parts.containsKey(code);
    }

    boolean isWithin(String own, String unit) {
        return unit.equals(own) || own.equals(parts.get(unit));
    }

    private String record(Step.Recording step) {
        if (!REPORTERS.contains(step.account())) {
            return "403 wrong-role";
        }
        if (isUnit(step.unit()) && !isWithin(step.account().toUpperCase(Locale.ROOT), step.unit())) {
            return "403 foreign-unit";
        }
        List<String> wrong = new ArrayList<>(wrongWith(step));
        if (closed) {
            wrong.add("campaign-closed");
        } else if (!mayRecord(step.day())) {
            wrong.add("phase-not-open");
        }
        String refusal = unprocessable(wrong);
        if (refusal != null) {
            return refusal;
        }
        if (step instanceof Step.Hold event && event.distinct() && !records.knowsLike(event.likeness())) {
            return "422 unknown-record";
        }
        if (!records.isFree(step)) {
            return "409 duplicate-record";
        }
        records.add(step);
        return "201";
    }

    static @Nullable String unprocessable(List<String> wrong) {
        return wrong.isEmpty() ? null : "422 " + (wrong.size() == 1 ? wrong.getFirst() : "validation-failed");
    }

    /** What is unique of a record. */
    private List<String> keys(Step.Recording recording, @Nullable String distinctFrom) {
        return switch (recording) {
            case Step.Mobilize union -> List.of(keyOf(union));
            case Step.Recruit person -> Stream.of(person.phone() == null ? null : "phone " + person.phone(), person
                    .idNumber() == null ? null : "number " + person.idNumber()).filter(Objects::nonNull).toList();
            case Step.Hold event -> List.of("event " + event.likeness() + (distinctFrom == null
                    ? ""
                    : " is not " + distinctFrom));
            case Step.Report reach -> reach.from().datesUntil(reach.to().plusDays(1)).map(day -> "reach " + reach.unit()
                    + " " + reach.channel() + " " + day).toList();
        };
    }

    /** Nationally by its code, or by unit and name. */
    String keyOf(Step.Mobilize union) {
        return union.code() == null ? "name " + union.unit() + " " + union.name() : "code " + union.code();
    }

    /** What is wrong with a record whoever records it and whenever. */
    List<String> wrongWith(Step.Recording recording) {
        List<String> wrong = new ArrayList<>();
        switch (recording) {
            case Step.Mobilize union -> {
            }
            case Step.Recruit person -> {
                note(wrong, "123".equals(person.phone()), "invalid-phone");
                note(wrong, person.phone() == null && person.idNumber() == null, "person-not-identified");
            }
            case Step.Hold event -> {
                note(wrong, event.contacts() < 0, "out-of-range");
                note(wrong, event.contacts() > quotas.contactsPerEvent, "implausible-figure");
            }
            case Step.Report reach -> {
                note(wrong, isOutside(reach.from()), "outside-window");
                note(wrong, reach.to().isBefore(reach.from()), "period-reversed");
            }
        }
        note(wrong, !isUnit(recording.unit()), "unknown-unit");
        note(wrong, isOutside(recording.day()), "outside-window");
        return wrong;
    }

    private static void note(List<String> wrong, boolean isSo, String what) {
        if (isSo) {
            wrong.add(what);
        }
    }

    private static boolean isOutside(LocalDate day) {
        return day.isBefore(FROM) || day.isAfter(TO);
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
