package org.campaignledger.platform.processing;

import java.util.List;
import java.util.Map;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Trying again what was set aside, in the order of its sequence, and giving up on it. */
@Component
public class DeadLetterOffice {

    private final DeadLetters letters;
    private final Processors processors;
    private final LedgerStore store;
    private final EventCodec codec;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    /** An office for the letters of all processors. */
    public DeadLetterOffice(DeadLetters letters, @Lazy Processors processors, LedgerStore store, EventCodec codec,
            PlatformTransactionManager transactions) {
        this.letters = letters;
        this.processors = processors;
        this.store = store;
        this.codec = codec;
        this.transaction = new TransactionTemplate(transactions);
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What a retry came to.
     *
     * @param takenIn   letters that the projection has taken in now
     * @param remaining letters of the sequence that are still aside
     */
    public record Retried(int takenIn, int remaining) {}

    /**
     * Tries a letter and all of its sequence in order; stops at the first that fails again.
     *
     * @throws Refused 404 if there is no such letter
     */
    public Retried retry(long id) {
        DeadLetters.DeadLetter letter = letters.find(id).orElseThrow(Refused::notFound);
        Projection projection = projectionOf(letter);
        return transaction.execute(status -> {
            List<DeadLetters.DeadLetter> sequence = letters.lockSequence(letter.projection(), letter.sequence());
            int takenIn = 0;
            for (DeadLetters.DeadLetter next : sequence) {
                if (!takeIn(projection, next)) {
                    break;
                }
                takenIn++;
            }
            return new Retried(takenIn, sequence.size() - takenIn);
        });
    }

    private boolean takeIn(Projection projection, DeadLetters.DeadLetter letter) {
        RecordedEvent recorded = store.at(letter.position()).orElseThrow();
        try {
            LedgerEntry entry = codec.decode(recorded);
            savepoint.executeWithoutResult(status -> projection.apply(List.of(entry), Tables.LIVE));
            letters.remove(letter.id());
            return true;
        } catch (RuntimeException again) {
            projection.forget(Tables.LIVE);
            letters.failedAgain(letter.id(), again.toString());
            return false;
        }
    }

    /** Gives up on one letter; what waits behind it can then be retried. Recording this is the caller's duty. */
    public DeadLetters.DeadLetter discard(long id) {
        DeadLetters.DeadLetter letter = letters.find(id).orElseThrow(Refused::notFound);
        letters.remove(id);
        return letter;
    }

    private Projection projectionOf(DeadLetters.DeadLetter letter) {
        Map<String, Projection> known = processors.projections();
        Projection projection = known.get(letter.projection());
        if (projection == null) {
            throw Refused.notFound();
        }
        return projection;
    }
}
