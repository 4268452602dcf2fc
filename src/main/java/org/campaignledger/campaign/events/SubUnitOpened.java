package org.campaignledger.campaign.events;

import org.campaignledger.kernel.Reference;

/**
 * A reporting unit has a further sub-unit, such as a city of a province; its figures roll up into the unit's.
 *
 * @param campaign the campaign
 * @param unit     code of the reporting unit
 * @param code     code of the sub-unit, unique among units and sub-units of the campaign
 * @param name     its name
 */
public record SubUnitOpened(String campaign, String unit, String code, String name) implements CampaignEvent {

    @Override
    public Reference reference() {
        return new Reference(campaign, unit, null, code, null);
    }
}
