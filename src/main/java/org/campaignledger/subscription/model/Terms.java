package org.campaignledger.subscription.model;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/**
 * On what terms one is told. Each kind has its own; the others are absent.
 *
 * @param unit      the unit of a digest or of a plan; absent for all that the subscriber may see
 * @param metric    the allocated metric whose plan is watched
 * @param percent   how far behind its plan a unit must be, in percent of the plan, 1 to 100
 * @param weekday   the day of a digest
 * @param hour      its hour in the campaign's zone, 0 to 23
 * @param hours     for how long a correction has waited, 0 to 720
 * @param positions by how many positions the log is behind, 1 to 1,000,000
 * @param seconds   for how long it has been behind, 1 to 86,400
 */
public record Terms(
        @Nullable String unit, @Nullable String metric, @Nullable Long percent, @Nullable DayOfWeek weekday,
        @Nullable Long hour, @Nullable Long hours, @Nullable Long positions, @Nullable Long seconds) {

    private static final Map<Kind, Set<String>> FIELDS = new EnumMap<>(Map.of(
            Kind.WEEKLY_DIGEST, Set.of("unit", "weekday", "hour"),
            Kind.UNIT_BEHIND_PLAN, Set.of("unit", "metric", "percent"),
            Kind.CORRECTION_WAITING, Set.of("hours"),
            Kind.IMPORT_FAILED, Set.of(),
            Kind.SEAL_BACKLOG, Set.of("positions", "seconds")));

    /** The same with what is usual where nothing was said, once they were checked. */
    public Terms usual(Kind kind) {
        return switch (kind) {
            case WEEKLY_DIGEST -> new Terms(unit, null, null, Objects.requireNonNullElse(weekday, DayOfWeek.MONDAY),
                    Objects.requireNonNullElse(hour, 8L), null, null, null);
            case UNIT_BEHIND_PLAN -> new Terms(unit, Objects.requireNonNullElse(metric, "events"), percent, null, null,
                    null, null, null);
            case CORRECTION_WAITING -> new Terms(null, null, null, null, null,
                    Objects.requireNonNullElse(hours, 24L), null, null);
            case IMPORT_FAILED, SEAL_BACKLOG -> this;
        };
    }

    /** Everything that is wrong with them for this kind. */
    public void check(Kind kind, Checks checks) {
        given().keySet().stream().filter(field -> !Objects.requireNonNull(FIELDS.get(kind)).contains(field))
                .forEach(field -> checks.that(false, field, "not-taken-here"));
        if (kind == Kind.UNIT_BEHIND_PLAN && checks.required(percent, "percent")) {
            within(percent, "percent", 1, 100, checks);
        }
        if (kind == Kind.SEAL_BACKLOG) {
            checks.that(positions != null || seconds != null, "positions", "missing");
        }
        within(hour, "hour", 0, 23, checks);
        within(hours, "hours", 0, 720, checks);
        within(positions, "positions", 1, 1_000_000, checks);
        within(seconds, "seconds", 1, 86_400, checks);
    }

    private static void within(@Nullable Long value, String field, long min, long max, Checks checks) {
        checks.that(value == null || value >= min && value <= max, field, "out-of-range", Map.of("min", min, "max",
                max));
    }

    /** What was said, by name. */
    public Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> names = List.of("unit", "metric", "percent", "weekday", "hour", "hours", "positions", "seconds");
        @Nullable
        Object[] values = {unit, metric, percent, weekday, hour, hours, positions, seconds};
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                given.put(names.get(i), value);
            }
        }
        return given;
    }
}
