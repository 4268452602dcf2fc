package org.campaignledger.seal.verify.outcome;

import java.util.Locale;

/** How something can be wrong, in the words of the specification's last table. */
public enum Fault {

    /** What stands here is not what was sealed here. */
    CHANGED,
    /** What was sealed here is not there. */
    MISSING,
    /** What stands here was never sealed; what was sealed here comes one place later. */
    INSERTED,
    /** What was sealed here and elsewhere stand in each other's place. */
    REORDERED,
    /** No valid signature, or too few. */
    UNSIGNED,
    /** Older than what was seen before. */
    ROLLED_BACK,
    /** Inconsistent with what was seen before. */
    FORKED,
    /** The tiles do not lead to the root that was signed. */
    TREE,
    /** A published figure is not the fold of the events' postings. */
    FIGURE;

    /** The word, as printed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
