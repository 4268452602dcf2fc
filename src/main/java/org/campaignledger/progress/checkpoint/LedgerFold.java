package org.campaignledger.progress.checkpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.function.Supplier;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.ToldOnce;
import org.campaignledger.progress.balance.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads the ledger for what it means for progress. An event from which nothing can be derived is left out here just as
 * the projection sets it aside, so that one bad event never stops the dashboard; it is logged and counted.
 */
@Component
public class LedgerFold {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerFold.class);

    private final LedgerStore store;
    private final EventCodec codec;
    private final Counter leftOut;
    private final ToldOnce told = new ToldOnce();

    /** A fold over this ledger. */
    public LedgerFold(LedgerStore store, EventCodec codec, MeterRegistry registry) {
        this.store = store;
        this.codec = codec;
        this.leftOut = Counter.builder("ledger.progress.left.out")
                .description("Times that an event was passed over because no postings could be derived from it")
                .register(registry);
    }

    /** Takes what an event means, in order of position, for every position. */
    @FunctionalInterface
    public interface Taker {

        /** An event's place, its instant of commit, and what it changes. */
        void take(long position, Instant recordedAt, Change change);
    }

    /** Hands over what every event with {@code after < position <= to} means. */
    public void read(long after, long to, Taker taker) {
        if (after < to) {
            store.stream(after, to, recorded -> taker.take(recorded.position(), recorded.recordedAt(),
                    meaning(recorded.position(), () -> codec.decodePayload(recorded.type(), recorded.revision(),
                            recorded.payload()))));
        }
    }

    /** Told once, however often the ledger is read. */
    private void tell(long position, RuntimeException unreadable) {
        if (told.first(position)) {
            LOG.error("Event {} is left out of progress", position, unreadable);
        }
    }

    /** What an event means; nothing, if that can't be told. */
    public Change meaning(long position, Supplier<LedgerEvent> event) {
        try {
            return Change.of(event.get());
        } catch (RuntimeException unreadable) {
            tell(position, unreadable);
            leftOut.increment();
            return Change.NONE;
        }
    }
}
