package org.campaignledger.simulation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A record that counts, as it stands: what figures are made of, and nothing else.
 *
 * @param kind    the register in which it stands
 * @param unit    the unit or sub-unit it is of
 * @param day     its business date
 * @param figures what it adds, by metric
 */
record Surviving(Step.Kind kind, String unit, LocalDate day, Map<String, Long> figures) {

    /** Recorded so. */
    static Surviving of(Step.Recording recording) {
        Map<String, Long> figures = switch (recording) {
            case Step.Mobilize union -> Map.of("organizations", 1L);
            case Step.Recruit person -> Map.of("propagandists", 1L);
            case Step.Hold event -> Map.of("events", 1L, "contacts", event.contacts());
            case Step.Report reach -> Map.of("directReach", reach.direct(), "secondaryReach", reach.secondary());
        };
        return new Surviving(recording.kind(), recording.unit(), recording.day(), figures);
    }

    /** All of them counted once more, up to a business date: by metric, by unit as recorded. */
    static Map<String, Map<String, Long>> recount(Collection<Surviving> records, @Nullable LocalDate on) {
        Map<String, Map<String, Long>> counted = new HashMap<>();
        for (Surviving record : records) {
            if (on == null || !record.day.isAfter(on)) {
                record.figures.forEach((metric, number) -> counted.computeIfAbsent(metric, none -> new TreeMap<>())
                        .merge(record.unit, number, Long::sum));
            }
        }
        return counted;
    }
}
