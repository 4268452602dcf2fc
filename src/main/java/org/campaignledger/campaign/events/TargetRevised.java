package org.campaignledger.campaign.events;

import java.util.List;

import org.campaignledger.kernel.CorrectionMark;
import org.jspecify.annotations.Nullable;

/**
 * A metric has another target. Where it is allocated, its allocations change with it, so that they still add up
 * (rule 1).
 *
 * @param campaign   the campaign
 * @param metric     name of the metric
 * @param before     the target as it was; absent where there was none
 * @param after      the target from here on
 * @param changes    the allocations that change with it; empty for a metric that is not allocated
 * @param correction the request
 */
public record TargetRevised(
        String campaign, String metric, @Nullable Long before, long after, List<AllocationChange> changes,
        CorrectionMark correction) implements CampaignEvent, QuotaEvent {}
