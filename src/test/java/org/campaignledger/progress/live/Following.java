package org.campaignledger.progress.live;

import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.progress.TestLedger;

/** Live progress that follows a test's ledger, as an instance just started has it. */
public final class Following implements AutoCloseable {

    /** The balances of now. */
    public final LiveProgress live;

    private final Follower follower;

    /** Loads and follows. */
    public Following(TestLedger ledger) {
        this(ledger, ledger.tail);
    }

    Following(TestLedger ledger, LedgerTail tail) {
        live = new LiveProgress(ledger.checkpoints(), ledger.fold(), ledger.store, ledger.registry);
        follower = new Follower(live, ledger.fold(), tail);
        follower.start();
    }

    @Override
    public void close() {
        follower.stop();
    }
}
