package org.campaignledger.progress.balance;

import java.util.HashMap;
import java.util.Map;

import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;

/**
 * The balance of one campaign's postings: for each metric, unit or sub-unit as recorded, and category, the amounts by
 * business date. Taking in a posting never fails, and their order does not matter. Not thread-safe.
 */
public final class Balance {

    private static final int METRICS = Metric.values().length;

    private final Map<String, UnitCells> units = new HashMap<>();
    private final long[] totals = new long[METRICS];

    /** The figures of one unit or sub-unit: those of the plan by metric, those of the funnel by category as well. */
    private static final class UnitCells {

        private final @Nullable DayAmounts[] plan = new @Nullable DayAmounts[METRICS];
        private final Map<String, @Nullable DayAmounts[]> funnels = new HashMap<>(0);

        private @Nullable DayAmounts[] row(@Nullable String category) {
            return category == null
                    ? plan
                    : funnels.computeIfAbsent(category, key -> new @Nullable DayAmounts[METRICS]);
        }

        private DayAmounts cell(Metric metric, @Nullable String category) {
            @Nullable
            DayAmounts[] row = row(category);
            DayAmounts cell = row[metric.ordinal()];
            if (cell == null) {
                cell = new DayAmounts();
                row[metric.ordinal()] = cell;
            }
            return cell;
        }
    }

    /** Takes figures one by one. */
    @FunctionalInterface
    public interface CellVisitor {

        /**
         * A figure.
         *
         * @param metric   the metric
         * @param unit     the unit or sub-unit, as recorded
         * @param category the category, for figures of a category's funnel
         * @param amounts  what was posted, by date
         */
        void visit(Metric metric, String unit, @Nullable String category, DayAmounts amounts);
    }

    /** A balance over nothing. */
    public Balance() {}

    /** Takes in a posting. */
    public void add(Posting posting) {
        add(posting.metric(), posting.unit(), posting.category(), (int) posting.occurredOn().toEpochDay(),
                posting.amount());
    }

    void add(Metric metric, String unit, @Nullable String category, int day, long amount) {
        totals[metric.ordinal()] += amount;
        cells(unit).cell(metric, category).add(day, amount);
    }

    /** Sets a figure that is not there yet. */
    void put(Metric metric, String unit, @Nullable String category, DayAmounts amounts) {
        totals[metric.ordinal()] += amounts.total();
        cells(unit).row(category)[metric.ordinal()] = amounts;
    }

    private UnitCells cells(String unit) {
        UnitCells cells = units.get(unit);
        if (cells == null) {
            cells = new UnitCells();
            units.put(unit, cells);
        }
        return cells;
    }

    /** A metric over all units and categories. */
    public long total(Metric metric) {
        return totals[metric.ordinal()];
    }

    /** Hands over every figure that was ever posted to, in no particular order. */
    public void forEach(CellVisitor visitor) {
        units.forEach((unit, cells) -> {
            forEach(unit, null, cells.plan, visitor);
            cells.funnels.forEach((category, row) -> forEach(unit, category, row, visitor));
        });
    }

    private static void forEach(String unit, @Nullable String category, @Nullable DayAmounts[] row,
            CellVisitor visitor) {
        for (int i = 0; i < row.length; i++) {
            DayAmounts amounts = row[i];
            if (amounts != null) {
                visitor.visit(Metric.values()[i], unit, category, amounts);
            }
        }
    }

    /** The balance as bytes: the same figures give the same bytes, whatever postings they came from. */
    public byte[] toBytes() {
        return BalanceForm.write(this);
    }

    /**
     * The balance of such bytes.
     *
     * @throws IllegalArgumentException these bytes are not of this version's form
     */
    public static Balance of(byte[] bytes) {
        return BalanceForm.read(bytes);
    }
}
