package org.campaignledger.seal.verify.figure;

import java.util.HashMap;
import java.util.Map;

/** The sums of one campaign that published figures are held against. */
final class Figures {

    private final Map<String, Long> nationally = new HashMap<>();
    private final Map<Key, Long> byUnit = new HashMap<>();
    private final Map<Key, Long> byCategory = new HashMap<>();

    /** A figure of a unit, or of a category. */
    private record Key(String of, String metric) {}

    Figures(Fold fold, String campaign) {
        fold.cells().forEach((cell, sum) -> {
            if (cell.campaign().equals(campaign)) {
                add(nationally, cell.metric(), sum[0]);
                add(byUnit, new Key(fold.reporting(campaign, cell.unit()), cell.metric()), sum[0]);
                add(byCategory, new Key(cell.category(), cell.metric()), sum[0]);
            }
        });
    }

    private static <K> void add(Map<K, Long> sums, K key, long amount) {
        sums.merge(key, amount, Math::addExact);
    }

    /** A metric over all units. */
    long nationally(String metric) {
        return nationally.getOrDefault(metric, 0L);
    }

    /** A metric of a unit and its sub-units. */
    long ofUnit(String unit, String metric) {
        return byUnit.getOrDefault(new Key(unit, metric), 0L);
    }

    /** A step of a category's funnel. */
    long ofCategory(String category, String metric) {
        return byCategory.getOrDefault(new Key(category, metric), 0L);
    }

    /** What to add to a sentence about figures that differ. */
    static String unknown(Fold fold) {
        return fold.unknownTypes().isEmpty()
                ? ""
                : "; events of types that are not known here may have posted to it: "
                        + String.join(", ", fold.unknownTypes().stream().sorted().toList());
    }
}
