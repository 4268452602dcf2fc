package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.campaignledger.CampaignLedger;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;

/** What the runbook tells people to do can be done: its links, endpoints, commands, services and settings are there. */
@AtTheDoor
class RunbookTest {

    private static final Path RUNBOOK = Path.of("docs/runbook.md");
    private static final Path SHORT = Path.of("docs/runbook.zh-CN.md");

    private final Ledger ledger;

    RunbookTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private static List<String> all(String pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Set<String> anchors(Path page) {
        Set<String> anchors = new TreeSet<>();
        all("(?m)^#{1,4} (.+)$", OperationFiles.text(page)).forEach(heading -> anchors.add(heading.toLowerCase(
                Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-')));
        return anchors;
    }

    @Test
    void everyAlertLeadsToASectionThatNamesIt() {
        String text = OperationFiles.text(RUNBOOK);
        assertThat(OperationFiles.alerts()).isNotEmpty().allSatisfy(alert -> {
            assertThat(anchors(RUNBOOK)).contains(alert.runbook().substring("docs/runbook.md#".length()));
            assertThat(text).contains("`" + alert.name() + "`");
            assertThat(OperationFiles.text(SHORT)).contains(alert.name());
        });
        assertThat(all("`(Ledger[A-Z][A-Za-z]+)`", text)).isSubsetOf(OperationFiles.alerts().stream().map(
                OperationFiles.Alert::name).toList());
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (Path page : List.of(RUNBOOK, SHORT, Path.of("docker/README.md"), Path.of("axon-config/README.md"))) {
            for (String link : all("\\]\\((?!http)([^)]+)\\)", OperationFiles.text(page))) {
                int hash = link.indexOf('#');
                Path target = hash == 0
                        ? page
                        : page.resolveSibling(hash < 0 ? link : link.substring(0, hash)).normalize();
                assertThat(target).as(link).exists();
                if (hash >= 0) {
                    assertThat(anchors(target)).as(link).contains(link.substring(hash + 1));
                }
            }
        }
    }

    @Test
    void everyEndpointIsThere() {
        Set<String> paths = new TreeSet<>(ledger.asAdmin().gets("/v3/api-docs").json().get("paths").propertyNames());
        List<String> named = all("(/api/v1/[a-z]+[A-Za-z0-9/-]*)", OperationFiles.text(RUNBOOK));
        assertThat(named).contains("/api/v1/operations/projections").allSatisfy(path -> assertThat(paths).as(path)
                .anyMatch(known -> path.matches(known.replaceAll("\\{[^}]+}", "[^/]+")) || known.startsWith(path
                        + "/")));
        for (String open : List.of("/log/key", "/log/checkpoint", "/actuator/health/readiness")) {
            assertThat(OperationFiles.text(RUNBOOK)).contains(open);
            await().untilAsserted(() -> assertThat(ledger.asNobody().gets(open).status()).as(open).isEqualTo(200));
        }
        assertThat(ledger.asAdmin().gets("/operations").status()).isEqualTo(200);
    }

    @Test
    void everyCommandOfTheJarIsThere() {
        Set<String> named = new TreeSet<>(all("campaign-ledger\\.jar ([a-z-]+)", OperationFiles.text(RUNBOOK)));
        named.add("restore");
        named.add("restore-keys");
        assertThat(named).contains("export", "verify", "backup-keys");
        named.forEach(name -> assertThat(CampaignLedger.commands().run(name, "--help")).as(name).hasValue(0));
    }

    @Test
    void everyServiceIsOfTheComposeFile() {
        Set<String> services = OperationFiles.names(OperationFiles.yaml(OperationFiles.DOCKER.resolve("compose.yaml"))
                .path("services"));
        assertThat(all(
                "docker compose (?:stop|start|exec(?: -T)?|ps|up -d --no-deps|logs(?: --tail \\d+)?) ([a-z]+-?\\d?)",
                OperationFiles.text(RUNBOOK))).isNotEmpty().allSatisfy(service -> assertThat(services).contains(
                        service));
    }

    @Test
    void everyMetricThatItNamesIsThere() {
        ledger.head();
        String metrics = ledger.asAdmin().watches("/actuator/prometheus").text();
        assertThat(all("`(ledger_[a-z_]+)`", OperationFiles.text(RUNBOOK))).isNotEmpty().allSatisfy(
                metric -> assertThat(
                        metrics.contains(metric) || metric.equals("ledger_append_position_time_seconds")).as(metric)
                        .isTrue());
    }
}
