package org.campaignledger.platform.web.pages;

import java.util.Locale;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** All units of a campaign, ranked by what the address asks for. */
@Controller
class UnitsController {

    private final DeskData desk;
    private final DashboardPages pages;

    UnitsController(DeskData desk, DashboardPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** The units; a day or a position that cannot be shown is taken as now, and the page says which it is. */
    @GetMapping("/c/{campaign}/units")
    String units(@PathVariable String campaign, @RequestParam(required = false) @Nullable String metric,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String kind, MomentAsked moment, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("page", pages.units(face, moment, Ranking.Asked.of(face, metric, order, kind), language));
        return "units";
    }
}
