package org.campaignledger.platform.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.campaignledger.platform.web.refusal.RefusalResolver;
import org.campaignledger.platform.web.refusal.RefusalWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.yaml.JacksonYamlHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

class CommandBodyConverterTest {

    record Visit(@Nullable String title, @Nullable Long contacts) implements CommandBody {}

    record Forgetful(String title, long contacts) implements CommandBody {}

    @RestController
    static class Endpoint {

        @PostMapping("/api/v1/needed")
        String needed(@RequestBody Visit body, HttpServletRequest request) {
            return body + " " + new String(CommandBodies.canonical(request), StandardCharsets.UTF_8);
        }

        @PostMapping("/api/v1/optional")
        String optional(@RequestBody(required = false) @Nullable Visit body, HttpServletRequest request) {
            return body + " " + new String(CommandBodies.canonical(request), StandardCharsets.UTF_8);
        }

        @PostMapping("/api/v1/forgetful")
        String forgetful(@RequestBody Forgetful body) {
            return body.toString();
        }
    }

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Endpoint())
            .addInterceptors(new NoNulInQueries())
            .setMessageConverters(new CommandBodyConverter(), new StringHttpMessageConverter(),
                    new JacksonJsonHttpMessageConverter(), new JacksonYamlHttpMessageConverter())
            .setHandlerExceptionResolvers(new RefusalResolver(new RefusalWriter(existing -> false)))
            .build();

    private ResultActions send(String path, String type, byte[] body) throws Exception {
        return mvc.perform(post(path).header("Content-Type", type).content(body));
    }

    private ResultActions send(String path, String body) throws Exception {
        return send(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBodyIsReadAndItsCanonicalFormKept() throws Exception {
        send("/api/v1/needed", "{ \"title\": \"a\", \"contacts\": 12 }").andExpect(status().isOk())
                .andExpect(content().string("Visit[title=a, contacts=12] {\"contacts\":12,\"title\":\"a\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=UTF-8", "application/merge-patch+json", "APPLICATION/JSON"})
    void everyKindOfJsonIsTaken(String type) throws Exception {
        send("/api/v1/needed", type, "{}".getBytes(StandardCharsets.UTF_8)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "text/plain", "application/xml", "application/x-www-form-urlencoded",
            "application/json;charset=UTF-16", "application/octet-stream", "nonsense"})
    void otherMediaTypesAreRefused(String type) throws Exception {
        send("/api/v1/needed", type, "{}".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
    }

    @Test
    void whatIsTakenInsteadIsSaid() throws Exception {
        send("/api/v1/needed", "application/yaml", "a: 1".getBytes(StandardCharsets.UTF_8))
                .andExpect(header().string("Accept", "application/json, application/*+json"));
    }

    @Test
    void anAbsentBodyIsNullWhereItMayBeAbsent() throws Exception {
        mvc.perform(post("/api/v1/optional")).andExpect(content().string("null "));
        mvc.perform(post("/api/v1/optional").contentType("application/json")).andExpect(content().string("null "));
        mvc.perform(post("/api/v1/optional").contentType("text/plain")).andExpect(content().string("null "));
        send("/api/v1/optional", "{}").andExpect(content().string("Visit[title=null, contacts=null] {}"));
    }

    @Test
    void anAbsentBodyIsMalformedWhereItIsNeeded() throws Exception {
        mvc.perform(post("/api/v1/needed").contentType("application/json")).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"x\"", " ", "\uFEFF{}", "{\"title\": \"\\ud800\"}",
            "{\"contacts\": 1e400}", "{\"title\": \"a\", \"title\": \"a\"}"})
    void whatIsNoSuchObjectIsMalformed(String body) throws Exception {
        send("/api/v1/optional", body).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed"))
                .andExpect(jsonPath("$.errors.length()").value(1));
    }

    @Test
    void faultsOfTheTextAndOfItsFieldsAreReportedTogether() throws Exception {
        send("/api/v1/needed", "{\"title\": \"\\u0000\", \"contacts\": \"12\", \"x\": 1}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("title"))
                .andExpect(jsonPath("$.errors[0].code").value("nul-character"))
                .andExpect(jsonPath("$.errors[1].field").value("contacts"))
                .andExpect(jsonPath("$.errors[1].message").value("类型不符，应为整数。"))
                .andExpect(jsonPath("$.errors[2].code").value("unknown-field"));
    }

    @Test
    void aBodyOfTwoMebibytesIsTooLarge() throws Exception {
        byte[] body = ("{\"title\": \"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        send("/api/v1/needed", "application/json", body).andExpect(status().is(413))
                .andExpect(jsonPath("$.code").value("too-large"))
                .andExpect(jsonPath("$.detail").value("内容过大，不得超过 1048576 字节。"));
    }

    @Test
    void aComponentThatIsNotNullableIsMissing() throws Exception {
        send("/api/v1/forgetful", "{}").andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("validation-failed"))
                .andExpect(jsonPath("$.errors[0].field").value("title"))
                .andExpect(jsonPath("$.errors[1].code").value("missing"));
    }

    @Test
    void aNulInTheQueryIsMalformed() throws Exception {
        mvc.perform(post(java.net.URI.create("/api/v1/optional?a=1&text=x%00y"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("text"))
                .andExpect(jsonPath("$.errors[0].code").value("nul-character"));
    }

    @Test
    void otherTypesAreLeftToTheFramework() {
        CommandBodyConverter converter = new CommandBodyConverter();

        assertThat(converter.canRead(String.class, MediaType.APPLICATION_JSON)).isFalse();
        assertThat(converter.canWrite(Visit.class, MediaType.APPLICATION_JSON)).isFalse();
        assertThat(converter.getSupportedMediaTypes(String.class)).isEmpty();
    }
}
