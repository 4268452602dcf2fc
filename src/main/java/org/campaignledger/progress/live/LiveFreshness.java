package org.campaignledger.progress.live;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Freshness of what is answered from memory: a client reads what it wrote (API, "Freshness"). However many ask at once,
 * the store is asked one thing at a time; and while it can't answer, memory still does.
 */
@Component
public class LiveFreshness {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFreshness.class);
    private static final Duration COURTESY = Duration.ofMillis(250);

    private final LiveProgress live;
    private final LedgerStore store;
    private final LedgerTail tail;
    private final ReentrantLock asking = new ReentrantLock();
    private long askedNanos = System.nanoTime() - 1;
    private long head;

    /** Freshness of this live progress. */
    public LiveFreshness(LiveProgress live, LedgerStore store, LedgerTail tail) {
        this.live = live;
        this.store = store;
        this.tail = tail;
    }

    /**
     * Waits until live progress is as far as the client has seen; for one that does not ask, until what was written
     * before is in, if that is a matter of moments.
     *
     * @throws Refused 503 {@code not-fresh-yet} if {@code waitFor} is not reached in time
     */
    public void await(@Nullable Long waitFor) {
        if (waitFor == null) {
            reached(headOfNow(), COURTESY);
        } else {
            awaitOnly(waitFor);
        }
    }

    /**
     * Waits for a client that asks alone.
     *
     * @throws Refused 503 {@code not-fresh-yet} if {@code waitFor} is not reached in time
     */
    public void awaitOnly(@Nullable Long waitFor) {
        if (waitFor != null && !reached(waitFor, Freshness.LONGEST_WAIT)) {
            throw Freshness.notYet(waitFor);
        }
    }

    /**
     * Waits until everything that was written before is in.
     *
     * @throws Refused 503 {@code not-fresh-yet} if it is not in time
     */
    public void awaitAll() {
        awaitOnly(headOfNow());
    }

    private boolean reached(long position, Duration atMost) {
        if (live.position() < position) {
            tail.hurry();
        }
        return live.await(position, atMost);
    }

    /** The ledger's head as of now or later. Whoever was waiting when the store was asked shares its answer. */
    private long headOfNow() {
        long arrivedNanos = System.nanoTime();
        asking.lock();
        try {
            if (askedNanos - arrivedNanos < 0) {
                ask();
            }
            return head;
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        askedNanos = System.nanoTime();
        try {
            head = store.head();
        } catch (RuntimeException away) {
            LOG.debug("Answered from memory, the store being away", away);
        }
    }
}
