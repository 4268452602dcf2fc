package org.campaignledger.progress.read.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An open stream and what has come through it. */
final class Listening implements AutoCloseable {

    /** A server-sent event as it arrived. */
    record Event(String name, String id, String data) {}

    private final HttpResponse<InputStream> response;
    private final Duration patience;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean ended;

    Listening(HttpResponse<InputStream> response, Duration patience) {
        this.response = response;
        this.patience = patience;
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(),
                StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(name, id, line.substring(6)));
                } else if (line.startsWith(":")) {
                    events.add(new Event("comment", "", line));
                }
            }
            ended = true;
        } catch (IOException closed) {
            // by the test, or broken off: then it has not ended
        }
    }

    /** The answer that the stream began with. */
    HttpResponse<InputStream> response() {
        return response;
    }

    /** What has come and was not taken yet. */
    BlockingQueue<Event> events() {
        return events;
    }

    /** Whether the server has ended it in order. */
    boolean isEnded() {
        return ended;
    }

    /** What comes next, waited for as long as the patience lasts. */
    Event next() throws InterruptedException {
        Event event = events.poll(patience.toSeconds(), TimeUnit.SECONDS);
        assertThat(event).as("an event in time").isNotNull();
        return event;
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            // as wanted
        }
    }
}
