package org.campaignledger.seal.verify.event;

import java.io.IOException;
import org.campaignledger.seal.verify.figure.Fold;
import org.campaignledger.seal.verify.outcome.Verdict;
import org.campaignledger.seal.verify.outcome.Wrong;
import org.campaignledger.seal.verify.source.Source;
import org.campaignledger.seal.verify.tree.TileTree;
import org.jspecify.annotations.Nullable;

/** Makes every entry again from its event, and holds it against the one that was sealed. */
public final class EventsCheck {

    private final Source source;
    private final TileTree tree;
    private final long size;
    private final Ticker ticker;
    private final StretchReader reader;
    private final SequenceBook sequences = new SequenceBook();
    private final Fold fold = new Fold();
    private final Attached attached = new Attached();
    private long lastRecordedAt = Long.MIN_VALUE;

    /**
     * A check.
     *
     * @param source of the events
     * @param tree   what was sealed, verified
     * @param size   how many were sealed
     * @param ticker told of each stretch
     * @param published where postings are published, to be held against the events'; absent where they are not
     */
    public EventsCheck(Source source, TileTree tree, long size, Ticker ticker, @Nullable PublishedPostings published) {
        this.source = source;
        this.tree = tree;
        this.size = size;
        this.ticker = ticker;
        this.reader = new StretchReader(source, published);
    }

    /**
     * Reads all events.
     *
     * @return the fold of their postings
     * @throws Wrong one of them is not what was sealed: the first
     */
    public Fold run() throws IOException, Verdict {
        ThreadLocal<Leaves> leaves = ThreadLocal.withInitial(() -> new Leaves(source, tree, size));
        long stretches = (size + Source.STRETCH - 1) / Source.STRETCH;
        InOrder.run(InOrder.workers(source), stretches, number -> {
            long first = number * Source.STRETCH + 1;
            return reader.read(first, Math.min(size, first + Source.STRETCH - 1), leaves.get());
        }, this::take);
        return fold;
    }

    /** What the events that were read name by digest. */
    public Attached attached() {
        return attached;
    }

    private void take(Stretch stretch) throws IOException, Verdict {
        if (stretch.count() > 0 && stretch.firstRecordedAt < lastRecordedAt) {
            throw StretchReader.earlier(stretch.end() - stretch.count());
        }
        @Nullable
        Wrong gap = stretch.noteIn(sequences);
        if (gap != null) {
            throw gap;
        }
        if (stretch.misposted != null) {
            throw stretch.misposted;
        }
        if (stretch.wrong != null) {
            throw stretch.wrong;
        }
        if (stretch.suspect) {
            throw new Diagnosis(new Leaves(source, tree, size), place -> reader.at(place, size))
                    .of(stretch.end(), stretch.suspectEntry);
        }
        lastRecordedAt = Math.max(lastRecordedAt, stretch.lastRecordedAt);
        fold.add(stretch.fold);
        attached.add(stretch.attached);
        ticker.tick("events", stretch.end() - 1, size);
    }
}
