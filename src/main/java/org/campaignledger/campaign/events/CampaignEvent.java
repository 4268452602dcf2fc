package org.campaignledger.campaign.events;

import java.util.List;

import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Posting;
import org.campaignledger.kernel.Reference;

/** What happened to a campaign as a whole. None of it posts: targets are not figures. */
public sealed interface CampaignEvent extends LedgerEvent
        permits CampaignOpened, PhaseOpened, PhaseClosed, PhaseExtended, SubUnitOpened, CampaignClosed, TargetRevised,
        AllocationRevised, BoundsRevised {

    /** The campaign's id. */
    String campaign();

    @Override
    default List<Posting> postings() {
        return List.of();
    }

    @Override
    default Reference reference() {
        return Reference.ofCampaign(campaign());
    }
}
