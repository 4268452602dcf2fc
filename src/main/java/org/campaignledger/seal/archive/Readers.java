package org.campaignledger.seal.archive;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.campaignledger.kernel.Refused;
import org.springframework.stereotype.Component;

/** Few at a time may read the whole ledger, so that everyone else can go on. */
@Component
class Readers {

    private static final int AT_ONCE = 4;

    private final Semaphore turns = new Semaphore(AT_ONCE);

    /** Something that writes an answer. */
    @FunctionalInterface
    interface Reading {

        /** Writes it. */
        void write() throws IOException;
    }

    /**
     * Reads, if there is a turn.
     *
     * @throws Refused 503 {@code busy} if there is none
     */
    void read(Reading reading) throws IOException {
        if (!turns.tryAcquire()) {
            throw Refused.of(Refused.Kind.UNAVAILABLE, "busy");
        }
        try {
            reading.write();
        } finally {
            turns.release();
        }
    }
}
