package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes up what is to be changed of a record, from the same few names, numbers and days that are recorded. */
final class Changing {

    private final Random random;
    private final Supplier<LocalDate> days;

    Changing(Random random, Supplier<LocalDate> days) {
        this.random = random;
        this.days = days;
    }

    /** One field, or sometimes two. */
    Map<String, @Nullable Object> of(Step.Kind kind) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        do {
            switch (kind) {
                case MOBILIZATIONS -> ofAUnion(changes);
                case PROPAGANDISTS -> ofAPerson(changes);
                case EVENTS -> ofAnEvent(changes);
                case REACH_REPORTS -> ofReach(changes);
            }
        } while (random.nextInt(4) == 0);
        return changes;
    }

    private void ofAUnion(Map<String, @Nullable Object> changes) {
        switch (random.nextInt(6)) {
            case 0 -> changes.put("organization.name", "第" + random.nextInt(6) + "工会");
            case 1 -> changes.put("organization.code", "CODE" + random.nextInt(15));
            case 2 -> changes.put("organization.code", null);
            default -> ofAny(changes, "occurredOn");
        }
    }

    private void ofAPerson(Map<String, @Nullable Object> changes) {
        switch (random.nextInt(7)) {
            case 0 -> changes.put("person.name", "某职工" + random.nextInt(3));
            case 1 -> changes.put("person.phone", random.nextInt(8) == 0
                    ? "123"
                    : "1390000" + (1_000 + random.nextInt(12)));
            case 2 -> changes.put("person.phone", null);
            case 3 -> changes.put("person.idNumber", pick(Generator.ID_NUMBERS));
            default -> ofAny(changes, "occurredOn");
        }
    }

    private void ofAnEvent(Map<String, @Nullable Object> changes) {
        switch (random.nextInt(6)) {
            case 0 -> changes.put("title", "第" + random.nextInt(4) + "场");
            case 1, 2 -> changes.put("contacts", random.nextInt(12) == 0 ? 100_001 : random.nextInt(500));
            default -> ofAny(changes, "occurredOn");
        }
    }

    private void ofReach(Map<String, @Nullable Object> changes) {
        switch (random.nextInt(7)) {
            case 0 -> changes.put("channel", pick(Generator.CHANNELS));
            case 1 -> changes.put("from", days.get().toString());
            case 2 -> changes.put("direct", random.nextInt(1_000));
            case 3 -> changes.put("secondary", random.nextInt(1_000));
            default -> ofAny(changes, "to");
        }
    }

    /** Of every record: its day, or the unit it is of. */
    private void ofAny(Map<String, @Nullable Object> changes, String day) {
        if (random.nextInt(3) == 0) {
            changes.put(day, days.get().toString());
        } else {
            changes.put("unit", pick(List.of("FJ", "FJ", "GD", "GD", "FJ-S1", "FJ-S1", "FJ-S2",
                    "ATLANTIS")));
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
