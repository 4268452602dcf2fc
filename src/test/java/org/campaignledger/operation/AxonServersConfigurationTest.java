package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.operation.OperationFiles.DOCKER;
import static org.campaignledger.operation.OperationFiles.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Axon Server's files fit together, and keep what the ledger rests on. */
class AxonServersConfigurationTest {

    private static final Path FOLDER = Path.of("axon-config");
    private static final String PREFIX = "axoniq.axonserver.";

    private static Properties properties(String file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(OperationFiles.text(FOLDER.resolve(file))));
        return properties;
    }

    private static List<Properties> all() throws IOException {
        List<Properties> all = new ArrayList<>(List.of(properties("single/axonserver.properties")));
        for (int node = 1; node <= 3; node++) {
            all.add(properties("cluster/axonserver-" + node + ".properties"));
        }
        return all;
    }

    private static Set<String> nodes(String template) {
        JsonNode cluster = yaml(FOLDER.resolve(template)).at("/axoniq/axonserver/cluster-template");
        Set<String> nodes = new TreeSet<>();
        cluster.path("replicationGroups").forEach(group -> group.path("roles").forEach(role -> nodes.add(role.path(
                "node").asString())));
        assertThat(nodes).contains(cluster.path("first").asString());
        assertThat(cluster.at("/applications/0/token").asString()).isEqualTo("@TOKEN@");
        assertThat(cluster.at("/applications/0/roles/0/context").asString()).isEqualTo("default");
        return nodes;
    }

    @Test
    void nobodyComesInWithoutATokenAndNothingIsInTheClear() throws IOException {
        for (Properties one : all()) {
            assertThat(one).containsEntry(PREFIX + "accesscontrol.enabled", "true").containsEntry(PREFIX
                    + "ssl.enabled", "true").containsEntry(PREFIX + "devmode.enabled", "false");
            assertThat(one.stringPropertyNames()).as("tokens are files").noneMatch(name -> name.endsWith("token"));
        }
    }

    @Test
    void theDurabilityWindowIsSetAndNothingIsEverRemoved() throws IOException {
        for (Properties one : all()) {
            assertThat(Integer.parseInt(one.getProperty(PREFIX + "event.force-interval", "0"))).isBetween(1, 1_000);
            assertThat(one.stringPropertyNames()).noneMatch(name -> name.contains("retention") || name.contains(
                    "secondary"));
            assertThat(one).containsEntry(PREFIX + "event-transformation.enabled", "false");
        }
    }

    @Test
    void eachFileThatTheyNameIsMounted() throws IOException {
        JsonNode alone = yaml(DOCKER.resolve("compose.yaml")).path("services");
        JsonNode three = yaml(DOCKER.resolve("compose.cluster.yaml")).path("services");
        fits(properties("single/axonserver.properties"), alone.path("axonserver-1"), "axonserver-1");
        for (int node = 1; node <= 3; node++) {
            fits(properties("cluster/axonserver-" + node + ".properties"), three.path("axonserver-" + node),
                    "axonserver-" + node);
        }
    }

    private static void fits(Properties properties, JsonNode service, String name) {
        assertThat(properties).containsEntry(PREFIX + "name", name).containsEntry(PREFIX + "hostname", name)
                .containsEntry(PREFIX + "port", "8124");
        assertThat(service.path("hostname").asString()).isEqualTo(name);
        List<String> secrets = service.path("secrets").valueStream().map(secret -> secret.path("target").asString())
                .toList();
        List<String> mounts = service.path("volumes").valueStream().map(volume -> volume.asString().replaceAll(
                "^[^:]+:([^:]+).*$", "$1")).toList();
        properties.forEach((key, value) -> {
            String path = value.toString();
            if (path.startsWith("/run/secrets/") && !path.endsWith("/")) {
                assertThat(secrets).as(key.toString()).contains(path.substring("/run/secrets/".length()));
            } else if (path.startsWith("/axonserver/")) {
                assertThat(mounts).as(key.toString()).anyMatch(path::startsWith);
            }
        });
    }

    @Test
    void theTemplatesNameTheNodesThatThereAre() {
        assertThat(nodes("single/cluster-template.yaml")).containsExactly("axonserver-1");
        assertThat(nodes("cluster/cluster-template.yaml")).containsExactly("axonserver-1", "axonserver-2",
                "axonserver-3");
        assertThat(OperationFiles.text(DOCKER.resolve("make-secrets.sh"))).contains("DNS:axonserver-1",
                "DNS:axonserver-2", "DNS:axonserver-3");
    }
}
