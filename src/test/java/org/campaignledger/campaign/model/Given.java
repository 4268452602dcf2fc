package org.campaignledger.campaign.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.campaign.events.CampaignOpened;
import org.campaignledger.campaign.events.PhaseClosed;
import org.campaignledger.campaign.events.PhaseExtended;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.campaign.events.SubUnitOpened;
import org.campaignledger.testing.Campaigns;

/** A campaign by its events, told one after the other. */
public final class Given {

    private final List<CampaignEvent> events = new ArrayList<>();

    private Given() {}

    /** The definition of 2019, opened on this day. */
    public static Given openedOn(String day) {
        return new Given().and(new CampaignOpened("2019", Campaigns.of2019("2019").definition(), "digest",
                LocalDate.parse(day)));
    }

    /** And then this happened. */
    public Given and(CampaignEvent event) {
        events.add(event);
        return this;
    }

    /** And a phase was opened. */
    public Given phaseOpened(String phase, String on) {
        return and(new PhaseOpened("2019", phase, LocalDate.parse(on), null));
    }

    /** And a phase was closed. */
    public Given phaseClosed(String phase, String on) {
        return and(new PhaseClosed("2019", phase, LocalDate.parse(on), null));
    }

    /** And a phase ends later. */
    public Given phaseExtended(String phase, String until) {
        return and(new PhaseExtended("2019", phase, LocalDate.parse(until), null));
    }

    /** And a sub-unit was opened. */
    public Given subUnit(String unit, String code) {
        return and(new SubUnitOpened("2019", unit, code, "某市"));
    }

    /** What happened. */
    public List<CampaignEvent> events() {
        return List.copyOf(events);
    }

    /** What became of it. */
    public Campaign campaign() {
        Campaign campaign = null;
        for (CampaignEvent event : events) {
            campaign = Campaign.evolve(campaign, event);
        }
        return java.util.Objects.requireNonNull(campaign);
    }
}
