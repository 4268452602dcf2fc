package org.campaignledger.campaign.events;

import org.campaignledger.kernel.CorrectionMark;

/**
 * A single record may hold other figures at most (rule 9). What was recorded before stands.
 *
 * @param campaign   the campaign
 * @param before     the bounds as they were
 * @param after      the bounds from here on
 * @param correction the request
 */
public record BoundsRevised(
        String campaign, Definition.Plausible before, Definition.Plausible after,
        CorrectionMark correction) implements CampaignEvent, QuotaEvent {}
