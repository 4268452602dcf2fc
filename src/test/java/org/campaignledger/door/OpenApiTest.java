package org.campaignledger.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The description of the door: OpenAPI 3.1, everything that is mapped below /api/v1, and a browsable page beside it. */
@AtTheDoor
class OpenApiTest {

    private final Ledger ledger;

    OpenApiTest(Ledger ledger) {
        this.ledger = ledger;
    }

    private void eachEndpoint(BiConsumer<String, HandlerMethod> look) {
        int[] found = {0};
        ledger.all(RequestMappingHandlerMapping.class).forEach(mappings -> mappings.getHandlerMethods().forEach((
                mapping, method) -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/v1"))
                        .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(verb -> {
                            look.accept(verb.name().toLowerCase(Locale.ROOT) + " " + path, method);
                            found[0]++;
                        }))));
        assertThat(found[0]).isGreaterThan(30);
    }

    @Test
    void everyEndpointIsInIt() {
        JsonNode description = ledger.asNobody().gets("/v3/api-docs").json();
        assertThat(description.get("openapi").stringValue()).startsWith("3.1");
        List<String> absent = new ArrayList<>();
        eachEndpoint((endpoint, method) -> {
            String[] verbAndPath = endpoint.split(" ");
            if (!description.get("paths").path(verbAndPath[1]).has(verbAndPath[0])) {
                absent.add(endpoint);
            }
        });
        assertThat(absent).isEmpty();
    }

    @Test
    void everyQuestionTakesAPositionToWaitFor() {
        List<String> without = new ArrayList<>();
        eachEndpoint((endpoint, method) -> {
            if (endpoint.startsWith("get ") && Arrays.stream(method.getMethod().getParameters()).flatMap(
                    OpenApiTest::names).noneMatch("waitFor"::equals)) {
                without.add(endpoint);
            }
        });
        assertThat(without).isEmpty();
    }

    @Test
    void everyQuestionIsDescribedWithIt() {
        JsonNode description = ledger.asNobody().gets("/v3/api-docs").json();
        List<String> without = new ArrayList<>();
        description.get("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (path.getKey().startsWith("/api/v1") && !get.isMissingNode() && get.path("parameters").valueStream()
                    .noneMatch(parameter -> parameter.get("name").stringValue().equals("waitFor"))) {
                without.add(path.getKey());
            }
        });
        assertThat(without).isEmpty();
    }

    /** A parameter by itself, or those that a record gathers. */
    private static Stream<String> names(Parameter parameter) {
        return parameter.getType().isRecord()
                ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.of(parameter.getName());
    }

    @Test
    void thereIsAPageToBrowseIt() {
        assertThat(ledger.asNobody().gets("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
