package org.campaignledger.door.hostile;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.campaignledger.testing.Campaigns;
import org.campaignledger.testing.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What can be asked: of programs what the OpenAPI document says, of browsers what the pages are mapped to. */
final class Description {

    private static final int DEEPEST = 4;
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([^}:]+)[^}]*}");

    private final JsonNode document;

    private Description(JsonNode document) {
        this.document = document;
    }

    /** Everything, in an order that is always the same. */
    static List<Operation> of(Ledger ledger) {
        List<Operation> all = new ArrayList<>(new Description(ledger.asNobody().gets("/v3/api-docs").json())
                .operations());
        all.addAll(pages(ledger));
        return all.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
    }

    private List<Operation> operations() {
        List<Operation> found = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> found.add(
                operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return found;
    }

    private Operation operation(String method, String path, JsonNode described) {
        List<String> variables = new ArrayList<>();
        List<String> query = new ArrayList<>();
        described.path("parameters").forEach(parameter -> (parameter.get("in").stringValue().equals("path")
                ? variables
                : query).add(parameter.get("name").stringValue()));
        Map.Entry<String, JsonNode> body = described.path("requestBody").path("content").properties().stream()
                .findFirst().orElse(null);
        JsonNode schema = body == null ? null : resolved(body.getValue().path("schema"));
        List<String> fields = new ArrayList<>();
        if (schema != null) {
            gather(schema, "", fields, 0);
        } else if (path.equals("/api/v1/campaigns") && method.equals("POST")) {
            // Its form is YAML's or JSON's, which the description does not tell.
            fields.addAll(Bodies.pointers(Campaigns.of2019("x").json()));
        }
        return new Operation(method, path, variables, query, mediaType(method, path, body), schema, fields);
    }

    private static @Nullable String mediaType(String method, String path, Map.@Nullable Entry<String, JsonNode> body) {
        if (body != null) {
            return body.getKey();
        }
        if (path.endsWith("/submissions/files")) {
            return "multipart/form-data";
        }
        return method.equals("GET") || method.equals("HEAD") ? null : "application/json";
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode here = schema;
        while (here.has("$ref")) {
            String name = here.get("$ref").stringValue();
            here = document.at(name.substring(1));
        }
        return here.deepCopy();
    }

    /** Fields and what stands in them; of a list its first item. */
    private void gather(JsonNode schema, String at, List<String> fields, int depth) {
        JsonNode here = resolved(schema);
        if (depth > 0) {
            fields.add(at);
        }
        if (depth >= DEEPEST) {
            return;
        }
        here.path("properties").properties().forEach(property -> gather(property.getValue(), at + "/" + property
                .getKey(), fields, depth + 1));
        if (here.has("items")) {
            gather(here.get("items"), at + "/0", fields, depth + 1);
        }
        if (here.path("additionalProperties").isObject()) {
            gather(here.get("additionalProperties"), at + "/content", fields, depth + 1);
        }
    }

    private static List<Operation> pages(Ledger ledger) {
        List<Operation> found = new ArrayList<>();
        ledger.all(RequestMappingHandlerMapping.class).forEach(mappings -> mappings.getHandlerMethods().forEach((
                mapping, method) -> mapping.getPatternValues().stream().filter(Description::isOfAPage)
                        .forEach(path -> {
                            boolean post = mapping.getMethodsCondition().getMethods().stream()
                                    .anyMatch(verb -> verb.name().equals("POST"));
                            found.add(page(post ? "POST" : "GET", path, method));
                        })));
        return found.stream().distinct().toList();
    }

    private static boolean isOfAPage(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/log") && !path.startsWith("/v3") && !path.startsWith(
                "/swagger") && !path.startsWith("/actuator") && !path.contains("showcase.") && !path.contains("error");
    }

    private static Operation page(String method, String path, HandlerMethod handler) {
        List<String> variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
        List<String> query = Stream.concat(Arrays.stream(handler.getMethod().getParameters()).flatMap(
                Description::names), Stream.of("lang")).distinct().toList();
        boolean file = path.contains("/imports/") || path.endsWith("/file");
        return new Operation(method, path, variables, query, method.equals("GET")
                ? null
                : file ? "multipart/form-data" : "application/x-www-form-urlencoded", null, List.of());
    }

    private static Stream<String> names(Parameter parameter) {
        RequestParam asked = parameter.getAnnotation(RequestParam.class);
        if (asked != null) {
            return Stream.of(Stream.of(asked.value(), asked.name(), parameter.getName()).filter(name -> !name.isEmpty())
                    .findFirst().orElseThrow());
        }
        return parameter.getType().isRecord() && parameter.getAnnotation(PathVariable.class) == null
                ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }
}
