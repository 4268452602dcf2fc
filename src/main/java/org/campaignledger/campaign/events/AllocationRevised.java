package org.campaignledger.campaign.events;

import java.util.List;

import org.campaignledger.kernel.CorrectionMark;

/**
 * The allocated metric is divided otherwise over the reporting units; the sum stays (rule 1).
 *
 * @param campaign   the campaign
 * @param changes    what changes, two units at least
 * @param correction the request
 */
public record AllocationRevised(
        String campaign, List<AllocationChange> changes,
        CorrectionMark correction) implements CampaignEvent, QuotaEvent {}
