package org.campaignledger.correction.write;

import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Violation;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/** Rule 2: corrections until the campaign is closed, whichever phases are open. */
final class CorrectionsEndWithTheCampaign {

    private CorrectionsEndWithTheCampaign() {}

    /**
     * Passes for a campaign that is not closed, and where there is none.
     *
     * @throws Refused 422 {@code campaign-closed}
     */
    static void check(@Nullable CampaignRules rules) {
        if (rules != null && rules.closed()) {
            throw Refused.because(Violation.of("", "campaign-closed"));
        }
    }
}
