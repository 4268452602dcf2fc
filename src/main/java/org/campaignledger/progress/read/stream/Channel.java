package org.campaignledger.progress.read.stream;

import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Everyone who looks on at the same figures: a campaign's, or one unit's of it. */
final class Channel {

    /** When so many percent have a frame it counts as handed over: a few slow clients must not slow down the rest. */
    private static final int MOST_PERCENT = 95;

    private final String campaign;
    private final @Nullable String unit;
    private final Timer fanOut;
    private final Set<Onlooker> onlookers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable HandingOver> current = new AtomicReference<>();
    private final Pace pace = new Pace();
    private volatile boolean closed;

    Channel(String campaign, @Nullable String unit, Timer fanOut) {
        this.campaign = campaign;
        this.unit = unit;
        this.fanOut = fanOut;
    }

    /** A frame on its way to those who looked on when it was made. */
    private static final class HandingOver {

        private final Frame frame;
        private final long beganNanos = System.nanoTime();
        private final int most;
        private final AtomicInteger done = new AtomicInteger();
        private volatile long tookNanos = -1;

        private HandingOver(Frame frame, int audience) {
            this.frame = frame;
            this.most = (audience * MOST_PERCENT + 99) / 100;
            if (most == 0) {
                tookNanos = 0;
            }
        }
    }

    String campaign() {
        return campaign;
    }

    @Nullable
    String unit() {
        return unit;
    }

    int size() {
        return onlookers.size();
    }

    boolean isClosed() {
        return closed;
    }

    /** The newest frame; absent before the first. */
    @Nullable
    Frame newest() {
        HandingOver now = current.get();
        return now == null ? null : now.frame;
    }

    void join(Onlooker onlooker) {
        onlookers.add(onlooker);
    }

    void leave(Onlooker onlooker) {
        onlookers.remove(onlooker);
    }

    /** Makes this the newest frame without waking anyone: the first for someone who joins. */
    void begin(Frame frame) {
        HandingOver first = new HandingOver(frame, 0);
        current.updateAndGet(now -> now == null || now.frame.position() < frame.position() ? first : now);
    }

    /** Hands a frame to everyone. Only one thread publishes. */
    void publish(Frame frame) {
        HandingOver next = new HandingOver(frame, onlookers.size());
        pace.published(next.beganNanos);
        current.set(next);
        onlookers.forEach(Onlooker::wake);
    }

    /** An onlooker has written a frame. */
    void handedOver(Frame frame) {
        HandingOver now = current.get();
        if (now != null && now.frame == frame && now.done.incrementAndGet() == now.most) {
            now.tookNanos = System.nanoTime() - now.beganNanos;
            fanOut.record(now.tookNanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Nanoseconds until a next frame may be published; asked by the publishing thread alone. */
    long dueInNanos() {
        HandingOver now = current.get();
        return pace.dueInNanos(System.nanoTime(), now == null ? 0 : now.tookNanos);
    }

    void close() {
        closed = true;
        onlookers.forEach(Onlooker::wake);
    }
}
