package org.campaignledger.platform.messaging;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of messages, those of events among them: UUIDs of version 7 (RFC 9562), of the time, a counter of the process, and a
 * random number of the process. They are unique and no secrets. Axon makes several for every event and projection, which
 * is why none of them is drawn from the system's random numbers; and events whose ids follow one another keep the index
 * of event ids compact.
 *
 * <p>Found by Axon as a service.
 */
public final class MessageIds extends IdentifierFactory {

    private static final int LOW_COUNTER_BITS = 22;
    private static final int HIGH_COUNTER_BITS = 12;
    private static final long PROCESS = new SecureRandom().nextLong() << LOW_COUNTER_BITS;

    private final AtomicLong counter = new AtomicLong();

    /** Ids that differ from those of every other process. */
    public MessageIds() {}

    @Override
    public String generateIdentifier() {
        long number = counter.getAndIncrement();
        long high = System.currentTimeMillis() << 16 | 0x7000L
                | number >>> LOW_COUNTER_BITS & (1L << HIGH_COUNTER_BITS) - 1;
        long low = (PROCESS | number & (1L << LOW_COUNTER_BITS) - 1) & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
