package org.campaignledger.platform.correction;

import java.time.LocalDate;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.platform.rules.CampaignRules;
import org.jspecify.annotations.Nullable;

/**
 * What a decision on a correction depends on besides the record.
 *
 * @param mark  what the event will say of the correction
 * @param rules the campaign's rules; absent where there is no campaign
 * @param today in the campaign's zone
 */
public record Circumstances(CorrectionMark mark, @Nullable CampaignRules rules, LocalDate today) {

    /** The same for another record. */
    public Circumstances of(Standing standing) {
        return new Circumstances(new CorrectionMark(mark.correction(), standing.position(), mark.reasonCode(),
                mark.reason(), mark.requestedBy()), rules, today);
    }

    /** The campaign's rules, where there must be some. */
    public CampaignRules campaign() {
        if (rules == null) {
            throw new IllegalStateException("a record without a campaign");
        }
        return rules;
    }
}
