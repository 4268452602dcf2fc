package org.campaignledger.platform.web.body;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.campaignledger.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sends a body sends it at a pace: the container waits for every single byte as long as for the first, so that
 * one byte every now and then would hold a connection for days. Only the time is counted in which something is waited
 * for; beyond a grace so many bytes a second have to have come, else 408 {@code too-slow}, and the line is cut. What
 * nobody has read is read to its end at the same pace, once the answer is out. The outermost valve: forms, parts and
 * bodies all come through here.
 */
final class BodiesComeAtAPace extends ValveBase {

    /** More of what nobody wants is not read; the line is cut instead. As the container's max-swallow-size. */
    private static final long MOST_DRAINED = 64L << 20;

    /** Nor for longer: whoever keeps the pace with what nobody wants would hold a thread for hours. */
    private static final long DRAINED_NANOS = Duration.ofSeconds(30).toNanos();

    private final long graceNanos;
    private final long bytesPerSecond;

    /**
     * A pace.
     *
     * @param grace          for which nothing is asked
     * @param bytesPerSecond that have to come from then on, on average
     */
    BodiesComeAtAPace(Duration grace, long bytesPerSecond) {
        super(true);
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request coyote = request.getCoyoteRequest();
        InputBuffer line = coyote.getInputBuffer();
        Paced paced = new Paced(coyote, line);
        coyote.setInputBuffer(paced);
        try {
            getNext().invoke(request, response);
            if (!request.isAsync() && paced.isLeftOver()) {
                response.finishResponse();
                paced.drain();
            }
        } finally {
            coyote.setInputBuffer(line);
        }
    }

    /** What comes over the line, and how long it was waited for. */
    private final class Paced implements InputBuffer, ApplicationBufferHandler {

        private final org.apache.coyote.Request request;
        private final InputBuffer line;
        private long waitedNanos;
        private long bytes;
        private boolean over;
        private boolean cut;
        private @Nullable ByteBuffer dropped;

        Paced(org.apache.coyote.Request request, InputBuffer line) {
            this.request = request;
            this.line = line;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (cut) {
                return -1;
            }
            long began = System.nanoTime();
            int read = line.doRead(handler);
            waitedNanos += System.nanoTime() - began;
            if (read < 0) {
                over = true;
                return read;
            }
            bytes += read;
            long due = (long) (Math.max(0, waitedNanos - graceNanos) / 1e9 * bytesPerSecond);
            if (bytes < due) {
                over = true;
                cut = true;
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                throw Refused.of(Refused.Kind.TOO_SLOW, "too-slow");
            }
            return read;
        }

        @Override
        public int available() {
            return line.available();
        }

        /** Whether there is a body that was not read to its end. */
        boolean isLeftOver() {
            boolean chunked = request.getHeader("Transfer-Encoding") != null;
            try {
                return !over && (chunked || request.getContentLengthLong() > bytes);
            } catch (NumberFormatException noLength) {
                return false; // the container has refused it, and cuts the line by itself
            }
        }

        void drain() {
            long until = System.nanoTime() + DRAINED_NANOS;
            try {
                while (!over && bytes < MOST_DRAINED && System.nanoTime() - until < 0) {
                    doRead(this);
                }
            } catch (IOException | Refused gone) {
                over = true; // nobody is told any more
            }
            if (!over) {
                request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            dropped = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return dropped;
        }

        @Override
        public void expand(int size) {
            // what is dropped needs no room
        }
    }
}
