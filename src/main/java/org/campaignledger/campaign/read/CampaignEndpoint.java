package org.campaignledger.campaign.read;

import java.util.List;

import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.web.door.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns, for everyone from their opening on. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignEndpoint {

    private final CampaignCatalog catalog;
    private final Freshness freshness;

    CampaignEndpoint(CampaignCatalog catalog, Freshness freshness) {
        this.catalog = catalog;
        this.freshness = freshness;
    }

    /** All campaigns in the order of their opening. */
    record CampaignList(List<CampaignView> items) {}

    @GetMapping
    ResponseEntity<CampaignList> all(@RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> new CampaignList(catalog.campaigns().stream()
                .map(catalog::campaign).map(CampaignView::of).toList()));
    }

    @GetMapping("/{campaign}")
    ResponseEntity<CampaignView> one(@PathVariable String campaign,
            @RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> CampaignView.of(catalog.campaign(campaign)));
    }

    @GetMapping("/{campaign}/units/{unit}/sub-units")
    ResponseEntity<List<CampaignView.SubUnitView>> subUnits(@PathVariable String campaign, @PathVariable String unit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> subUnitsOf(campaign, unit));
    }

    @GetMapping("/{campaign}/units/{unit}/sub-units/{code}")
    ResponseEntity<CampaignView.SubUnitView> subUnit(@PathVariable String campaign, @PathVariable String unit,
            @PathVariable String code, @RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> subUnitsOf(campaign, unit).stream()
                .filter(sub -> sub.code().equals(code)).findFirst().orElseThrow(Refused::notFound));
    }

    private List<CampaignView.SubUnitView> subUnitsOf(String campaign, String unit) {
        return CampaignView.of(catalog.campaign(campaign)).subUnits().stream()
                .filter(sub -> sub.unit().equals(unit)).toList();
    }
}
