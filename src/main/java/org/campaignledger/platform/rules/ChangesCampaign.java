package org.campaignledger.platform.rules;

/** A command that changes a campaign: what is known of its rules is read afresh after it. */
public interface ChangesCampaign {

    /** The campaign's id. */
    String campaign();
}
