package org.campaignledger.endurance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Somebody with a dashboard open, who is told of progress as it comes. */
final class OnStream implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong heard = new AtomicLong();

    OnStream(ChildService service, String path) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> answer = http.send(HttpRequest.newBuilder(service.uri(path)).build(),
                HttpResponse.BodyHandlers.ofLines());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        Thread.ofVirtual().start(() -> answer.body().filter(line -> line.startsWith("id:"))
                .forEach(line -> heard.accumulateAndGet(Long.parseLong(line.substring(3).strip()), Math::max)));
    }

    /** Within some seconds, the position comes, or a later one. */
    void hearsOf(long position) {
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() >= position);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
