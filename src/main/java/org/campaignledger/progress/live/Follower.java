package org.campaignledger.progress.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;

import org.campaignledger.platform.eventstore.AppendPlace;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.messaging.LedgerMessages;
import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.progress.checkpoint.LedgerFold;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps {@link LiveProgress} a moment behind the ledger: tails it on a thread of its own, which appends of this instance
 * wake and which looks for those of others. Whatever goes wrong, it opens the stream again, or makes everything anew
 * where the state may be wrong; it never gives up.
 */
@Component
class Follower implements SmartLifecycle {

    /** Before the web server, so that the first answer is right; and after it at the end, for answers under way. */
    static final int PHASE = DEFAULT_PHASE - 4096;

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 500;
    private static final int PATIENCE_MILLIS = 500;
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final LiveProgress live;
    private final LedgerFold ledger;
    private final LedgerTail events;
    private volatile boolean running;
    private boolean sound;
    private @Nullable Thread thread;

    Follower(LiveProgress live, LedgerFold ledger, LedgerTail events) {
        this.live = live;
        this.ledger = ledger;
        this.events = events;
    }

    @Override
    public void start() {
        running = true;
        try {
            live.load();
            sound = true;
        } catch (RuntimeException later) {
            LOG.warn("Progress is not there yet and will be made as soon as the ledger can be read", later);
        }
        thread = Thread.ofPlatform().daemon().name("progress-follower").start(this::run);
    }

    private void run() {
        long pauseMillis = FIRST_PAUSE_MILLIS;
        while (running) {
            try {
                if (!sound || live.isOutdated()) {
                    live.load();
                    sound = true;
                }
                follow();
                pauseMillis = FIRST_PAUSE_MILLIS;
            } catch (InterruptedException stopping) {
                LOG.debug("Woken from following the ledger");
            } catch (Throwable trouble) {
                tell(trouble, pauseMillis == FIRST_PAUSE_MILLIS);
                pause(pauseMillis);
                pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, pauseMillis * 2);
            }
        }
    }

    private void tell(Throwable trouble, boolean whole) {
        if (running) {
            LOG.warn("Following the ledger is begun again from {}: {}", live.position(), trouble.toString(),
                    whole ? trouble : null);
        }
    }

    /** Follows until what it has may not be right any more. */
    private void follow() throws InterruptedException {
        long check = System.nanoTime() + CHECK_INTERVAL.toNanos();
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(new GlobalSequenceTrackingToken(live
                .position()))) {
            while (running) {
                if (stream.hasNextAvailable(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    takeIn(available(stream));
                }
                if (System.nanoTime() - check > 0) {
                    if (live.isOutdated()) {
                        return;
                    }
                    check = System.nanoTime() + CHECK_INTERVAL.toNanos();
                }
            }
        }
    }

    /** What is there, up to the end of an append: nobody is shown half of what was written together. */
    private static List<LedgerEntry> available(BlockingStream<TrackedEventMessage<?>> stream)
            throws InterruptedException {
        List<LedgerEntry> batch = new ArrayList<>();
        boolean whole;
        do {
            LedgerEntry entry = LedgerMessages.entry(stream.nextAvailable());
            batch.add(entry);
            whole = AppendPlace.of(entry.metadata()).isLast();
        } while (!whole || batch.size() < BATCH && stream.hasNextAvailable());
        return batch;
    }

    private void takeIn(List<LedgerEntry> batch) {
        sound = false; // until the whole batch is in
        live.advance(state -> batch.forEach(entry -> state.take(entry.position(), entry.recordedAt(),
                ledger.meaning(entry.position(), entry::event))));
        sound = true;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            LOG.debug("Woken from a pause"); // only stop() interrupts, and the loop looks whether it runs on
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            following.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
