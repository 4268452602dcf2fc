package org.campaignledger.campaign.events;

import java.time.LocalDate;
import java.util.List;

import org.campaignledger.kernel.Claim;

/**
 * A campaign is open to be worked in.
 *
 * @param campaign   its id
 * @param definition the whole definition, normalised
 * @param digest     SHA-256 over the definition's canonical JSON, lower-case hex
 * @param openedOn   the date in the campaign's time zone; after the window's end the campaign is a historical one, whose
 *                   phases do not open or close by themselves (rule 3)
 */
public record CampaignOpened(String campaign, Definition definition, String digest,
        LocalDate openedOn) implements CampaignEvent {

    /** An id is given once, for good. */
    @Override
    public List<Claim> claims() {
        return List.of(new Claim("campaign", campaign));
    }
}
