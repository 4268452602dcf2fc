package org.campaignledger.campaign.events;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A phase is open from here on.
 *
 * @param campaign the campaign
 * @param phase    the phase's id
 * @param on       the date in the campaign's time zone
 * @param reason   why, where an admin gave one
 */
public record PhaseOpened(String campaign, String phase, LocalDate on,
        @Nullable String reason) implements CampaignEvent {}
