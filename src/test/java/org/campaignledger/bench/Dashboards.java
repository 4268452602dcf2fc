package org.campaignledger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many open dashboards on one thread: each follows {@code progress/stream} as a browser does, and nothing but the id of
 * each frame is read. What is measured is the time from the answer to a command to the first frame that reflects it, at
 * every dashboard.
 */
final class Dashboards implements AutoCloseable {

    private static final byte[] ID = "\nid:".getBytes(StandardCharsets.US_ASCII);

    private final Selector selector;
    private final Thread reader;
    private final NavigableMap<Long, Long> answered = new ConcurrentSkipListMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final long[] millis = new long[60_001];
    private volatile boolean measuring;
    private volatile boolean closing;
    private volatile long frames;

    /** A connection, and how much of an id has been read. */
    private static final class Dashboard {

        private int matched;
        private long id = -1;
        private long seen;
        private boolean begun;
    }

    Dashboards() {
        try {
            selector = Selector.open();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        reader = Thread.ofPlatform().daemon().name("dashboards").start(this::read);
    }

    /** Opens so many and waits until each has had its first frame. */
    void open(int port, int many) throws IOException, InterruptedException {
        byte[] request = ("GET /api/v1/campaigns/2019/progress/stream HTTP/1.1\r\nHost: localhost\r\n"
                + "Accept: text/event-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < many; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.write(ByteBuffer.wrap(request));
            channel.configureBlocking(false);
            selector.wakeup();
            channel.register(selector, SelectionKey.OP_READ, new Dashboard());
        }
        for (int waited = 0; open.get() < many && waited < 600; waited++) {
            Thread.sleep(100);
        }
        if (open.get() < many) {
            throw new IllegalStateException("only " + open.get() + " of " + many + " dashboards have opened");
        }
    }

    /** A command was answered with this position at this moment. */
    void answered(long position, long nanos) {
        answered.put(position, nanos);
    }

    void measure(boolean now) {
        measuring = now;
    }

    int dropped() {
        return dropped.get();
    }

    long frames() {
        return frames;
    }

    /** Milliseconds within which this share of all commands was seen at all dashboards' frames. */
    long percentile(double share) {
        long all = Arrays.stream(millis).sum();
        long until = 0;
        for (int at = 0; at < millis.length; at++) {
            until += millis[at];
            if (until >= all * share) {
                return at;
            }
        }
        return millis.length - 1;
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
        try {
            while (!closing) {
                selector.select(100);
                Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
                while (ready.hasNext()) {
                    SelectionKey key = ready.next();
                    ready.remove();
                    take(key, buffer);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(SelectionKey key, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int read;
        try {
            read = ((SocketChannel) key.channel()).read(buffer);
        } catch (IOException gone) {
            read = -1;
        }
        if (read < 0) {
            key.cancel();
            key.channel().close();
            dropped.incrementAndGet();
            return;
        }
        buffer.flip();
        Dashboard dashboard = (Dashboard) key.attachment();
        while (buffer.hasRemaining()) {
            step(dashboard, buffer.get());
        }
    }

    private void step(Dashboard dashboard, byte each) {
        if (dashboard.id >= 0 && each >= '0' && each <= '9') {
            dashboard.id = dashboard.id * 10 + each - '0';
        } else if (dashboard.id > 0) {
            frame(dashboard, dashboard.id);
            dashboard.id = -1;
            dashboard.matched = each == '\n' ? 1 : 0;
        } else {
            dashboard.matched = each == ID[dashboard.matched] ? dashboard.matched + 1 : each == '\n' ? 1 : 0;
            if (dashboard.matched == ID.length) {
                dashboard.matched = 0;
                dashboard.id = 0;
            }
        }
    }

    private void frame(Dashboard dashboard, long position) {
        frames++;
        if (!dashboard.begun) {
            dashboard.begun = true;
            open.incrementAndGet();
        } else if (measuring) {
            long now = System.nanoTime();
            for (long nanos : answered.subMap(dashboard.seen, false, position, true).values()) {
                millis[(int) Math.clamp((now - nanos) / 1_000_000, 0, millis.length - 1)]++;
            }
        }
        dashboard.seen = Math.max(dashboard.seen, position);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        closing = true;
        selector.wakeup();
        reader.join();
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
