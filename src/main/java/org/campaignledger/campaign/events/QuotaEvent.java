package org.campaignledger.campaign.events;

import java.util.Optional;

import org.campaignledger.kernel.CorrectionMark;
import org.campaignledger.kernel.LedgerEvent;

/** What is to be reached is another from here on; an earlier position shows what was in force then (rule 22). */
public sealed interface QuotaEvent extends LedgerEvent permits TargetRevised, AllocationRevised, BoundsRevised {

    /** The campaign. */
    String campaign();

    /** The request by which it came about; four eyes have seen it. */
    CorrectionMark correction();

    /** That request. */
    @Override
    default Optional<CorrectionMark> corrects() {
        return Optional.of(correction());
    }
}
