package org.campaignledger.progress.checkpoint;

import org.campaignledger.campaign.events.CampaignEvent;

/**
 * An event about a campaign as a whole, kept beside the balances.
 *
 * @param position its place in the ledger
 * @param event    the event
 */
public record KeptEvent(long position, CampaignEvent event) {}
