package org.campaignledger.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging: leaves out parts of a sequence for as long as what is left still fails. */
final class Shortening {

    private Shortening() {}

    /**
     * A shorter sequence that fails too; of those that fail, none is shorter by a single step, if there was enough
     * patience to find out.
     *
     * @param fails    whether a sequence fails
     * @param patience how many sequences are tried at most
     */
    static <T> List<T> of(List<T> failing, Predicate<List<T>> fails, int patience) {
        List<T> shortest = failing;
        int left = patience;
        int parts = 2;
        while (shortest.size() > 1 && left > 0) {
            int size = Math.ceilDiv(shortest.size(), parts);
            List<T> shorter = null;
            for (int from = 0; from < shortest.size() && shorter == null && left-- > 0; from += size) {
                List<T> rest = new ArrayList<>(shortest.subList(0, from));
                rest.addAll(shortest.subList(Math.min(shortest.size(), from + size), shortest.size()));
                shorter = fails.test(rest) ? rest : null;
            }
            if (shorter != null) {
                shortest = shorter;
                parts = Math.max(2, parts - 1);
            } else if (size == 1) {
                break;
            } else {
                parts = Math.min(shortest.size(), parts * 2);
            }
        }
        return shortest;
    }
}
