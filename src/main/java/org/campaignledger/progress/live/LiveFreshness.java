package org.campaignledger.progress.live;

import java.time.Duration;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Freshness of what is answered from memory: a client reads what it wrote (API, "Freshness"). */
@Component
public class LiveFreshness {

    private static final Duration COURTESY = Duration.ofMillis(250);

    private final LiveProgress live;
    private final LedgerStore store;

    /** Freshness of this live progress. */
    public LiveFreshness(LiveProgress live, LedgerStore store) {
        this.live = live;
        this.store = store;
    }

    /**
     * Waits until live progress is as far as the client has seen; for one that does not ask, until what was written
     * before is in, if that is a matter of moments.
     *
     * @throws Refused 503 {@code not-fresh-yet} if {@code waitFor} is not reached in time
     */
    public void await(@Nullable Long waitFor) {
        if (waitFor != null) {
            if (!live.await(waitFor, Freshness.LONGEST_WAIT)) {
                throw Freshness.notYet(waitFor);
            }
        } else {
            live.await(store.head(), COURTESY);
        }
    }
}
