package org.campaignledger.endurance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as the contract asks for: it repeats with the same key whatever was not answered, and nothing else. */
final class LedgerClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<ChildService> services;
    private final String authorization;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1).build();
    private final Tally tally;
    private final AtomicInteger at = new AtomicInteger();

    /** What all clients met together. */
    static final class Tally {

        final AtomicInteger acknowledged = new AtomicInteger();
        final AtomicInteger unreachable = new AtomicInteger();
        final AtomicInteger unavailable = new AtomicInteger();
        final AtomicInteger unknown = new AtomicInteger();
        final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    }

    /** An answer that was not a 503. */
    record Answer(int status, boolean replayed, JsonNode body) {

        long position() {
            return body.path("position").asLong();
        }

        String id() {
            return body.path("id").asString();
        }
    }

    LedgerClient(ChildService service, String username, Tally tally) {
        this(List.of(service), username, tally);
    }

    /** One that goes to the next instance when one does not answer, as a load balancer has it do. */
    LedgerClient(List<ChildService> services, String username, Tally tally) {
        this.services = services;
        this.tally = tally;
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(
                (username + ":" + ChildService.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(services.get(Math.floorMod(at.get(), services.size())).uri(path)).timeout(services
                .size() > 1 ? Duration.ofSeconds(6) : Duration.ofSeconds(25))
                .header("Authorization", authorization);
    }

    /** Posts until it is answered; null if it gave up. */
    @Nullable
    Answer post(String path, String mediaType, String body, String key) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            HttpRequest request = request(path).header("Content-Type", mediaType).header("Idempotency-Key", key)
                    .POST(HttpRequest.BodyPublishers.ofString(body)).build();
            try {
                HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    return new Answer(answer.statusCode(),
                            answer.headers().firstValue("Idempotency-Replayed").isPresent(),
                            JSON.readTree(answer.body()));
                }
                unavailable(answer);
            } catch (IOException lost) {
                tally.unreachable.incrementAndGet();
            }
            at.incrementAndGet();
            Thread.sleep(150);
        }
        return null;
    }

    /** Sends a sheet, and answers the import's id. */
    String upload(String path, String sheet) throws IOException, InterruptedException {
        String body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s\"\r\n\r\n" + sheet
                + "\r\n--part--\r\n";
        HttpResponse<String> answer = http.send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("id").asString();
    }

    private void unavailable(HttpResponse<String> answer) {
        tally.unavailable.incrementAndGet();
        if (answer.headers().firstValue("Retry-After").isEmpty()) {
            tally.surprises.add("503 without Retry-After: " + answer.body());
        }
        if (answer.body().contains("outcome-unknown")) {
            tally.unknown.incrementAndGet();
        }
    }

    /** A body as text; anything but 200 is a failure. */
    String get(String path, String accept) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path, "application/json"));
    }
}
