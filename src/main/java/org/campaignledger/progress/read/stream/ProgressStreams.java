package org.campaignledger.progress.read.stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.campaignledger.progress.live.LiveProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * All open streams of this instance, and the one thread that makes a frame for each channel whose figures have changed.
 * Ends before the web server waits for its requests to end: streams never would by themselves.
 */
@Component
class ProgressStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressStreams.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);
    /** Soon enough to notice midnight, when nothing else happens. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Gathers what a burst of appends changes, and bounds how often other campaigns' events wake this thread. */
    private static final Duration BREATH = Duration.ofMillis(2);

    private final Frames frames;
    private final LiveProgress live;
    private final Timer fanOut;
    private final Map<Key, Channel> channels = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean running;
    private volatile boolean stopped;
    private volatile @Nullable Thread publisher;

    private record Key(String campaign, @Nullable String unit) {}

    ProgressStreams(Frames frames, LiveProgress live, MeterRegistry registry) {
        this.frames = frames;
        this.live = live;
        this.fanOut = Timer.builder("ledger.stream.fanout")
                .description("From a frame being made until most of those who look on have it")
                .publishPercentileHistogram().register(registry);
        Gauge.builder("ledger.streams.open", open, AtomicInteger::get).description("Dashboards that look on")
                .register(registry);
    }

    /**
     * The frame with which a stream begins: the newest of those who look on already, else one of now.
     *
     * @param notBefore the position that it must reflect at least
     * @throws org.campaignledger.kernel.Refused 404 for a campaign that is not open, 422 {@code unknown-unit}
     */
    Frame first(String campaign, @Nullable String unit, long notBefore) {
        Channel channel = channels.get(new Key(campaign, unit));
        Frame newest = channel == null || channel.size() == 0 ? null : channel.newest();
        return newest != null && newest.position() >= notBefore ? newest : frames.make(campaign, unit);
    }

    /** Writes what follows the first frame, until the client goes or the instance stops; on the calling thread. */
    void follow(String campaign, @Nullable String unit, Frame first, OutputStream out) {
        Key key = new Key(campaign, unit);
        Channel channel = channels.computeIfAbsent(key, absent -> new Channel(campaign, unit, fanOut));
        Onlooker onlooker = new Onlooker(channel, out, Onlooker.KEEP_ALIVE);
        open.incrementAndGet();
        channels.compute(key, (same, now) -> joined(now == null ? channel : now, onlooker));
        if (stopped) {
            channel.close(); // whoever comes while it ends may have been overlooked
        }
        try {
            channel.begin(first);
            LockSupport.unpark(publisher);
            onlooker.run(first);
        } catch (IOException gone) {
            LOG.trace("A client has gone", gone);
        } finally {
            open.decrementAndGet();
            channels.computeIfPresent(key, (same, now) -> left(now, onlooker));
        }
    }

    private static Channel joined(Channel channel, Onlooker onlooker) {
        channel.join(onlooker);
        return channel;
    }

    private static @Nullable Channel left(Channel channel, Onlooker onlooker) {
        channel.leave(onlooker);
        return channel.size() == 0 ? null : channel;
    }

    private void run() {
        while (running) {
            try {
                if (channels.isEmpty()) {
                    LockSupport.parkNanos(this, LONGEST_WAIT.toNanos());
                    continue;
                }
                long seen = live.position();
                long dueInNanos = publishWhatIsDue();
                if (dueInNanos > 0) {
                    LockSupport.parkNanos(this, dueInNanos);
                } else {
                    live.await(seen + 1, LONGEST_WAIT);
                    LockSupport.parkNanos(this, BREATH.toNanos());
                }
            } catch (RuntimeException trouble) {
                LOG.warn("Frames are late", trouble);
                LockSupport.parkNanos(this, LONGEST_WAIT.toNanos());
            }
        }
    }

    /** Answers how long until the next frame that is wanted may be made; 0 if none is. */
    private long publishWhatIsDue() {
        long next = Long.MAX_VALUE;
        for (Channel channel : channels.values()) {
            Frame newest = channel.newest();
            if (newest == null || !frames.isOutdated(channel.campaign(), newest)) {
                continue;
            }
            long due = channel.dueInNanos();
            if (due <= 0) {
                channel.publish(frames.make(channel.campaign(), channel.unit()));
            } else {
                next = Math.min(next, due);
            }
        }
        return next == Long.MAX_VALUE ? 0 : next;
    }

    /** How many streams are open. */
    int open() {
        return open.get();
    }

    @Override
    public void start() {
        stopped = false;
        running = true;
        publisher = Thread.ofPlatform().daemon().name("progress-streams").start(this::run);
    }

    /** Ends every stream; a client finds the next instance by itself. */
    @Override
    public void stop() {
        stopped = true;
        running = false;
        long deadline = System.nanoTime() + LONGEST_END.toNanos();
        while (open.get() > 0 && System.nanoTime() < deadline) {
            channels.values().forEach(Channel::close);
            LockSupport.parkNanos(this, Duration.ofMillis(20).toNanos());
        }
        LockSupport.unpark(publisher);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
