package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aUnion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.operation.promql.Expr;
import org.campaignledger.operation.promql.PromQl;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts and dashboards ask for nothing that a running service does not expose. */
@AtTheDoor
class MetricsThatAreWatchedTest {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** What Prometheus adds to everything that it scrapes. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");
    /** A status that nobody was answered with has no series; the label is there all the same. */
    private static final Set<String> OPEN = Set.of("status", "job");

    private final Ledger ledger;
    private final Map<String, Map<String, Set<String>>> exposed = new HashMap<>();

    MetricsThatAreWatchedTest(Ledger ledger) {
        this.ledger = ledger;
    }

    @BeforeEach
    void whatTheServiceExposes() {
        long position = ledger.as("fj").mobilizes(aUnion()).on("2019-06-01").isRecorded().position();
        ledger.progressAfter(position);
        System.gc(); // pauses are shown from the first on
        exposed.put("up", new HashMap<>());
        for (String line : ledger.asAdmin().watches("/actuator/prometheus").text().split("\n")) {
            Matcher parts = LINE.matcher(line);
            if (!line.startsWith("#") && parts.matches()) {
                Map<String, Set<String>> labels = exposed.computeIfAbsent(parts.group(1), absent -> new HashMap<>());
                Matcher label = LABEL.matcher(parts.group(2) == null ? "" : parts.group(2));
                while (label.find()) {
                    labels.computeIfAbsent(label.group(1), absent -> new HashSet<>()).add(label.group(2));
                }
            }
        }
    }

    /** What an expression asks for in vain. */
    private List<String> missing(String expression) {
        List<String> missing = new ArrayList<>();
        Expr expr = PromQl.parse(expression);
        Set<String> labels = new HashSet<>(OF_PROMETHEUS);
        expr.selectors(selector -> {
            Map<String, Set<String>> found = exposed.get(selector.metric());
            if (found == null) {
                missing.add(selector.metric());
                return;
            }
            labels.addAll(found.keySet());
            selector.matchers().forEach(matcher -> {
                Set<String> values = found.getOrDefault(matcher.label(), Set.of());
                boolean known = found.containsKey(matcher.label()) || OF_PROMETHEUS.contains(matcher.label());
                boolean one = OPEN.contains(matcher.label()) || !matcher.operator().equals("=") || values.contains(
                        matcher.value());
                if (!known || !one) {
                    missing.add(selector.metric() + " " + matcher);
                }
            });
        });
        expr.grouping(aggregate -> aggregate.by().stream().filter(label -> !labels.contains(label)).forEach(
                label -> missing.add("by " + label)));
        return missing;
    }

    @Test
    void everyAlertAsksForWhatIsThere() {
        assertThat(OperationFiles.alerts()).isNotEmpty().allSatisfy(alert -> assertThat(missing(alert.expr())).as(alert
                .name()).isEmpty());
    }

    @Test
    void everyPanelAsksForWhatIsThere() {
        assertThat(OperationFiles.dashboards()).hasSizeGreaterThanOrEqualTo(2);
        for (Path dashboard : OperationFiles.dashboards()) {
            assertThat(OperationFiles.queries(dashboard)).hasSizeGreaterThan(5).allSatisfy(query -> assertThat(missing(
                    query.getValue())).as(dashboard + ": " + query.getKey()).isEmpty());
        }
    }

    @Test
    void whatIsNotThereIsFound() {
        assertThat(missing("ledger_horoscope")).containsExactly("ledger_horoscope");
        assertThat(missing("max by (planet) (ledger_ready)")).containsExactly("by planet");
        assertThat(missing("hikaricp_connections_pending{pool=\"of fish\"}")).hasSize(1);
        assertThat(missing("ledger_ready{colour=\"red\"}")).hasSize(1);
    }

    @Test
    void aReadyInstanceSaysSo() {
        assertThat(ledger.asAdmin().watches("/actuator/prometheus").text()).containsPattern(
                "(?m)^ledger_ready\\{[^}]*} 1\\.0$");
    }

    @Test
    void noFigureNamesAPerson() {
        assertThat(exposed.values().stream().flatMap(labels -> labels.keySet().stream())).doesNotContain("account",
                "username", "person", "subject");
    }
}
