package org.campaignledger.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.operation.OperationFiles.DOCKER;
import static org.campaignledger.operation.OperationFiles.yaml;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No engine is at hand to read the compose files: a misspelt name would be found where it does harm. */
class ComposeFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void everyNameIsOneOfTheSpecification(String file) {
        JsonNode compose = yaml(DOCKER.resolve(file));
        assertThat(compose.path("services").size()).isGreaterThan(3);
        assertThat(ComposeForm.faults(compose)).isEmpty();
    }

    /** Each of these is put into the file that is shipped, and is found where it stands. */
    @ParameterizedTest
    @CsvSource({
            "'', service, /service",
            "/services/postgres, healthchek, /services/postgres/healthchek",
            "/services/postgres, readonly, /services/postgres/readonly",
            "/services/postgres/healthcheck, retry, /services/postgres/healthcheck/retry",
            "/services/grafana/deploy, ressources, /services/grafana/deploy/ressources",
            "/services/grafana/deploy/resources/limits, mem, /services/grafana/deploy/resources/limits/mem",
            "/services/proxy/depends_on/ledger-1, conditions, /services/proxy/depends_on/ledger-1/conditions",
            "/services/proxy/logging/options, max_size, /services/proxy/logging/options/max_size",
            "/services/ledger-1/build, contex, /services/ledger-1/build/contex",
            "/services/ledger-1/secrets/0, targets, /services/ledger-1/secrets/-/targets",
            "/networks/back, internals, /networks/back/internals",
            "/secrets/axon-token, files, /secrets/axon-token/files"})
    void oneThatIsMisspeltIsFound(String where, String name, String told) {
        JsonNode compose = yaml(DOCKER.resolve("compose.yaml"));
        assertThat(compose.at(where).isObject()).as(where).isTrue();
        ((ObjectNode) compose.at(where)).putObject(name);
        assertThat(ComposeForm.faults(compose)).containsExactly(told + ": no such name");
    }

    @ParameterizedTest
    @CsvSource({"/services/postgres, restart, allways", "/services/postgres, stop_grace_period, 60",
            "/services/postgres/healthcheck, interval, 3", "/services/postgres/deploy/resources/limits, memory, 1GG",
            "/services/proxy/depends_on/ledger-1, condition, healthy", "/services/proxy/logging/options, max-size, 20"})
    void soIsAValueThatNobodyUnderstands(String where, String name, String value) {
        JsonNode compose = yaml(DOCKER.resolve("compose.yaml"));
        assertThat(compose.at(where).has(name)).isTrue();
        ((ObjectNode) compose.at(where)).put(name, value);
        assertThat(ComposeForm.faults(compose)).containsExactly(where + "/" + name + ": no such value as " + value);
    }

    /** Docker keeps the log of a container for ever unless told otherwise, on the disk of the ledger. */
    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void noLogGrowsWithoutEnd(String file) {
        yaml(DOCKER.resolve(file)).path("services").forEachEntry((name, service) -> {
            if (service.has("image")) {
                assertThat(service.at("/logging/driver").asString("")).as(name).isEqualTo("json-file");
                assertThat(service.at("/logging/options/max-size").asString("")).as(name).isNotEmpty();
                assertThat(service.at("/logging/options/max-file").asString("")).as(name).isNotEmpty();
            }
        });
    }

    @Test
    void partsOfOnesOwnMayBeNamedAtWill() {
        assertThat(ComposeForm.faults(JsonMapper.shared().readTree("{\"x-ours\": {\"any\": 1}, \"services\": {}}")))
                .isEmpty();
        assertThat(ComposeForm.faults(JsonMapper.shared().readTree("{\"services\": {\"a\": {\"x-ours\": 1}}}")))
                .hasSize(1);
    }
}
