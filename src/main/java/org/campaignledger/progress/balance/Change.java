package org.campaignledger.progress.balance;

import java.util.List;

import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger event means for progress.
 *
 * @param campaign      the campaign whose progress it changes; absent if none's
 * @param postings      what it does to the figures
 * @param campaignEvent the event itself, where it is about the campaign as a whole
 */
public record Change(
        @Nullable String campaign, List<Posting> postings, @Nullable CampaignEvent campaignEvent) {

    /** No change. */
    public static final Change NONE = new Change(null, List.of(), null);

    /** What this event means. Whatever can fail about an event fails here, before anything was changed by it. */
    public static Change of(LedgerEvent event) {
        if (event instanceof CampaignEvent campaignEvent) {
            return new Change(campaignEvent.campaign(), List.of(), campaignEvent);
        }
        List<Posting> postings = event.postings();
        return postings.isEmpty() ? NONE : new Change(event.reference().campaign(), postings, null);
    }
}
