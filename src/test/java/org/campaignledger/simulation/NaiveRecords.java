package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that was recorded, in a list, each record as it stands now: who holds which key is looked up in the list. */
final class NaiveRecords {

    private final List<Kept> all = new ArrayList<>();
    private final Set<String> heldFirst = new HashSet<>();
    private final BiFunction<Step.Recording, @Nullable String, List<String>> keys;

    /** A record that was taken. */
    static final class Kept {

        Step.Recording as;
        int version = 1;
        boolean counts = true;
        private final @Nullable String distinctFrom;

        private Kept(Step.Recording as, @Nullable String distinctFrom) {
            this.as = as;
            this.distinctFrom = distinctFrom;
        }
    }

    /** Told what is unique of a record, and from what likeness it is said to be distinct. */
    NaiveRecords(BiFunction<Step.Recording, @Nullable String, List<String>> keys) {
        this.keys = keys;
    }

    /** Whether an event of this likeness was ever recorded, whatever became of it. */
    boolean knowsLike(String likeness) {
        return heldFirst.contains(likeness);
    }

    boolean isFree(Step.Recording recording) {
        return isFree(recording, likenessOf(recording), null);
    }

    /** Whether nobody else would hold what it would hold as amended. */
    boolean isFree(Kept record, Step.Recording after) {
        return isFree(after, record.distinctFrom, record);
    }

    private boolean isFree(Step.Recording recording, @Nullable String distinctFrom, @Nullable Kept own) {
        List<String> wanted = keys.apply(recording, distinctFrom);
        return surviving().filter(record -> record != own).flatMap(record -> keys.apply(record.as,
                record.distinctFrom).stream()).noneMatch(wanted::contains);
    }

    private static @Nullable String likenessOf(Step.Recording recording) {
        return recording instanceof Step.Hold event && event.distinct() ? event.likeness() : null;
    }

    void add(Step.Recording recording) {
        all.add(new Kept(recording, likenessOf(recording)));
        if (recording instanceof Step.Hold event) {
            heldFirst.add(event.likeness());
        }
    }

    /** One of a kind; the number may be any. */
    @Nullable
    Kept of(Step.Kind kind, int number) {
        List<Kept> those = all.stream().filter(record -> record.as.kind() == kind).toList();
        return those.isEmpty() ? null : those.get(number % those.size());
    }

    private Stream<Kept> surviving() {
        return all.stream().filter(record -> record.counts);
    }

    List<Surviving> pictured() {
        return surviving().map(record -> Surviving.of(record.as)).toList();
    }

    /** The record as it would be with these changes, named as at the door. */
    static Step.Recording changed(Step.Recording before, Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> to = new HashMap<>(changes);
        return switch (before) {
            case Step.Mobilize union -> new Step.Mobilize(union.account(), text(to, "unit", union.unit()),
                    text(to, "organization.name", union.name()), textOrNone(to, "organization.code", union.code()),
                    day(to, "occurredOn", union.day()));
            case Step.Recruit person -> new Step.Recruit(person.account(), text(to, "unit", person.unit()),
                    text(to, "person.name", person.name()), textOrNone(to, "person.phone", person.phone()),
                    textOrNone(to, "person.idNumber", person.idNumber()), day(to, "occurredOn", person.day()));
            case Step.Hold event -> new Step.Hold(event.account(), text(to, "unit", event.unit()),
                    text(to, "title", event.title()), number(to, "contacts", event.contacts()), event.distinct(),
                    day(to, "occurredOn", event.day()));
            case Step.Report reach -> new Step.Report(reach.account(), text(to, "unit", reach.unit()),
                    text(to, "channel", reach.channel()), day(to, "from", reach.from()), day(to, "to", reach.to()),
                    number(to, "direct", reach.direct()), number(to, "secondary", reach.secondary()));
        };
    }

    private static @Nullable String textOrNone(Map<String, @Nullable Object> changes, String field,
            @Nullable String before) {
        return changes.containsKey(field) ? (String) changes.get(field) : before;
    }

    private static String text(Map<String, @Nullable Object> changes, String field, String before) {
        return changes.get(field) instanceof String text ? text : before;
    }

    private static long number(Map<String, @Nullable Object> changes, String field, long before) {
        return changes.get(field) instanceof Number number ? number.longValue() : before;
    }

    private static LocalDate day(Map<String, @Nullable Object> changes, String field, LocalDate before) {
        return changes.get(field) instanceof String day ? LocalDate.parse(day) : before;
    }
}
