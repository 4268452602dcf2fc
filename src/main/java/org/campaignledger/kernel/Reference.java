package org.campaignledger.kernel;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What a ledger event is about, in the terms by which the trail is searched and access is decided.
 *
 * @param campaign   the campaign, absent for accounts
 * @param unit       the unit or sub-unit, where it is of one
 * @param category   the category of works, where it is of one
 * @param recordId   the record (or phase, account …) that the event belongs to
 * @param occurredOn the business date, where there is one
 */
public record Reference(
        @Nullable String campaign, @Nullable String unit, @Nullable String category, String recordId,
        @Nullable LocalDate occurredOn) {

    /** Something about a campaign as a whole. */
    public static Reference ofCampaign(String campaign) {
        return new Reference(campaign, null, null, campaign, null);
    }

    /** A record of a unit. */
    public static Reference ofRecord(String campaign, String unit, String recordId, LocalDate occurredOn) {
        return new Reference(campaign, unit, null, recordId, occurredOn);
    }
}
