package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.campaignledger.operation.OperationFiles.Alert;
import org.campaignledger.operation.promql.Evaluation;
import org.campaignledger.operation.promql.Expr;
import org.campaignledger.operation.promql.PromQl;
import org.campaignledger.operation.promql.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert fires above its threshold, not before its time, and is silent below. */
class AlertsTest {

    private static final long DAY = 86_400;
    private static final Map<String, String> INSTANCE = Map.of("job", "ledger", "instance", "ledger-1:8080");

    /** What the service shows when an alert is to fire, and when it is not. */
    record Trial(String alert, List<Series> wrong, List<Series> well) {

        @Override
        public String toString() {
            return alert;
        }
    }

    private static Series shows(String metric, double value, String... labels) {
        return series(metric, second -> value, labels);
    }

    private static Series grows(String metric, double perSecond, String... labels) {
        return series(metric, second -> 1_000_000 + perSecond * second, labels);
    }

    private static Series series(String metric, LongToDoubleFunction at, String... labels) {
        Map<String, String> all = new java.util.TreeMap<>(INSTANCE);
        for (int i = 0; i < labels.length; i += 2) {
            all.put(labels[i], labels[i + 1]);
        }
        return new Series(metric, all, at);
    }

    private static Trial gauge(String alert, String metric, double wrong, double well, String... labels) {
        return new Trial(alert, List.of(shows(metric, wrong, labels)), List.of(shows(metric, well, labels)));
    }

    private static Trial counter(String alert, String metric, double wrong, double well, String... labels) {
        return new Trial(alert, List.of(grows(metric, wrong, labels)), List.of(grows(metric, well, labels)));
    }

    /** A hair's breadth on both sides of each threshold. */
    static Stream<Trial> trials() {
        return Stream.of(
                gauge("LedgerInstanceDown", "up", 0, 1),
                gauge("LedgerNotReady", "ledger_ready", 0, 1),
                gauge("LedgerChanged", "ledger_seal_alarm", 1, 0),
                gauge("LedgerSealBehind", "ledger_seal_lag_seconds", 31, 30),
                gauge("LedgerWitnessesSilent", "ledger_seal_cosigned_age_seconds", DAY + 1, DAY),
                gauge("LedgerProjectionStalled", "ledger_processor_still_seconds", 61, 60, "processor", "trail"),
                gauge("LedgerProjectionBehind", "ledger_processor_lag_events", 50_001, 50_000, "processor", "trail"),
                gauge("LedgerDeadLetters", "ledger_dead_letters", 1, 0, "processor", "trail"),
                gauge("LedgerFiguresLeftOut", "ledger_progress_left_out_total", 1, 0),
                counter("LedgerAppendsFail", "ledger_append_refused_total", 0.2, 0.05, "reason", "unavailable"),
                new Trial("LedgerAppendsSlow", batches(0.6), batches(0.4)),
                gauge("LedgerAppendQueueGrows", "ledger_append_queue", 1_001, 1_000),
                counter("LedgerUnavailableAnswers", "http_server_requests_seconds_count", 0.3, 0.1, "status", "503"),
                counter("LedgerInternalErrors", "ledger_failures_total", 0.01, 0),
                counter("LedgerSignInsRefused", "ledger_signins_total", 1.1, 0.9, "way", "form", "outcome", "refused"),
                gauge("LedgerConnectionPoolExhausted", "hikaricp_connections_pending", 6, 5, "pool", "ledger-readers"),
                new Trial("LedgerDiskNearlyFull", disk(14), disk(16)),
                gauge("LedgerHeapNearlyFull", "jvm_memory_usage_after_gc", 0.86, 0.85, "area", "heap"));
    }

    private static List<Series> batches(double secondsEach) {
        return List.of(grows("ledger_append_batch_time_seconds_sum", 10 * secondsEach), grows(
                "ledger_append_batch_time_seconds_count", 10));
    }

    private static List<Series> disk(double free) {
        return List.of(shows("disk_free_bytes", free, "path", "/data"), shows("disk_total_bytes", 100, "path",
                "/data"));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void itFiresAboveItsThresholdAndIsSilentBelow(Trial trial) {
        Alert alert = OperationFiles.alerts().stream().filter(one -> one.name().equals(trial.alert())).findFirst()
                .orElseThrow();
        Expr expr = PromQl.parse(alert.expr());
        long patience = PromQl.seconds(alert.patience());
        assertThat(Evaluation.firesAfter(expr, patience, trial.wrong(), DAY)).as("wrong").isEqualTo(patience);
        assertThat(Evaluation.firesAfter(expr, patience, trial.well(), 3_600)).as("well").isEqualTo(-1);
        assertThat(Evaluation.firesAfter(expr, patience, List.of(), 3_600)).as("nothing known").isEqualTo(-1);
    }

    @Test
    void anAlertThatIsNotTriedIsNotShipped() {
        assertThat(trials().map(Trial::alert)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                OperationFiles.alerts().stream().map(Alert::name).toList());
    }

    @Test
    void whatIsNotANumberFiresNothing() {
        List<Series> away = OperationFiles.alerts().stream().map(Alert::expr).map(PromQl::parse).flatMap(expr -> {
            Stream.Builder<Series> unknown = Stream.builder();
            expr.selectors(selector -> unknown.add(shows(selector.metric(), Double.NaN, "status", "500", "reason",
                    "unknown", "pool", "ledger-readers")));
            return unknown.build();
        }).toList();
        assertThat(OperationFiles.alerts()).allSatisfy(alert -> assertThat(new Evaluation(away, 0).of(PromQl.parse(alert
                .expr()))).isEmpty());
    }

    @Test
    void eachSaysHowBadItIsAndWhatToDo() {
        assertThat(OperationFiles.alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.severity()).isIn("critical", "warning");
            assertThat(alert.summary()).isNotBlank();
            assertThat(alert.runbook()).startsWith("docs/runbook.md#");
        });
    }
}
