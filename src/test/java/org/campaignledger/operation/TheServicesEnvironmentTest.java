package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.operation.OperationFiles.DOCKER;
import static org.campaignledger.operation.OperationFiles.text;
import static org.campaignledger.operation.OperationFiles.yaml;

import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every variable and every secret that the compose files give to the service is a setting that it knows. */
class TheServicesEnvironmentTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][a-z0-9.-]+)[:}]");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):");
    private static final Set<String> KNOWN = new HashSet<>();

    /** From Spring's and Axon's metadata, our own records, and placeholders in code and configuration. */
    @BeforeAll
    static void whatIsKnown() throws Exception {
        for (URL metadata : Collections.list(TheServicesEnvironmentTest.class.getClassLoader().getResources(
                "META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                JsonMapper.shared().readTree(in).get("properties").forEach(property -> know(property.get("name")
                        .stringValue()));
            }
        }
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (BeanDefinition found : scan.findCandidateComponents("org.campaignledger")) {
            Class<?> type = Class.forName(String.valueOf(found.getBeanClassName()));
            ConfigurationProperties settings = type.getAnnotation(ConfigurationProperties.class);
            if (settings != null) {
                components(settings.value(), type);
            }
        }
        for (PropertyDescriptor descriptor : BeanUtils.getPropertyDescriptors(AxonServerConfiguration.class)) {
            if (descriptor.getWriteMethod() != null) {
                know("axon.axonserver." + descriptor.getName());
            }
        }
        placeholders();
    }

    private static void components(String prefix, Class<?> type) {
        for (RecordComponent component : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
            know(prefix + "." + component.getName());
            components(prefix + "." + component.getName(), component.getType());
        }
    }

    private static void placeholders() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> java = sources.filter(source -> source.toString().endsWith(".java")).toList();
            java.forEach(source -> all(PLACEHOLDER, text(source)).forEach(TheServicesEnvironmentTest::know));
        }
        KNOWN.addAll(all(VARIABLE, text(Path.of("src/main/resources/application.yaml"))));
        // Read before any of them: where to look for the rest; and the one that chooses the engine.
        know("spring.config.import");
        know("ledger.event-store");
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** As environment variables name properties: dots become lines, hyphens go, capitals. */
    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static void know(String property) {
        KNOWN.add(variable(property));
    }

    /** Spring takes hyphens as lines as well; so do people. */
    private static boolean isKnown(String variable) {
        String bare = variable.replace("_", "");
        return KNOWN.contains(variable) || KNOWN.stream().anyMatch(known -> known.replace("_", "").equals(bare));
    }

    private static JsonNode service(String file, String name) {
        return yaml(DOCKER.resolve(file)).path("services").path(name);
    }

    @Test
    void everyVariableIsASetting() {
        for (String file : List.of("compose.yaml", "compose.cluster.yaml")) {
            for (String name : List.of("ledger-1", "ledger-2")) {
                assertThat(OperationFiles.names(service(file, name).path("environment"))).isNotEmpty().allSatisfy(
                        variable -> assertThat(isKnown(variable)).as(variable).isTrue());
            }
        }
        all(Pattern.compile("([A-Z_]{4,})="), text(DOCKER.resolve("train.sh")).replaceAll("JAVA|PG_BIN", "")).forEach(
                variable -> assertThat(isKnown(variable)).as(variable).isTrue());
        assertThat(isKnown("LEDGER_DATA_DIR")).isTrue();
    }

    @Test
    void everySecretIsASettingOrAFileThatIsNamed() {
        JsonNode ledger = service("compose.yaml", "ledger-1");
        assertThat(ledger.path("secrets")).isNotEmpty();
        ledger.path("secrets").forEach(secret -> {
            String target = secret.path("target").asString();
            boolean named = OperationFiles.texts(ledger.path("environment")).contains("/run/secrets/" + target);
            assertThat(named || isKnown(variable(target))).as(target).isTrue();
        });
    }

    @Test
    void oneThatIsMisspeltIsFound() {
        for (String wrong : List.of("LEDGER_EVENTSTORES", "SPRING_DATASOURCE_URI", "LEDGER_WORKS_FOLDERS",
                "AXON_AXONSERVER_SSL_ENABLE", "LEDGER_KEYS_MASTERS", "LEDGER_TRACING_ENABLE")) {
            assertThat(isKnown(wrong)).as(wrong).isFalse();
        }
    }

    @Test
    void valuesAreOfTheirKind() {
        JsonNode environment = service("compose.yaml", "ledger-1").path("environment");
        assertThat(environment.path("LEDGER_EVENT_STORE").asString()).isEqualTo("${LEDGER_EVENT_STORE:-axon-server}");
        assertThat(environment.path("AXON_SERVER_ADDRESS").asString()).isEqualTo("axonserver-1:8124");
        assertThat(environment.path("LOGGING_STRUCTURED_FORMAT_CONSOLE").asString()).isIn("ecs", "logstash", "gelf");
        assertThat(environment.path("SERVER_FORWARD_HEADERS_STRATEGY").asString()).isIn("native", "framework");
        assertThat(text(DOCKER.resolve("postgres/postgresql.conf"))).containsPattern(
                "(?m)^max_prepared_transactions = [1-9]\\d+$");
    }
}
