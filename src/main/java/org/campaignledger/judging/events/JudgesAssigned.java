package org.campaignledger.judging.events;

import java.util.List;
import org.campaignledger.kernel.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Judges are to score an entry.
 *
 * @param entry    the entry
 * @param campaign the campaign
 * @param category the category
 * @param judges   who joins those that it has
 * @param draw     the draw by which they were found; absent where a host named them
 */
public record JudgesAssigned(
        String entry, String campaign, String category, List<Seat> judges,
        @Nullable String draw) implements JudgingEvent, PanelEvent {

    @Override
    public Reference reference() {
        return PanelEvent.reference(this);
    }
}
