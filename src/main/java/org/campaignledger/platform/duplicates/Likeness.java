package org.campaignledger.platform.duplicates;

import java.util.Collection;
import java.util.List;

/**
 * How likely two records are one.
 *
 * @param score   from 0 to 100: the sum of the reasons' points, kept within these bounds
 * @param reasons why, each once, in the order of {@link Reason}
 */
public record Likeness(int score, List<Reason> reasons) {

    /** The greatest score. */
    public static final int MOST = 100;

    /** The likeness that these reasons make, whatever their order. */
    public static Likeness of(Collection<Reason> reasons) {
        List<Reason> each = reasons.stream().distinct().sorted().toList();
        int sum = each.stream().mapToInt(Reason::points).sum();
        return new Likeness(Math.clamp(sum, 0, MOST), each);
    }
}
