package org.campaignledger.campaign.events;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A phase is closed from here on; grace counts from the later of its end and this (rule 2).
 *
 * @param campaign the campaign
 * @param phase    the phase's id
 * @param on       the date in the campaign's time zone
 * @param reason   why, where an admin gave one
 */
public record PhaseClosed(String campaign, String phase, LocalDate on,
        @Nullable String reason) implements CampaignEvent {}
