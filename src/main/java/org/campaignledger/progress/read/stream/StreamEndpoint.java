package org.campaignledger.progress.read.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.progress.live.LiveFreshness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /campaigns/{c}/progress/stream}, for everyone. */
@RestController
class StreamEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(StreamEndpoint.class);

    private final ProgressStreams streams;
    private final LiveFreshness freshness;

    StreamEndpoint(ProgressStreams streams, LiveFreshness freshness) {
        this.streams = streams;
        this.freshness = freshness;
    }

    /**
     * The progress of a campaign as server-sent events: as it stands, then as it changes. Whoever comes back with a
     * {@code Last-Event-ID} gets the newest state as everyone does: there is nothing between that would be missed.
     *
     * <p>The stream goes on on a virtual thread of its own instead of the request's, whose stack of filters would be
     * kept for each of ten thousand.
     */
    @GetMapping("/api/v1/campaigns/{campaign}/progress/stream")
    void stream(@PathVariable String campaign, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable Long waitFor, HttpServletRequest request,
            HttpServletResponse response) throws IOException {
        freshness.awaitOnly(waitFor); // what was written a moment ago follows a moment later
        Frame first = streams.first(campaign, unit, waitFor == null ? 0 : waitFor);
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        response.setHeader(CommandDoor.POSITION, Long.toString(first.position()));
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        OutputStream out = response.getOutputStream();
        out.write(first.bytes());
        // Committed before another thread takes over: filters on their way back have nothing left to write.
        response.flushBuffer();
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Thread.ofVirtual().name("progress-stream").start(() -> follow(campaign, unit, first, out, async));
    }

    private void follow(String campaign, @Nullable String unit, Frame first, OutputStream out, AsyncContext async) {
        try {
            streams.follow(campaign, unit, first, out);
        } finally {
            complete(async);
        }
    }

    private static void complete(AsyncContext async) {
        try {
            async.complete();
        } catch (IllegalStateException alreadyCompleted) {
            LOG.trace("The container noticed first that the client has gone", alreadyCompleted);
        }
    }
}
