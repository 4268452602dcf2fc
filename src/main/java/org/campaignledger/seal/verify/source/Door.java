package org.campaignledger.seal.verify.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.campaignledger.seal.verify.outcome.NotChecked;
import org.jspecify.annotations.Nullable;

/** A service over HTTP. Says in a sentence why it could not be reached; asks again where it is told to. */
public final class Door implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(120);
    /** How often whoever has no account asks again. */
    private static final int ATTEMPTS = 6;
    /** How long whoever reads the whole ledger asks a busy service again: others may be reading the whole of it, too. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MAX_WAIT_SECONDS = 10;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).build();
    private final String base;
    private final @Nullable String authorization;

    /**
     * An answer, of whatever status.
     *
     * @param status its status
     * @param body   its body
     */
    public record Answer(int status, byte[] body) {

        /** The body's beginning, for a sentence. */
        public String text() {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.length() > 200 ? text.substring(0, 200) + " …" : text;
        }
    }

    private Door(String base, @Nullable String authorization) {
        this.base = base;
        this.authorization = authorization;
    }

    /**
     * The service at this address.
     *
     * @throws NotChecked it is no address
     */
    public static Door to(String url) throws NotChecked {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null
                    || !(url.startsWith("http://") || url.startsWith("https://"))) {
                throw new NotChecked("not the address of a service: " + url);
            }
        } catch (IllegalArgumentException malformed) {
            throw new NotChecked("not the address of a service: " + url);
        }
        return new Door(url.replaceAll("/+$", ""), null);
    }

    /** The same, signed in with this value of the header {@code Authorization}. */
    public Door signedIn(String with) {
        return new Door(base, with);
    }

    /** Whether an account is used. */
    public boolean isSignedIn() {
        return authorization != null;
    }

    /** What a path answers, whatever its status. */
    public Answer get(String path, int most) throws IOException, NotChecked {
        return answer(request(path).GET().build(), most);
    }

    /** What a path answers to a text. */
    public Answer post(String path, byte[] body, int most) throws IOException, NotChecked {
        return answer(request(path).header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(body)).build(), most);
    }

    /**
     * What a path answers.
     *
     * @throws NotChecked it does not answer 200
     */
    public byte[] body(String path, int most) throws IOException, NotChecked {
        Answer answer = get(path, most);
        if (answer.status() != 200) {
            throw refused(path, answer);
        }
        return answer.body();
    }

    /**
     * What a path answers, as it comes.
     *
     * @throws NotChecked it does not answer 200
     */
    public InputStream open(String path, int most) throws IOException, NotChecked {
        HttpResponse<InputStream> response = send(request(path).GET().build());
        if (response.statusCode() != 200) {
            throw refused(path, answer(response, most));
        }
        return response.body();
    }

    /** What to say of an answer that is of no use. */
    public NotChecked refused(String path, Answer answer) {
        return switch (answer.status()) {
            case 401 -> new NotChecked("the sign-in was refused by " + base + path);
            case 403 -> new NotChecked("the account may not read " + base + path);
            default -> new NotChecked(base + path + " answered " + answer.status() + ": " + answer.text());
        };
    }

    private HttpRequest.Builder request(String path) {
        // What a cache has kept may be older than what was changed.
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER)
                .header("Cache-Control", "no-cache");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return request;
    }

    private Answer answer(HttpRequest request, int most) throws IOException, NotChecked {
        return answer(send(request), most);
    }

    private static Answer answer(HttpResponse<InputStream> response, int most) throws IOException, NotChecked {
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), Source.bounded(body, most, "the answer of " + response.uri()));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws NotChecked {
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (int attempt = 1;; attempt++) {
                HttpResponse<InputStream> response = sent(request);
                boolean later = response.statusCode() == TOO_MANY || response.statusCode() == UNAVAILABLE;
                Duration wait = Duration.ofSeconds(wait(response));
                boolean isTheLast = isSignedIn()
                        ? deadline - System.nanoTime() < wait.toNanos()
                        : attempt == ATTEMPTS;
                if (!later || isTheLast) {
                    return response;
                }
                response.body().close();
                Thread.sleep(wait);
            }
        } catch (IOException failure) {
            String why = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            throw new NotChecked(request.uri() + " could not be reached: " + why);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotChecked("stopped");
        }
    }

    /** A question that was lost with its connection is asked once more: it changes nothing. */
    private HttpResponse<InputStream> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (ConnectException | HttpTimeoutException nobodyThere) {
            throw nobodyThere;
        } catch (IOException lost) {
            if (!request.method().equals("GET")) {
                throw lost;
            }
            return client.send(request, BodyHandlers.ofInputStream());
        }
    }

    private static long wait(HttpResponse<?> response) {
        String told = response.headers().firstValue("Retry-After").orElse("1");
        return told.matches("[0-9]{1,4}") ? Math.clamp(Long.parseLong(told), 1, MAX_WAIT_SECONDS) : 1;
    }

    @Override
    public void close() {
        client.close();
    }

    /** The address. */
    @Override
    public String toString() {
        return base;
    }
}
