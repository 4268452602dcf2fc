package org.campaignledger.exchange.imports;

import java.util.List;

/**
 * What became of a row.
 *
 * @param row      its number
 * @param fate     what became of it
 * @param position where it was written; 0 if it was not
 * @param problems why it was refused
 */
record RowOutcome(long row, Fate fate, long position, List<Problem> problems) {

    /** What can become of a row. */
    enum Fate {
        /** It was recorded, or would be. */
        WRITTEN,
        /** The same row of the same file was recorded before. */
        AGAIN,
        /** It was not. */
        REFUSED,
        /** Nothing as yet: all rows are to be written together, or none. */
        LOOKED_AT
    }

    static RowOutcome written(long row, long position) {
        return new RowOutcome(row, Fate.WRITTEN, position, List.of());
    }

    static RowOutcome again(long row, long position) {
        return new RowOutcome(row, Fate.AGAIN, position, List.of());
    }

    static RowOutcome refused(long row, List<Problem> problems) {
        return new RowOutcome(row, Fate.REFUSED, 0, problems);
    }

    /** The same of a row that waits for all others. */
    RowOutcome onlyLookedAt() {
        return fate == Fate.WRITTEN ? new RowOutcome(row, Fate.LOOKED_AT, 0, problems) : this;
    }
}
