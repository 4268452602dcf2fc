package org.campaignledger.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files with which the ledger is run, read. */
final class OperationFiles {

    static final Path DOCKER = Path.of("docker");

    private OperationFiles() {}

    /** An alert of Prometheus. */
    record Alert(String name, String expr, String patience, String severity, String summary, String runbook) {}

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A YAML file, anchors and merges resolved; keys that are there twice are an error. */
    static JsonNode yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object loaded = new Yaml(new SafeConstructor(options)).load(text(file));
        return JsonMapper.shared().valueToTree(loaded);
    }

    /** The names of what is in it. */
    static Set<String> names(JsonNode node) {
        return new TreeSet<>(node.propertyNames());
    }

    /** A list of texts; empty where there is none. */
    static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    static List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        yaml(DOCKER.resolve("prometheus/alerts.yml")).path("groups").forEach(group -> group.path("rules").forEach(
                rule -> alerts.add(new Alert(rule.path("alert").asString(), rule.path("expr").asString(), rule.path(
                        "for").asString("0s"), rule.at("/labels/severity").asString(), rule.at("/annotations/summary")
                                .asString(), rule.at("/annotations/runbook").asString()))));
        return alerts;
    }

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(DOCKER.resolve("grafana/dashboards"))) {
            return files.sorted().toList();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Every query of a dashboard, behind the title of its panel. */
    static List<Map.Entry<String, String>> queries(Path dashboard) {
        List<Map.Entry<String, String>> queries = new ArrayList<>();
        JsonNode panels = JsonMapper.shared().readTree(text(dashboard)).get("panels");
        panels.forEach(panel -> panel.path("targets").forEach(target -> queries.add(Map.entry(panel.get("title")
                .stringValue(), target.get("expr").stringValue()))));
        return queries;
    }
}
