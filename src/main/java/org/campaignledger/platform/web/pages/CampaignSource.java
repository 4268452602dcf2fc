package org.campaignledger.platform.web.pages;

import java.util.List;

/** Where the pages take campaigns from; implemented by the campaign slice. */
@FunctionalInterface
public interface CampaignSource {

    /** Every campaign opened so far, newest first; empty in an empty ledger. */
    List<CampaignFace> campaigns();
}
