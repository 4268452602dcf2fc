package org.campaignledger.campaign.write;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.campaignledger.campaign.events.AllocationChange;
import org.campaignledger.kernel.Checks;
import org.jspecify.annotations.Nullable;

/** Shares of the allocated metric, and rule 1: they add up to its target, always. */
final class Allocations {

    private Allocations() {}

    /** What a unit is to have. */
    record Change(@Nullable String unit, @Nullable Long events) {}

    /** All shares as they stand. */
    static List<Change> of(Map<String, Long> allocations) {
        return allocations.entrySet().stream().map(one -> new Change(one.getKey(), one.getValue())).toList();
    }

    /** The shares that an event has changed, as they are after it. */
    static List<Change> after(List<AllocationChange> changes) {
        return changes.stream().map(change -> new Change(change.unit(), change.after())).toList();
    }

    /** Adds what is wrong: units that there are not or that come twice, and a sum that is not the target. */
    static void check(Map<String, Long> allocations, List<Change> changes, long target, Checks checks) {
        Set<String> seen = new HashSet<>();
        Map<String, Long> after = new LinkedHashMap<>(allocations);
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            String unit = checks.text(change.unit(), "changes[" + i + "].unit", 200, true);
            Long events = checks.count(change.events(), "changes[" + i + "].events", true);
            if (unit != null) {
                checks.that(allocations.containsKey(unit), "changes[" + i + "].unit", "unknown-unit");
                checks.that(seen.add(unit), "changes[" + i + "].unit", "duplicate-unit");
            }
            if (unit != null && events != null) {
                after.put(unit, events);
            }
        }
        if (checks.passed()) {
            java.math.BigInteger sum = after.values().stream().map(java.math.BigInteger::valueOf)
                    .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::add);
            checks.that(sum.equals(java.math.BigInteger.valueOf(target)), "changes", "allocations-do-not-add-up",
                    Map.of("sum", sum, "target", target));
        }
    }

    /** What changes of these shares. */
    static List<AllocationChange> changes(Map<String, Long> allocations, List<Change> changes) {
        return changes.stream().map(change -> {
            String unit = Objects.requireNonNull(change.unit());
            return new AllocationChange(unit, Objects.requireNonNull(allocations.get(unit)),
                    Objects.requireNonNull(change.events()));
        }).filter(change -> change.before() != change.after()).toList();
    }
}
