package org.campaignledger.campaign.events;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A phase ends on another day than planned.
 *
 * @param campaign the campaign
 * @param phase    the phase's id
 * @param until    its new last day
 * @param reason   why, where an admin gave one
 */
public record PhaseExtended(String campaign, String phase, LocalDate until,
        @Nullable String reason) implements CampaignEvent {}
