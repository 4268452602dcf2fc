package org.campaignledger.operation.promql;

import java.util.List;
import java.util.function.Consumer;

/** An expression, parsed. */
public sealed interface Expr {

    /** A number. */
    record Scalar(double value) implements Expr {}

    /** Series by name and labels, as they stand: each one's last sample. */
    record Selector(String metric, List<Matcher> matchers) implements Expr {}

    /** By how much counters have grown over the last so many seconds, in all or per second. */
    record Growth(Selector of, long seconds, boolean perSecond) implements Expr {}

    /** Series put together: those that share these labels. */
    record Aggregate(String how, List<String> by, Expr of) implements Expr {}

    /** Two series with the same labels, or a series and a number. */
    record Arithmetic(char operator, Expr left, Expr right) implements Expr {}

    /** The series for which a comparison holds. */
    record Comparison(String operator, Expr left, double right) implements Expr {}

    /** A quantile of a histogram; drawn by dashboards, never evaluated here. */
    record Quantile(double quantile, Expr of) implements Expr {}

    /** What a label must be. */
    record Matcher(String label, String operator, String value) {

        boolean accepts(String found) {
            return switch (operator) {
                case "=" -> found.equals(value);
                case "!=" -> !found.equals(value);
                case "=~" -> found.matches(value);
                default -> !found.matches(value);
            };
        }
    }

    /** All selectors in it. */
    default void selectors(Consumer<Selector> told) {
        switch (this) {
            case Scalar number -> {
            }
            case Selector selector -> told.accept(selector);
            case Growth growth -> told.accept(growth.of());
            case Aggregate aggregate -> aggregate.of().selectors(told);
            case Arithmetic arithmetic -> {
                arithmetic.left().selectors(told);
                arithmetic.right().selectors(told);
            }
            case Comparison comparison -> comparison.left().selectors(told);
            case Quantile quantile -> quantile.of().selectors(told);
        }
    }

    /** All labels by which something in it is put together. */
    default void grouping(Consumer<Aggregate> told) {
        switch (this) {
            case Scalar number -> {
            }
            case Selector selector -> {
            }
            case Growth growth -> {
            }
            case Aggregate aggregate -> {
                told.accept(aggregate);
                aggregate.of().grouping(told);
            }
            case Arithmetic arithmetic -> {
                arithmetic.left().grouping(told);
                arithmetic.right().grouping(told);
            }
            case Comparison comparison -> comparison.left().grouping(told);
            case Quantile quantile -> quantile.of().grouping(told);
        }
    }
}
