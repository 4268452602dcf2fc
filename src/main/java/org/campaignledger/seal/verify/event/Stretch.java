package org.campaignledger.seal.verify.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.campaignledger.seal.verify.figure.Fold;
import org.campaignledger.seal.verify.figure.Postings;
import org.campaignledger.seal.verify.outcome.Fault;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.tree.Merkle;
import org.jspecify.annotations.Nullable;

/** What a stretch of events came to: what is to be held against other stretches, and up to where it was in order. */
final class Stretch {

    private final long first;
    private final long[] aggregates;
    private final long[] sequences;
    private final MessageDigest digest = Merkle.sha256();
    private int count;

    final Postings postings = new Postings();
    final Fold fold;
    final Attached attached = new Attached();
    long firstRecordedAt = Long.MIN_VALUE;
    long lastRecordedAt = Long.MIN_VALUE;
    /** What is wrong after the events that count, where that is known already. */
    @Nullable
    Wrong wrong;
    /** What is wrong with the published postings of the events that count. */
    @Nullable
    Wrong misposted;
    /** Whether what follows the events that count is to be looked into. */
    boolean suspect;
    /** What stands there. */
    byte @Nullable [] suspectEntry;

    /** A stretch of so many events from a position on; with postings one by one, where they are to be compared. */
    Stretch(long first, int length, boolean withPostings) {
        this.first = first;
        fold = withPostings ? new Fold(postings) : new Fold();
        aggregates = new long[2 * length];
        sequences = new long[length];
    }

    void take(StoredEvent event) {
        digest.update(event.aggregateType.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer key = ByteBuffer.wrap(digest.digest(event.aggregateId.getBytes(StandardCharsets.UTF_8)));
        aggregates[2 * count] = key.getLong();
        aggregates[2 * count + 1] = key.getLong();
        sequences[count] = event.sequence;
        if (count == 0) {
            firstRecordedAt = event.recordedAt;
        }
        lastRecordedAt = event.recordedAt;
        count++;
    }

    /** The first position that does not count. */
    long end() {
        return first + count;
    }

    int count() {
        return count;
    }

    /** Notes the sequences of its events in their order; answers the first gap. */
    @Nullable
    Wrong noteIn(SequenceBook book) {
        for (int i = 0; i < count; i++) {
            long expected = book.note(aggregates[2 * i], aggregates[2 * i + 1], sequences[i]);
            if (expected != sequences[i]) {
                return Wrong.at(first + i, Fault.CHANGED,
                        "its sequence is " + sequences[i] + ", but the next one of its aggregate is " + expected);
            }
        }
        return null;
    }
}
