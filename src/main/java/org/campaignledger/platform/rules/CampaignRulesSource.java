package org.campaignledger.platform.rules;

import java.util.List;

import org.campaignledger.kernel.Refused;

/** Gives the rules of a campaign; implemented by the campaign slice. */
public interface CampaignRulesSource {

    /**
     * The rules as last known to this instance; whether they still hold is checked when the append is written.
     *
     * @throws Refused 404 if there is no such campaign
     */
    CampaignRules rules(String campaign);

    /** Forgets what is known of a campaign, so that the next question reads it afresh. */
    void forget(String campaign);

    /** Ids of the campaigns opened so far, in the order of their opening. */
    List<String> campaigns();
}
