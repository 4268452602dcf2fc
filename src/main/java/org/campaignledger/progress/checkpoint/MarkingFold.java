package org.campaignledger.progress.checkpoint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.progress.balance.Books;
import org.campaignledger.progress.balance.Change;
import org.campaignledger.progress.balance.Journal;

/**
 * The fold of the ledger's beginning up to a position, which notes what is to be kept on its way: at every multiple of
 * the interval, whatever batches it is fed in, so that every run of it keeps the same.
 */
final class MarkingFold {

    private final int interval;
    private final Instant generation;
    private final Books books;
    private final Set<String> changed = new HashSet<>();
    private List<Mark> marks = new ArrayList<>();
    private List<Checkpoint> checkpoints = new ArrayList<>();
    private List<KeptEvent> campaignEvents = new ArrayList<>();
    private final List<KeptEvent> sinceMark = new ArrayList<>();
    private Journal journal = new Journal();
    private long follows;
    private long position;

    MarkingFold(Standing from, int interval) {
        this.interval = interval;
        this.generation = from.generation();
        this.follows = from.position();
        this.position = from.position();
        this.books = new Books(from.balances());
    }

    /** What is to be written since the last time it was asked for. */
    record Kept(List<Mark> marks, List<Checkpoint> checkpoints, List<KeptEvent> campaignEvents) {}

    long position() {
        return position;
    }

    Instant generation() {
        return generation;
    }

    /** Takes in the next event. */
    void take(long next, Instant recordedAt, Change change) {
        if (next != position + 1) {
            throw new IllegalStateException("event " + next + " does not follow " + position);
        }
        position = next;
        String campaign = change.campaign();
        if (books.take(change) && campaign != null) {
            changed.add(campaign);
            journal.add(next, change);
        }
        CampaignEvent event = change.campaignEvent();
        if (event != null) {
            sinceMark.add(new KeptEvent(next, event));
        }
        if (next % interval == 0) {
            mark(recordedAt);
        }
    }

    private void mark(Instant recordedAt) {
        marks.add(new Mark(position, follows, recordedAt, journal.toBytes()));
        follows = position;
        journal = new Journal();
        changed.forEach(campaign -> checkpoints.add(
                new Checkpoint(campaign, position, books.of(campaign).toBytes())));
        changed.clear();
        campaignEvents.addAll(sinceMark);
        sinceMark.clear();
    }

    Kept drain() {
        Kept kept = new Kept(marks, checkpoints, campaignEvents);
        marks = new ArrayList<>();
        checkpoints = new ArrayList<>();
        campaignEvents = new ArrayList<>();
        return kept;
    }
}
