package org.campaignledger.exchange.imports;

import java.time.Instant;
import org.campaignledger.exchange.sheet.SheetFile.Format;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/**
 * An import, as it was asked for and as far as it has come.
 *
 * @param id         its id
 * @param asked      what was asked for
 * @param state      where it stands
 * @param refusal    why the file is not taken; absent where it is
 * @param counts     rows so far
 * @param settledRow the last row of which, and of all before it, it is known what became of them
 * @param position   the last position that it wrote; 0 if none
 * @param rate       rows in a second, as measured last
 * @param startedAt  when it was sent
 * @param changedAt  when it was last heard of
 * @param endedAt    when it ended; absent while it runs
 * @param hasSheet   whether the sheet with its errors can be fetched
 * @param cancelled  whether somebody asked it to stop
 */
record ImportJob(
        String id, Asked asked, State state, @Nullable Problem refusal, Counts counts, long settledRow, long position,
        double rate, Instant startedAt, Instant changedAt, @Nullable Instant endedAt, boolean hasSheet,
        boolean cancelled) {

    /** Where an import stands (API, "Commands"). */
    enum State {
        /** It runs, or waits for its turn. */
        RUNNING,
        /** All rows have been dealt with. */
        DONE,
        /** The file is not taken; nothing was written. */
        REFUSED,
        /** Somebody stopped it; what was written before stays written. */
        CANCELLED
    }

    /**
     * What was asked for.
     *
     * @param home     which instance runs it, or has it in its queue
     * @param campaign into which campaign
     * @param kind     path name of the register
     * @param actor    on whose word
     * @param format   what the file is
     * @param digest   SHA-256 of its bytes, lower-case hex
     * @param dryRun   whether nothing is to be written
     * @param together whether all rows are to be written or none
     * @param language of the sheet with its errors
     */
    record Asked(
            String home, String campaign, String kind, Actor actor, Format format, String digest, boolean dryRun,
            boolean together, Language language) {}

    /**
     * Rows so far; blank ones are not counted.
     *
     * @param total   in the file; 0 before it was looked through
     * @param read    dealt with
     * @param written recorded, by this import or by an earlier one of the same file; in a dry run: that would be
     * @param again   of those, recorded by an earlier import of the same file
     * @param refused not recorded
     */
    record Counts(long total, long read, long written, long again, long refused) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** Whether there is no more to come. */
    boolean isOver() {
        return state != State.RUNNING;
    }

    /** Seconds until the end at the rate measured last; -1 if nobody can tell. */
    long etaSeconds() {
        if (isOver()) {
            return 0;
        }
        return rate <= 0 || counts.total() == 0
                ? -1
                : Math.ceilDiv(counts.total() - counts.read(), Math.max(1,
                        Math.round(rate)));
    }
}
