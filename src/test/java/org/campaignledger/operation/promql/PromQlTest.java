package org.campaignledger.operation.promql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluator is right where the alerts rest on it, and refuses what it does not know. */
class PromQlTest {

    private static final List<Series> SERIES = List.of(
            new Series("requests_total", Map.of("instance", "a", "status", "200"), second -> 2.0 * second),
            new Series("requests_total", Map.of("instance", "a", "status", "503"), second -> 1.0 * second),
            new Series("requests_total", Map.of("instance", "b", "status", "503"), second -> 4.0 * second),
            new Series("free", Map.of("instance", "a", "path", "/data"), second -> 10),
            new Series("total", Map.of("instance", "a", "path", "/data"), second -> 40),
            new Series("unknown", Map.of("instance", "a"), second -> Double.NaN),
            new Series("unknown", Map.of("instance", "b"), second -> 3));

    private static String value(String expression) {
        return new Evaluation(SERIES, 600).of(PromQl.parse(expression)).values().stream().map(String::valueOf).sorted()
                .toList().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "free ; [10.0]",
            "free{path=\"/data\"} ; [10.0]",
            "free{path=\"/other\"} ; []",
            "nothing ; []",
            "sum(rate(requests_total[5m])) ; [7.0]",
            "sum(rate(requests_total{status=\"503\"}[5m])) ; [5.0]",
            "sum(increase(requests_total{status=~\"5..|4..\"}[1m])) ; [300.0]",
            "sum by (instance) (rate(requests_total[1h])) ; [3.0, 4.0]",
            "max by (status) (rate(requests_total[5m])) ; [2.0, 4.0]",
            "free / total ; [0.25]",
            "free / total < 0.15 ; []",
            "free / total < 0.3 ; [0.25]",
            "(free + 5) * 2 - 1 ; [29.0]",
            "max(unknown) ; [3.0]",
            "unknown > 2 ; [3.0]",
            "free == 10 ; [10.0]",
            "free == 11 ; []"})
    void whatItComesTo(String expression, String result) {
        assertThat(value(expression)).isEqualTo(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free >", "free{", "rate(free)", "delta(free[5m])", "sum by (x (free)", "free ^ 2",
            "rate(free[5w])", "free 5"})
    void whatItDoesNotKnow(String expression) {
        assertThatThrownBy(() -> PromQl.parse(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anAlertFiresWhenItHasHeldForLongEnough() {
        Expr expr = PromQl.parse("free < 20");
        assertThat(Evaluation.firesAfter(expr, 60, SERIES, 600)).isEqualTo(60);
        List<Series> flickering = List.of(new Series("free", Map.of(), second -> second % 45 == 0 ? 50 : 10));
        assertThat(Evaluation.firesAfter(expr, 60, flickering, 600)).isEqualTo(-1);
        assertThat(Evaluation.firesAfter(PromQl.parse("free < 5"), 0, SERIES, 600)).isEqualTo(-1);
    }
}
