package org.campaignledger.progress.read.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

import org.campaignledger.progress.live.LiveProgress;

/**
 * One change as it goes over the wire, made once for all who look on.
 *
 * @param position the position that it reflects; the id of the server-sent event
 * @param version  the version of the figures in it
 * @param today    the day of which planned and forecast are
 * @param bytes    the server-sent event; never changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity alone
record Frame(long position, LiveProgress.Version version, LocalDate today, byte[] bytes) {

    /** What keeps proxies from closing a connection on which nothing happens. */
    static final byte[] KEEP_ALIVE = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

    private static final int SOONEST_MILLIS = 500;
    private static final int LATEST_MILLIS = 5_000;
    private static final byte[] HEAD = "event: progress\nid: ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DATA = "\ndata: ".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.UTF_8);

    /**
     * The last word of an instance that stops: come back, in your own time. Ten thousand dashboards that all came back at
     * once would be the next instance's first trouble.
     */
    static byte[] comeBack() {
        int millis = ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS);
        return ("retry: " + millis + "\n\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether its figures, targets and plan are those of another frame, though perhaps made apart from it. */
    boolean showsTheSameAs(Frame other) {
        return version.equals(other.version) && today.equals(other.today);
    }

    /** The frame of an answer's JSON, which must be on one line. */
    static Frame of(long position, LiveProgress.Version version, LocalDate today, byte[] json) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 64);
        out.writeBytes(HEAD);
        out.writeBytes(Long.toString(position).getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(DATA);
        out.writeBytes(json);
        out.writeBytes(END);
        return new Frame(position, version, today, out.toByteArray());
    }
}
