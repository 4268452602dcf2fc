package org.campaignledger.operation.promql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** Evaluates an expression over series at one second: labels and values of what comes of it. */
public final class Evaluation {

    private static final Map<String, String> ALL = Map.of();

    private final Collection<Series> series;
    private final long second;

    /** Over these series at this second. */
    public Evaluation(Collection<Series> series, long second) {
        this.series = series;
        this.second = second;
    }

    /** What comes of it; nothing where a comparison does not hold. */
    public Map<Map<String, String>, Double> of(Expr expr) {
        return switch (expr) {
            case Expr.Scalar number -> Map.of(ALL, number.value());
            case Expr.Selector selector -> each(selector, one -> one.at().applyAsDouble(second));
            case Expr.Growth growth -> each(growth.of(), one -> {
                double grown = one.at().applyAsDouble(second) - one.at().applyAsDouble(second - growth.seconds());
                return growth.perSecond() ? grown / growth.seconds() : grown;
            });
            case Expr.Aggregate aggregate -> aggregated(aggregate);
            case Expr.Arithmetic arithmetic -> computed(arithmetic);
            case Expr.Comparison comparison -> compared(comparison);
            case Expr.Quantile quantile -> throw new UnsupportedOperationException("drawn, never evaluated");
        };
    }

    @FunctionalInterface
    private interface Value {

        double of(Series series);
    }

    private Map<Map<String, String>, Double> each(Expr.Selector selector, Value value) {
        Map<Map<String, String>, Double> found = new HashMap<>();
        for (Series one : series) {
            boolean fits = one.metric().equals(selector.metric()) && selector.matchers().stream().allMatch(
                    matcher -> matcher.accepts(one.labels().getOrDefault(matcher.label(), "")));
            if (fits) {
                found.put(one.labels(), value.of(one));
            }
        }
        return found;
    }

    private Map<Map<String, String>, Double> aggregated(Expr.Aggregate aggregate) {
        DoubleBinaryOperator together = switch (aggregate.how()) {
            case "sum" -> Double::sum;
            // As Prometheus has it: what is not a number gives way to what is one.
            case "max" -> (a, b) -> Double.isNaN(a) || b > a ? b : a;
            case "min" -> (a, b) -> Double.isNaN(a) || b < a ? b : a;
            default -> throw new UnsupportedOperationException(aggregate.how());
        };
        Map<Map<String, String>, Double> groups = new HashMap<>();
        of(aggregate.of()).forEach((labels, value) -> {
            Map<String, String> kept = new TreeMap<>(labels);
            kept.keySet().retainAll(aggregate.by());
            groups.merge(kept, value, together::applyAsDouble);
        });
        return groups;
    }

    private Map<Map<String, String>, Double> computed(Expr.Arithmetic arithmetic) {
        Map<Map<String, String>, Double> left = of(arithmetic.left());
        Map<Map<String, String>, Double> right = of(arithmetic.right());
        Map<Map<String, String>, Double> results = new HashMap<>();
        left.forEach((labels, value) -> {
            Double other = arithmetic.right() instanceof Expr.Scalar number ? number.value() : right.get(labels);
            if (other != null) {
                results.put(labels, switch (arithmetic.operator()) {
                    case '+' -> value + other;
                    case '-' -> value - other;
                    case '*' -> value * other;
                    default -> value / other;
                });
            }
        });
        return results;
    }

    private Map<Map<String, String>, Double> compared(Expr.Comparison comparison) {
        double bound = comparison.right();
        Map<Map<String, String>, Double> holds = new HashMap<>(of(comparison.left()));
        holds.values().removeIf(value -> !switch (comparison.operator()) {
            case ">" -> value > bound;
            case "<" -> value < bound;
            case ">=" -> value >= bound;
            case "<=" -> value <= bound;
            case "==" -> value == bound;
            default -> value != bound;
        });
        return holds;
    }

    /** Seconds after the beginning at which it has held for so long without a break; -1 if never within the time. */
    public static long firesAfter(Expr expr, long forSeconds, List<Series> series, long withinSeconds) {
        long since = -1;
        for (long at = 0; at <= withinSeconds; at += 15) {
            boolean holds = !new Evaluation(series, at).of(expr).isEmpty();
            since = holds ? since < 0 ? at : since : -1;
            if (holds && at - since >= forSeconds) {
                return at;
            }
        }
        return -1;
    }
}
