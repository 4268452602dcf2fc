package org.campaignledger.platform.web.door;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.campaignledger.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Few at a time may read the whole ledger, so that everyone else can go on; who comes meanwhile waits a while. */
@Component
public class LedgerReaders {

    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Duration patience;

    /** Turns for which one waits up to five seconds. */
    @Autowired
    public LedgerReaders() {
        this(PATIENCE);
    }

    LedgerReaders(Duration patience) {
        this.patience = patience;
    }

    /** Something that writes an answer. */
    @FunctionalInterface
    public interface Reading {

        /** Writes it. */
        void write() throws IOException;
    }

    /**
     * Reads, once there is a turn.
     *
     * @throws Refused 503 {@code busy} if there was none for as long as it was waited
     */
    public void read(Reading reading) throws IOException {
        if (!hasTurn()) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
        try {
            reading.write();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
