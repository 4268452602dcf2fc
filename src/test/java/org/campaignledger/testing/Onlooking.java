package org.campaignledger.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open stream of progress. */
public final class Onlooking implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 5;

    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
    private final Thread reader;
    private volatile String last = "";

    /** A server-sent event. */
    public record Frame(String event, long id, JsonNode data) {}

    private Onlooking(HttpResponse<InputStream> response) {
        this.response = response;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    static Onlooking at(LedgerServer server, HttpRequest request) {
        try {
            return new Onlooking(server.http().send(request, HttpResponse.BodyHandlers.ofInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(response.body(),
                StandardCharsets.UTF_8))) {
            Map<String, String> fields = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty()) {
                    last = line;
                }
                int colon = line.indexOf(':');
                if (colon > 0) {
                    fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
                } else if (line.isEmpty() && fields.containsKey("data")) {
                    frames.add(new Frame(fields.getOrDefault("event", ""), Long.parseLong(fields.getOrDefault("id",
                            "-1")), JsonMapper.shared().readTree(fields.get("data"))));
                    fields.clear();
                }
            }
        } catch (IOException closed) {
            frames.clear(); // nobody looks on any more
        }
    }

    /** The next frame. */
    public Frame next() {
        try {
            Frame frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within " + PATIENCE_SECONDS + " s");
            }
            return frame;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The first frame that reflects a position, those before it being passed over. */
    public Frame nextThatReflects(long position) {
        Frame frame = next();
        while (frame.id() < position) {
            frame = next();
        }
        return frame;
    }

    /** Whether nothing comes for so long. */
    public boolean isQuietFor(long millis) throws InterruptedException {
        return frames.poll(millis, TimeUnit.MILLISECONDS) == null;
    }

    /** The last line that came before the stream was ended. */
    public String saidAtTheEnd() {
        try {
            reader.join(Duration.ofSeconds(PATIENCE_SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return last;
    }

    /** The status. */
    public int status() {
        return response.statusCode();
    }

    /** A header, or nothing. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
