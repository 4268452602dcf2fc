package org.campaignledger.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Sends the season's requests to the service's own door, as any client would. */
final class DemoDoor implements AutoCloseable {

    private static final int PATIENCE = 50;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(
            Duration.ofSeconds(5)).build();
    private final String base;
    private final String password;

    DemoDoor(int port, String password) {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.password = password;
    }

    /** What was answered. */
    record Reply(int status, String body) {}

    /** Sends a request as {@link #post} does, and answers the status. */
    int send(String account, String path, String contentType, String body, @Nullable String key) {
        return post(account, path, contentType, body, key).status();
    }

    /**
     * Sends a request, again where the service can't just now.
     *
     * @param key idempotency key; absent for what may be sent again anyway
     */
    Reply post(String account, String path, String contentType, String body, @Nullable String key) {
        return send(request(account, path, contentType, key).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String account, String path, String contentType, @Nullable String key) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", contentType);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            for (int i = 0;; i++) {
                HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
                int status = response.statusCode();
                if (status != 503 && status != 429 || i >= PATIENCE) {
                    return new Reply(status, response.body());
                }
                Thread.sleep(200);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is stopped", stopping);
        }
    }

    /** Replaces something. */
    Reply put(String account, String path, String body, String key) {
        return send(request(account, path, "application/json", key).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a file, as the one part of a form. */
    Reply upload(String account, String path, byte[] file, String key) {
        byte[] before = "--demo\r\nContent-Disposition: form-data; name=\"file\"; filename=\"work\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = "\r\n--demo--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(request(account, path, "multipart/form-data; boundary=demo", key)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(before, file, after))));
    }

    /** The body that a GET answers. */
    String get(String account, String path) {
        String basic = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        try {
            return client.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Basic " + basic)
                    .build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is stopped", stopping);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
