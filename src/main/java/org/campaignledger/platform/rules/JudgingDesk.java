package org.campaignledger.platform.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What others must know of judging; answered by the slice that judges. */
public interface JudgingDesk {

    /** Whether a category is being judged now: opened and not closed. */
    boolean isOpen(String campaign, String category);

    /** Whether an entry is assigned to this judge, who has not recused. */
    boolean isAssigned(String judge, String entry);

    /**
     * An award.
     *
     * @param level    one of the campaign's levels
     * @param on       the day on which it was granted
     * @param position of the event that granted it: its proof stands at {@code /log/proof/POSITION}
     */
    record Award(String level, LocalDate on, long position) {}

    /** The award of an entry that stands now. */
    Optional<Award> award(String campaign, String category, String entry);

    /**
     * Entries that are assigned to a judge, in an order that tells nothing of them (rule 15).
     *
     * @param after the last one of the page before; absent for the first page
     * @param limit so many at most
     */
    List<String> assigned(String judge, String campaign, @Nullable String after, int limit);
}
