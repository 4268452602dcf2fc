package org.campaignledger.progress.read.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * One open stream: a virtual thread that sleeps until there is a newer frame and writes it. If its client is slow it
 * waits alone, and goes on with the newest frame, those between being left out.
 */
final class Onlooker {

    /** A comment so often keeps the connection (API, "stream"). */
    static final Duration KEEP_ALIVE = Duration.ofSeconds(15);

    private final Channel channel;
    private final OutputStream out;
    private final Duration keepAlive;
    private volatile @Nullable Thread thread;

    Onlooker(Channel channel, OutputStream out, Duration keepAlive) {
        this.channel = channel;
        this.out = out;
        this.keepAlive = keepAlive;
    }

    /** There is something new, or it is time to end. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Writes frames until the channel is closed.
     *
     * @param first what was written already
     * @throws IOException the client has gone
     */
    void run(Frame first) throws IOException {
        thread = Thread.currentThread();
        Frame sent = first;
        long quietSince = System.nanoTime();
        while (!channel.isClosed()) {
            Frame newest = channel.newest();
            if (newest != null && !newest.showsTheSameAs(sent) && newest.position() >= sent.position()) {
                write(newest.bytes());
                channel.handedOver(newest);
                sent = newest;
                quietSince = System.nanoTime();
                continue;
            }
            long left = quietSince + keepAlive.toNanos() - System.nanoTime();
            if (left <= 0) {
                write(Frame.KEEP_ALIVE);
                quietSince = System.nanoTime();
            } else {
                LockSupport.parkNanos(this, left);
            }
        }
        write(Frame.comeBack());
    }

    private void write(byte[] bytes) throws IOException {
        try {
            out.write(bytes);
            out.flush();
        } catch (RuntimeException recycled) {
            // The container has noticed first that the client has gone, and taken the answer back meanwhile.
            throw new IOException("the answer is no longer there", recycled);
        }
    }
}
