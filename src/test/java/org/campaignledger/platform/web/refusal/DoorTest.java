package org.campaignledger.platform.web.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.body.BodyConfiguration;
import org.campaignledger.platform.web.body.CommandBodies;
import org.campaignledger.platform.web.body.CommandBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door as a client finds it: Boot's own assembly on a real Tomcat, in front of it a filter that can fail. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.name=door-test", "spring.servlet.multipart.max-file-size=1KB",
        // The product's templates need an engine that this small assembly does not have.
        "spring.thymeleaf.prefix=classpath:/no-templates-here/"})
class DoorTest {

    record Note(@Nullable String reason) implements CommandBody {}

    @RestController
    static class Endpoint {

        @PostMapping("/api/v1/open")
        String open(@RequestBody(required = false) @Nullable Note note, HttpServletRequest request) {
            return note + " " + new String(CommandBodies.canonical(request), StandardCharsets.UTF_8);
        }

        @PostMapping("/api/v1/files")
        String file(@RequestPart MultipartFile file) {
            return "" + file.getSize();
        }

        @GetMapping("/api/v1/unit")
        String unit(@RequestParam String unit) {
            return unit;
        }

        @GetMapping("/api/v1/when")
        String when(@RequestParam(required = false) @Nullable Instant at,
                @RequestParam(required = false) @Nullable LocalDate on) {
            return at + " " + on;
        }

        @GetMapping("/api/v1/half")
        void half(HttpServletResponse response) throws IOException {
            response.getOutputStream().write("a,b\n".getBytes(StandardCharsets.UTF_8));
            response.flushBuffer();
            throw new IllegalStateException("broken off");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
            WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, MultipartAutoConfiguration.class,
            HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class})
    @Import({BodyConfiguration.class, RefusalConfiguration.class, Endpoint.class})
    static class Door {

        @Bean
        Filter failing() {
            return (request, response, chain) -> {
                String fail = ((HttpServletRequest) request).getHeader("X-Fail");
                switch (fail == null ? "" : fail) {
                    case "throw" -> throw new IllegalStateException("secret");
                    case "refuse" -> throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
                    case "send" -> ((HttpServletResponse) response).sendError(403);
                    default -> chain.doFilter(request, response);
                }
            };
        }
    }

    @LocalServerPort
    private int port;

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
        return send(to(path).header("Content-Type", type).POST(body));
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as("%.300s", response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT))
                .startsWith("application/problem+json");
        JsonNode problem = new JsonMapper().readTree(response.body());
        assertThat(problem.propertyNames()).containsExactly("type", "title", "status", "detail", "code", "errors");
        assertThat(problem.get("code").stringValue()).isEqualTo(code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
    }

    @Test
    void theStrictReadingStandsBeforeTheFrameworksOwn() throws Exception {
        HttpResponse<String> fine = post("/api/v1/open", "application/json", BodyPublishers.ofString(
                "{\"reason\":\"a\"}"));

        assertThat(fine.body()).isEqualTo("Note[reason=a] {\"reason\":\"a\"}");
        assertProblem(post("/api/v1/open", "application/json", BodyPublishers.ofString("{\"reasons\":\"a\"}")), 400,
                "malformed");
        assertProblem(post("/api/v1/open", "application/yaml", BodyPublishers.ofString("reason: a")), 415,
                "unsupported-media-type");
    }

    @Test
    void anEmptyBodyOfAnyTypeIsNone() throws Exception {
        assertThat(send(to("/api/v1/open").POST(BodyPublishers.noBody())).body()).isEqualTo("null ");
        assertThat(post("/api/v1/open", "application/x-www-form-urlencoded", BodyPublishers.noBody()).body())
                .isEqualTo("null ");
    }

    @Test
    void aLongBodyWithoutALengthIsTooLarge() throws Exception {
        byte[] body = ("{\"reason\": \"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertProblem(post("/api/v1/open", "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))), 413, "too-large");
    }

    @Test
    void anUploadThatIsTooLargeIsSaidToBe() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(2000) + "\r\n--b--\r\n";

        assertProblem(post("/api/v1/files", "multipart/form-data; boundary=b", BodyPublishers.ofString(body)), 413,
                "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "text/csv", "text/event-stream"})
    void aPathThatDoesNotExistIsNotFoundInEveryFormat(String accept) throws Exception {
        assertProblem(send(to("/api/v1/none").header("Accept", accept)), 404, "not-found");
        assertProblem(send(to("/log/none").header("Accept", accept)), 404, "not-found");
    }

    @Test
    void whatFailsBeforeTheFrameworkIsAProblemDocumentToo() throws Exception {
        HttpResponse<String> thrown = send(to("/api/v1/unit").header("X-Fail", "throw"));

        assertProblem(thrown, 500, "internal-error");
        assertThat(thrown.body()).doesNotContain("secret");
        assertProblem(send(to("/api/v1/unit").header("X-Fail", "send")), 403, "wrong-role");
        HttpResponse<String> refused = send(to("/api/v1/unit").header("X-Fail", "refuse"));
        assertProblem(refused, 503, "busy");
        assertThat(refused.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void pagesKeepTheirOwnErrors() throws Exception {
        assertThat(send(to("/none").header("Accept", "text/html")).headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?unit=%ff", "?unit=%", "?unit=x%00"})
    void aQueryThatCannotBeDecodedIsRefused(String query) throws Exception {
        try (java.net.Socket socket = new java.net.Socket("localhost", port)) {
            socket.getOutputStream().write(("GET /api/v1/unit" + query + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("\"code\":\"malformed\"");
        }
    }

    @Test
    void pointsInTimeAreReadAsStrictlyAsInBodies() throws Exception {
        assertThat(send(to("/api/v1/when?at=2019-08-01T00:00:00%2B08:00&on=2019-06-01")).body())
                .isEqualTo("2019-07-31T16:00:00Z 2019-06-01");
        assertThat(send(to("/api/v1/when?at=&on=")).body()).isEqualTo("null null");
        for (String wrong : List.of("at=2019", "at=2019-06-01", "on=2019-02-30", "on=2019-06-01Z", "on=1/6/19")) {
            assertProblem(send(to("/api/v1/when?" + wrong)), 400, "malformed");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsSeenToBreakOff() {
        assertThatThrownBy(() -> send(to("/api/v1/half"))).isInstanceOf(IOException.class);
    }

    @Test
    void aHeadRequestGetsTheStatusWithoutTheBody() throws Exception {
        HttpResponse<String> head = send(to("/api/v1/none").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void theLanguageIsThatOfTheRequest() throws Exception {
        assertThat(send(to("/api/v1/none?lang=en")).body()).contains("\"title\":\"Not found\"");
        assertThat(send(to("/api/v1/none")).body()).contains("\"title\":\"未找到\"");
    }
}
