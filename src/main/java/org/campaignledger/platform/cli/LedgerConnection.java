package org.campaignledger.platform.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a running ledger. Asks again where it is told to; what was refused is a sentence. */
public final class LedgerConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 6;
    private static final int LONGEST_WAIT = 10;
    private static final int LONGEST_PROBLEM = 64 << 10;
    private static final int LONGEST_JSON = 32 << 20;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).build();
    private final String base;
    private final @Nullable String authorization;
    private final String language;
    private final JsonMapper json = JsonMapper.shared();

    LedgerConnection(String base, @Nullable String authorization, String language) {
        this.base = base;
        this.authorization = authorization;
        this.language = language;
    }

    /** A text as part of a path or query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * What a path answers.
     *
     * @throws IOException it can't be reached, or answers something else than 200
     */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(open(request(path).GET().build()));
    }

    /**
     * What a path answers, as it comes; closed by the caller.
     *
     * @throws IOException it can't be reached, or answers something else than 200
     */
    public HttpResponse<InputStream> open(String path) throws IOException, InterruptedException {
        return open(request(path).GET().build());
    }

    /**
     * Sends something, under a key that makes it safe to send again.
     *
     * @param type media type of the body
     * @param key  idempotency key
     * @throws IOException it can't be reached, or did not take it
     */
    public JsonNode post(String path, String type, BodyPublisher body, String key)
            throws IOException, InterruptedException {
        return json(open(request(path).header("Content-Type", type).header("Idempotency-Key", key).POST(body)
                .build()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER)
                .header("Accept-Language", language);
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private JsonNode json(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return json.readTree(body.readNBytes(LONGEST_JSON));
        } catch (JacksonException none) {
            throw new IOException(base + " does not answer like a ledger", none);
        }
    }

    private HttpResponse<InputStream> open(HttpRequest request) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            HttpResponse<InputStream> response = send(request);
            boolean later = response.statusCode() == 429 || response.statusCode() == 503;
            if (!later || attempt == ATTEMPTS) {
                if (response.statusCode() / 100 == 2) {
                    return response;
                }
                throw new IOException(refusal(response));
            }
            response.body().close();
            Thread.sleep(Duration.ofSeconds(wait(response)));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IOException failure) {
            String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            throw new IOException(request.uri() + " could not be reached: " + why, failure);
        }
    }

    private static long wait(HttpResponse<?> response) {
        String told = response.headers().firstValue("Retry-After").orElse("1");
        return told.matches("[0-9]{1,4}") ? Math.clamp(Long.parseLong(told), 1, LONGEST_WAIT) : 1;
    }

    /** What a problem says, field by field; the status alone, where whoever answers speaks another way. */
    private String refusal(HttpResponse<InputStream> response) throws IOException {
        StringBuilder said = new StringBuilder(Integer.toString(response.statusCode()));
        try (InputStream body = response.body()) {
            JsonNode problem = json.readTree(body.readNBytes(LONGEST_PROBLEM));
            said.append(' ').append(problem.path("code").asString("")).append(": ")
                    .append(problem.path("detail").asString(problem.path("title").asString("")));
            for (JsonNode error : problem.path("errors")) {
                said.append("\n  ").append(error.path("field").asString("")).append(": ")
                        .append(error.path("message").asString(""));
            }
        } catch (JacksonException otherwise) {
            said.append(" from ").append(response.uri());
        }
        return said.toString();
    }

    @Override
    public void close() {
        client.close();
    }
}
