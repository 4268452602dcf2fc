package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.campaignledger.testing.Campaigns;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it stood at some position.
 *
 * @param records     those that counted, in the order of their recording
 * @param targets     in force, by metric
 * @param allocations in force, by unit
 * @param parts       sub-units, each with its unit
 * @param openPhases  in the definition's order
 */
record Picture(
        List<Surviving> records, Map<String, Long> targets, Map<String, Long> allocations, Map<String, String> parts,
        List<String> openPhases) {

    private static final List<String> PHASES = List.of("MOBILISE", "RECOMMEND", "JUDGE", "SUMMARISE");
    private static final Map<String, Long> TARGETS = of2019("targets", "metric", "target");
    private static final Map<String, Long> ALLOCATIONS = of2019("units", "code", "events");

    Picture {
        records = List.copyOf(records);
        targets = new TreeMap<>(targets);
        allocations = new TreeMap<>(allocations);
        parts = new TreeMap<>(parts);
    }

    /** Phases in the definition's order. */
    static List<String> inOrder(Set<String> phases) {
        return PHASES.stream().filter(phases::contains).toList();
    }

    /** The targets of 2019. */
    static Map<String, Long> targetsOf2019() {
        return new HashMap<>(TARGETS);
    }

    /** The allocations of 2019. */
    static Map<String, Long> allocationsOf2019() {
        return new HashMap<>(ALLOCATIONS);
    }

    private static Map<String, Long> of2019(String list, String key, String number) {
        Map<String, Long> numbers = new HashMap<>();
        Campaigns.of2019("").json().get(list).forEach(one -> {
            if (one.has(number)) {
                numbers.put(one.get(key).stringValue(), one.get(number).longValue());
            }
        });
        return numbers;
    }

    /** A metric's figure, nationally or of a unit with its sub-units, up to a business date. */
    long figure(String metric, @Nullable String unit, @Nullable LocalDate on) {
        return Surviving.recount(records, on).getOrDefault(metric, Map.of()).entrySet().stream()
                .filter(figure -> unit == null || figure.getKey().equals(unit) || unit.equals(parts.get(figure
                        .getKey())))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
