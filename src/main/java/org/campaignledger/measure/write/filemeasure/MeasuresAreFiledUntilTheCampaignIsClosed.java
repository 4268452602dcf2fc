package org.campaignledger.measure.write.filemeasure;

import org.campaignledger.kernel.Checks;
import org.campaignledger.platform.rules.CampaignRules;

/** Rule 2: measures are filed until the campaign is closed, whichever phases are open. */
final class MeasuresAreFiledUntilTheCampaignIsClosed {

    private MeasuresAreFiledUntilTheCampaignIsClosed() {}

    /** Adds {@code campaign-closed}. */
    static void check(CampaignRules rules, Checks checks) {
        checks.that(!rules.closed(), "", "campaign-closed");
    }
}
