package org.campaignledger.campaign.events;

/**
 * The campaign is closed: nothing more is recorded or corrected in it.
 *
 * @param campaign the campaign
 * @param reason   why
 */
public record CampaignClosed(String campaign, String reason) implements CampaignEvent {}
