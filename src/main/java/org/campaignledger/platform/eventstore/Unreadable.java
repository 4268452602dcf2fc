package org.campaignledger.platform.eventstore;

import java.util.List;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/**
 * Stands for a stored event that this release can't read: of a newer release's type or revision, or damaged. Whoever
 * follows the ledger is handed it in its place, so that one such event never stops what comes after it.
 *
 * @param type        the stored short name of its type
 * @param revision    the stored revision
 * @param aggregateId of the aggregate that it belongs to
 * @param position    its place in the ledger
 * @param why         what reading it failed with
 */
public record Unreadable(String type, int revision, String aggregateId, long position,
        String why) implements LedgerEvent {

    /**
     * Nobody knows what it posts.
     *
     * @throws IllegalStateException always
     */
    @Override
    public List<Posting> postings() {
        throw cause();
    }

    /** All that is known: the id of its aggregate. */
    @Override
    public Reference reference() {
        return new Reference(null, null, null, aggregateId, null);
    }

    /** What is to be told of it where it can't be taken in. */
    public IllegalStateException cause() {
        return new IllegalStateException("event " + position + " (" + type + " revision " + revision
                + ") can't be read by this release: " + why);
    }
}
