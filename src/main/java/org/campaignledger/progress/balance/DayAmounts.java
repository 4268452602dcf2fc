package org.campaignledger.progress.balance;

import java.util.Arrays;

/**
 * What was posted to one figure, by business date. Two sorted arrays instead of one slot for each day of the window: a
 * figure costs what it holds, a date far off costs no more than any other, and no window need be known.
 */
public final class DayAmounts {

    private int[] days = new int[4];
    private long[] amounts = new long[4];
    private int size;
    private long total;

    DayAmounts() {}

    /**
     * Adds an amount.
     *
     * @param day    the business date, in days since 1970-01-01
     * @param amount what is added; negative in reversals
     */
    void add(int day, long amount) {
        total += amount;
        int index = size == 0 || day > days[size - 1] ? -size - 1 : Arrays.binarySearch(days, 0, size, day);
        if (index >= 0) {
            amounts[index] += amount;
        } else {
            insert(-index - 1, day, amount);
        }
    }

    private void insert(int index, int day, long amount) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        System.arraycopy(days, index, days, index + 1, size - index);
        System.arraycopy(amounts, index, amounts, index + 1, size - index);
        days[index] = day;
        amounts[index] = amount;
        size++;
    }

    /** Everything posted. */
    public long total() {
        return total;
    }

    /**
     * What occurred from one day to another, both included.
     *
     * @param from first day, in days since 1970-01-01
     * @param to   last day
     */
    public long between(int from, int to) {
        long sum = 0;
        for (int i = size - 1; i >= 0 && days[i] >= from; i--) {
            if (days[i] <= to) {
                sum += amounts[i];
            }
        }
        return sum;
    }

    /** What occurred on a day (in days since 1970-01-01) or before. */
    public long until(int day) {
        return size == 0 || days[size - 1] <= day ? total : between(Integer.MIN_VALUE, day);
    }

    /** Takes a day and its amount. */
    @FunctionalInterface
    public interface DayVisitor {

        /** A day, in days since 1970-01-01, and what is left of what was posted on it. */
        void visit(int day, long amount);
    }

    /** Hands over the days that hold something, in order of time. */
    public void forEach(DayVisitor visitor) {
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                visitor.visit(days[i], amounts[i]);
            }
        }
    }

    /** Whether nothing is left of what was posted, on any day: such a figure is as if it had never been. */
    boolean isEmpty() {
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Writes the days that hold something, in order of time. */
    void write(VarintWriter out) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += amounts[i] == 0 ? 0 : 1;
        }
        out.unsigned(count);
        int before = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] != 0) {
                out.signed(days[i] - before);
                out.signed(amounts[i]);
                before = days[i];
            }
        }
    }

    /** What {@link #write} wrote. */
    static DayAmounts read(VarintReader in) {
        int count = in.count();
        DayAmounts read = new DayAmounts();
        read.days = new int[Math.max(count, 4)];
        read.amounts = new long[Math.max(count, 4)];
        int day = 0;
        for (int i = 0; i < count; i++) {
            day += (int) in.signed();
            read.add(day, in.signed());
        }
        return read;
    }
}
