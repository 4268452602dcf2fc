package org.campaignledger.platform.web.pages.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** Where an ADMIN asks for other targets, allocations and bounds, which another one decides on. */
@Controller
class QuotasController {

    private static final Set<String> KINDS = Set.of("targets", "allocations", "bounds");

    private final AdminPages pages;

    QuotasController(AdminPages pages) {
        this.pages = pages;
    }

    /** A request that nobody has decided on yet. */
    record Waiting(String id, String kind, String reason, String maker, String position) {}

    /** What is in force, what is asked for, and the forms. */
    @GetMapping("/c/{campaign}/quotas")
    String quotas(@PathVariable String campaign, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        JsonNode shown = pages.campaign(campaign);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("campaign", campaign);
        model.addAttribute("title", face.title().in(language));
        model.addAttribute("quotas", QuotaView.of(shown, face, AdminPages.typed(), language));
        model.addAttribute("waiting", waiting(campaign));
        return "admin/quotas";
    }

    private List<Waiting> waiting(String campaign) {
        List<Waiting> waiting = new ArrayList<>();
        for (JsonNode item : pages.fresh(AdminPages.API + "/campaigns/" + campaign
                + "/corrections?state=REQUESTED&limit=200").path("items")) {
            if (KINDS.contains(item.path("kind").asString(""))) {
                waiting.add(new Waiting(item.path("id").asString(""), item.path("kind").asString(""),
                        item.path("reason").asString(""), item.path("maker").asString(""),
                        Figures.digits(item.path("position").asLong(0))));
            }
        }
        return waiting;
    }
}
