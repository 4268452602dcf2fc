package org.campaignledger.platform.web.pages.admin;

import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** Where an ADMIN asks for the judging of a category to be opened again; another one decides. */
@Controller
class ReversalController {

    private static final List<String> REASONS = List.of("wrong-figure", "eligibility", "evidence-withdrawn",
            "duplicate", "other");

    private final AdminPages pages;

    ReversalController(AdminPages pages) {
        this.pages = pages;
    }

    /** What the reversal of the closing would do, and the form that asks for it. */
    @GetMapping("/c/{campaign}/categories/{category}/judging/reversal")
    String ask(@PathVariable String campaign, @PathVariable String category, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        CampaignFace.Category known = pages.desk().campaign(campaign).category(category)
                .orElseThrow(PageDoor::notFound);
        JsonNode ranking = pages.contract().get(AdminPages.API + "/campaigns/" + campaign + "/categories/" + category
                + "/judging").path("ranking");
        model.addAttribute("campaign", campaign);
        model.addAttribute("category", category);
        model.addAttribute("categoryName", known.name().in(PagesConfiguration.language(locale)));
        model.addAttribute("closing", ranking.isObject() ? campaign + "/" + category : null);
        model.addAttribute("ranked", ranking.path("ranked").asLong(0));
        model.addAttribute("awards", ranking.path("awards").asLong(0));
        model.addAttribute("reasons", REASONS);
        return "admin/reversal";
    }
}
