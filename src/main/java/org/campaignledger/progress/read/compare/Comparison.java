package org.campaignledger.progress.read.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignledger.progress.read.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Progress at two points in time.
 *
 * @param from       the one
 * @param to         the other
 * @param difference what {@code to} has more than {@code from}; negative where it has less
 */
@JsonPropertyOrder({"from", "to", "difference"})
record Comparison(Progress from, Progress to, Difference difference) {

    /** Differences in the shape of progress: of targets and actual figures. */
    @JsonPropertyOrder({"targets", "units", "categories"})
    record Difference(List<TargetDifference> targets, List<Progress.Unit> units, List<Progress.Category> categories) {}

    /** A metric's differences; the target's only where there is a target at both points in time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"metric", "target", "actual"})
    record TargetDifference(String metric, @Nullable Long target, long actual) {}

    static Comparison of(Progress from, Progress to) {
        return new Comparison(from, to, new Difference(
                pairs(from.targets(), to.targets(), Progress.Target::metric, Comparison::between),
                pairs(from.units(), to.units(), Progress.Unit::unit, Comparison::between),
                pairs(from.categories(), to.categories(), Progress.Category::category, Comparison::between)));
    }

    /** Makes one of two things. */
    @FunctionalInterface
    private interface Pairing<A, B> {

        B of(A before, A after);
    }

    /** What is at both points in time, in the order of the latter. */
    private static <A, B> List<B> pairs(List<A> from, List<A> to, Function<A, String> key, Pairing<A, B> pairing) {
        Map<String, A> earlier = from.stream().collect(Collectors.toMap(key, Function.identity()));
        List<B> pairs = new ArrayList<>();
        for (A after : to) {
            A before = earlier.get(key.apply(after));
            if (before != null) {
                pairs.add(pairing.of(before, after));
            }
        }
        return pairs;
    }

    private static TargetDifference between(Progress.Target from, Progress.Target to) {
        return new TargetDifference(to.metric(), between(from.target(), to.target()), to.actual() - from.actual());
    }

    private static Progress.Unit between(Progress.Unit from, Progress.Unit to) {
        Map<String, Progress.Figure> metrics = new LinkedHashMap<>();
        to.metrics().forEach((metric, after) -> {
            Progress.Figure before = from.metrics().get(metric);
            if (before != null) {
                metrics.put(metric, new Progress.Figure(between(before.target(), after.target()),
                        after.actual() - before.actual()));
            }
        });
        return new Progress.Unit(to.unit(), to.of(), metrics);
    }

    private static Progress.Category between(Progress.Category from, Progress.Category to) {
        return new Progress.Category(to.category(), to.submitted() - from.submitted(),
                to.accepted() - from.accepted(), to.recommended() - from.recommended(), to.judged() - from.judged(),
                to.awarded() - from.awarded());
    }

    private static @Nullable Long between(@Nullable Long from, @Nullable Long to) {
        return from == null || to == null ? null : Long.valueOf(to - from);
    }
}
