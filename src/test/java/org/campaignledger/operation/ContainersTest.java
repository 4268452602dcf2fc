package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.operation.OperationFiles.DOCKER;
import static org.campaignledger.operation.OperationFiles.names;
import static org.campaignledger.operation.OperationFiles.text;
import static org.campaignledger.operation.OperationFiles.texts;
import static org.campaignledger.operation.OperationFiles.yaml;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Compose files, image and their configuration fit together, as far as can be seen without an engine. */
class ContainersTest {

    private static final Pattern PINNED = Pattern.compile("[a-z0-9/-]+:v?\\d+\\.\\d+(\\.\\d+)?[0-9A-Za-z_.-]*");
    private static final Path COMPOSE = DOCKER.resolve("compose.yaml");
    private static final Path CLUSTER = DOCKER.resolve("compose.cluster.yaml");

    private static JsonNode services(Path file) {
        return yaml(file).path("services");
    }

    private static JsonNode service(String name) {
        return services(COMPOSE).path(name);
    }

    @Test
    void whatIsAskedForIsThere() {
        assertThat(names(services(COMPOSE))).containsExactlyInAnyOrder("ledger-1", "ledger-2", "proxy", "postgres",
                "axonserver-1", "prometheus", "alertmanager", "grafana");
        assertThat(names(services(CLUSTER))).contains("axonserver-1", "axonserver-2", "axonserver-3");
    }

    @Test
    void everyImageIsPinned() {
        for (Path file : List.of(COMPOSE, CLUSTER)) {
            services(file).forEachEntry((name, service) -> {
                if (service.has("image")) {
                    assertThat(service.path("image").asString()).as(name).matches(PINNED).doesNotContain("latest");
                }
            });
        }
        Matcher from = Pattern.compile("(?m)^FROM (\\S+)").matcher(text(DOCKER.resolve("Dockerfile")));
        Set<String> bases = new HashSet<>();
        while (from.find()) {
            bases.add(from.group(1));
            assertThat(from.group(1)).matches(PINNED);
        }
        assertThat(bases).anyMatch(base -> base.startsWith("eclipse-temurin:25")).contains(service("postgres").path(
                "image").asString());
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        for (Path file : List.of(COMPOSE, CLUSTER)) {
            Set<String> named = names(yaml(COMPOSE).path("volumes"));
            named.addAll(names(yaml(CLUSTER).path("volumes")));
            services(file).forEachEntry((name, service) -> texts(service.path("volumes")).forEach(volume -> {
                String source = volume.substring(0, volume.indexOf(':'));
                if (source.startsWith(".")) {
                    assertThat(DOCKER.resolve(source).normalize()).as(name).exists();
                } else {
                    assertThat(named).as(name).contains(source);
                }
            }));
        }
    }

    @Test
    void everySecretIsDeclaredAndMade() {
        String made = text(DOCKER.resolve("make-secrets.sh"));
        for (Path file : List.of(COMPOSE, CLUSTER)) {
            Set<String> declared = names(yaml(COMPOSE).path("secrets"));
            declared.addAll(names(yaml(file).path("secrets")));
            services(file).forEachEntry((name, service) -> service.path("secrets").forEach(secret -> assertThat(
                    declared)
                    .as(name).contains(secret.isString() ? secret.asString() : secret.path("source").asString())));
            yaml(file).path("secrets").forEach(secret -> {
                String path = secret.path("file").asString();
                assertThat(path).startsWith("./secrets/");
                String bare = path.substring("./secrets/".length()).replaceFirst("(single|cluster)-template.yaml",
                        "\\$kind-template.yaml");
                // A licence cannot be made.
                assertThat(bare.equals("axoniq.license") || made.contains(bare)).as(path).isTrue();
            });
        }
        assertThat(text(DOCKER.resolve("secrets/.gitignore"))).startsWith("#").contains("\n*\n");
    }

    @Test
    void everythingIsBoundedAndNothingHasMoreRightsThanItNeeds() {
        services(COMPOSE).forEachEntry((name, service) -> {
            assertThat(names(service.at("/deploy/resources/limits"))).as(name).contains("cpus", "memory");
            assertThat(service.path("restart").asString()).as(name).isEqualTo("unless-stopped");
            assertThat(names(service)).as(name).doesNotContain("privileged", "network_mode", "pid");
        });
        for (String instance : List.of("ledger-1", "ledger-2")) {
            JsonNode service = service(instance);
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(texts(service.path("cap_drop"))).containsExactly("ALL");
            assertThat(service.at("/tmpfs/0").asString()).startsWith("/tmp:");
            assertThat(texts(service.path("networks"))).as("no way out").containsExactly("back");
        }
        assertThat(yaml(COMPOSE).at("/networks/back/internal").asBoolean()).isTrue();
        assertThat(text(DOCKER.resolve("Dockerfile"))).contains("\nUSER 10001:10001\n", "\nHEALTHCHECK ",
                "\nVOLUME /data\n");
    }

    @Test
    void instancesShareWhatTheyMustAndNothingElse() {
        assertThat(texts(service("ledger-1").path("volumes"))).containsExactly("ledger-1-data:/data", "works:/works");
        assertThat(texts(service("ledger-2").path("volumes"))).containsExactly("ledger-2-data:/data", "works:/works");
        assertThat(service("ledger-1").path("environment")).isEqualTo(service("ledger-2").path("environment"));
    }

    @Test
    void whoeverIsDependedUponIsThereAndSaysWhetherItIsWell() {
        services(COMPOSE).forEachEntry((name, service) -> {
            service.path("depends_on").forEachEntry((on, how) -> {
                assertThat(names(services(COMPOSE))).as(name).contains(on);
                if (how.path("condition").asString().equals("service_healthy")) {
                    assertThat(names(service(on))).as(on).contains("healthcheck");
                }
            });
            // The instances bring theirs in the image; Axon Server's image has nothing to ask with.
            assertThat(service.has("healthcheck") || name.startsWith("ledger-") || name.startsWith("axonserver-")).as(
                    name).isTrue();
        });
    }

    @Test
    void theStopIsGivenMoreTimeThanItTakes() {
        assertThat(service("ledger-1").path("stop_grace_period").asString()).isEqualTo("75s");
        assertThat(yaml(Path.of("src/main/resources/application.yaml")).at(
                "/spring/lifecycle/timeout-per-shutdown-phase").asString()).isEqualTo("20s");
        assertThat(service("ledger-1").at("/environment/LEDGER_SHUTDOWN_NOTICE").asString()).isEqualTo("5s");
    }

    @Test
    void portsAreTheSameEverywhere() {
        String proxy = text(DOCKER.resolve("haproxy/haproxy.cfg"));
        String shipped = text(Path.of("src/main/resources/application.yaml"));
        assertThat(shipped).as("the service's own port is Spring's").doesNotContainPattern("(?m)^server:\\n(  .*\\n)*"
                + "  port:");
        assertThat(text(DOCKER.resolve("Dockerfile"))).contains("\nEXPOSE 8080\n");
        assertThat(text(DOCKER.resolve("healthcheck.sh"))).contains("SERVER_PORT:-8080");
        for (String instance : List.of("ledger-1", "ledger-2")) {
            assertThat(proxy).contains("server " + instance + " " + instance + ":8080");
            assertThat(text(DOCKER.resolve("prometheus/prometheus.yml"))).contains("\"" + instance + ":8081\"");
            assertThat(service(instance).at("/environment/MANAGEMENT_SERVER_PORT").asString()).isEqualTo("8081");
        }
        assertThat(texts(service("proxy").path("ports")).toString()).endsWith(":8080]");
        assertThat(proxy).contains("bind :8080").contains("GET uri /actuator/health/readiness");
        assertThat(text(DOCKER.resolve("grafana/provisioning/datasources/prometheus.yaml"))).contains(
                "http://prometheus:9090", "http://alertmanager:9093");
        assertThat(text(DOCKER.resolve("prometheus/prometheus.yml"))).contains("\"alertmanager:9093\"");
        assertThat(texts(service("grafana").path("ports")).toString()).startsWith("[127.0.0.1:").endsWith(
                ":3000]");
    }

    @Test
    void whatTheImageTakesInIsThereAndLetIn() {
        String let = text(DOCKER.resolve("Dockerfile.dockerignore"));
        Matcher copy = Pattern.compile("(?m)^COPY (?!--from)(.+) \\./?$").matcher(text(DOCKER.resolve("Dockerfile")));
        Set<String> copied = new TreeSet<>();
        while (copy.find()) {
            copied.addAll(List.of(copy.group(1).split(" ")));
        }
        assertThat(copied).contains("target/campaign-ledger.jar", "docker/jvm.options").allSatisfy(file -> {
            assertThat(let).contains("!" + file);
            assertThat(file.startsWith("target/") || Files.exists(Path.of(file))).as(file).isTrue();
        });
        assertThat(text(Path.of("pom.xml"))).contains("<finalName>campaign-ledger</finalName>",
                "<version>0.1.0</version>");
        assertThat(service("ledger-1").path("image").asString()).isEqualTo("campaign-ledger:0.1.0");
    }

    @Test
    void grafanaCallsNobody() {
        JsonNode environment = service("grafana").path("environment");
        assertThat(List.of("GF_ANALYTICS_REPORTING_ENABLED", "GF_ANALYTICS_CHECK_FOR_UPDATES",
                "GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES", "GF_NEWS_NEWS_FEED_ENABLED", "GF_AUTH_ANONYMOUS_ENABLED"))
                .allSatisfy(name -> assertThat(environment.path(name).asString()).as(name).isEqualTo("false"));
        assertThat(environment.path("GF_SECURITY_DISABLE_GRAVATAR").asString()).isEqualTo("true");
    }
}
