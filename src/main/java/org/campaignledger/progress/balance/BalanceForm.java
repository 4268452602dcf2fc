package org.campaignledger.progress.balance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.campaignledger.kernel.Metric;

/**
 * The form in which a balance is kept: a version, the names used (sorted), then each figure as numbers of names and a
 * list of days with their amounts. Names instead of ordinals, so that a new metric does not change what an old
 * checkpoint says; sorted, and without zeros, so that equal balances are equal bytes.
 */
final class BalanceForm {

    private static final int VERSION = 1;
    /** Stands for "of no category"; no category has an empty id. */
    private static final String NONE = "";

    private record Cell(String metric, String unit, String category, DayAmounts amounts) {}

    private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::unit).thenComparing(Cell::metric)
            .thenComparing(Cell::category);

    private BalanceForm() {}

    static byte[] write(Balance balance) {
        List<Cell> cells = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        balance.forEach((metric, unit, category, amounts) -> {
            if (!amounts.isEmpty()) {
                Cell cell = new Cell(metric.id(), unit, category == null ? NONE : category, amounts);
                cells.add(cell);
                names.add(cell.metric());
                names.add(cell.unit());
                names.add(cell.category());
            }
        });
        cells.sort(ORDER);
        List<String> sorted = List.copyOf(names);
        VarintWriter out = new VarintWriter();
        out.unsigned(VERSION);
        out.unsigned(sorted.size());
        sorted.forEach(out::text);
        out.unsigned(cells.size());
        cells.forEach(cell -> write(cell, sorted, out));
        return out.bytes();
    }

    private static void write(Cell cell, List<String> names, VarintWriter out) {
        out.unsigned(Collections.binarySearch(names, cell.metric()));
        out.unsigned(Collections.binarySearch(names, cell.unit()));
        out.unsigned(Collections.binarySearch(names, cell.category()));
        cell.amounts().write(out);
    }

    static Balance read(byte[] bytes) {
        try {
            VarintReader in = new VarintReader(bytes);
            if (in.unsigned() != VERSION) {
                throw new IllegalArgumentException("a balance of another version");
            }
            List<String> names = in.texts();
            Balance balance = new Balance();
            for (int left = in.count(); left > 0; left--) {
                Metric metric = in.metric(names);
                String unit = names.get((int) in.unsigned());
                String category = names.get((int) in.unsigned());
                balance.put(metric, unit, category.equals(NONE) ? null : category, DayAmounts.read(in));
            }
            in.mustBeAtEnd();
            return balance;
        } catch (IndexOutOfBoundsException cut) {
            throw new IllegalArgumentException("not a balance", cut);
        }
    }
}
