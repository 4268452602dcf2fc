package org.campaignledger.campaign.read;

import java.util.List;

import org.campaignledger.campaign.events.Definition;
import org.campaignledger.campaign.model.Campaign;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.CampaignSource;
import org.springframework.stereotype.Component;

/** The campaigns as the pages show them. */
@Component
class CampaignFacesFromCatalog implements CampaignSource {

    private final CampaignCatalog catalog;

    CampaignFacesFromCatalog(CampaignCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<CampaignFace> campaigns() {
        return catalog.campaigns().reversed().stream().map(id -> face(catalog.campaign(id))).toList();
    }

    private static CampaignFace face(Campaign campaign) {
        Definition definition = campaign.definition();
        Definition.Heading heading = definition.campaign();
        return new CampaignFace(campaign.id(), name(heading.title().zh(), heading.title().en()), heading.plan(),
                heading.notice(), heading.issuers(), heading.window().from(), heading.window().to(),
                heading.timeZone(), campaign.closed(),
                campaign.phases().values().stream()
                        .map(phase -> new CampaignFace.Phase(phase.defined().id(),
                                name(phase.defined().zh(), phase.defined().en()), phase.defined().from(),
                                phase.until(), phase.open()))
                        .toList(),
                definition.targets().stream()
                        .map(target -> new CampaignFace.Target(target.metric(), target.digit(),
                                name(target.zh(), target.en()), target.unit(),
                                Boolean.TRUE.equals(target.allocated())))
                        .toList(),
                definition.units().stream().map(unit -> unit(campaign, unit)).toList(),
                definition.categories().stream()
                        .map(category -> new CampaignFace.Category(category.id(), name(category.zh(), category.en()),
                                CategoryFaces.of(category)))
                        .toList(),
                definition.defaults().awardLevels(),
                definition.requirements().stream().map(asked -> new CampaignFace.Requirement(asked.id(), name(asked
                        .zh(), asked.en()), asked.askedOfHosts())).toList());
    }

    private static CampaignFace.Unit unit(Campaign campaign, Definition.Unit unit) {
        return new CampaignFace.Unit(unit.code(), name(unit.zh(), unit.en()), unit.kind(),
                campaign.subUnits().stream().filter(sub -> sub.unit().equals(unit.code()))
                        .map(sub -> new CampaignFace.SubUnit(sub.code(), sub.name())).toList());
    }

    private static CampaignFace.Name name(String zh, String en) {
        return new CampaignFace.Name(zh, en);
    }
}
