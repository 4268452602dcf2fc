package org.campaignledger.platform.web.pages.works;

import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/**
 * Where a judge scores: what is assigned, and each entry as a judge may see it (rule 15). Nothing on these pages depends
 * on who submitted an entry, from where or when.
 */
@Controller
class JudgeDeskController {

    private static final RegisterParameters NOW = new RegisterParameters(null, null, null, null, null, null, null,
            null, null, null, null);

    private final WorkPages pages;
    private final Contract contract;

    JudgeDeskController(WorkPages pages, Contract contract) {
        this.pages = pages;
        this.contract = contract;
    }

    /** What waits. */
    @GetMapping("/c/{campaign}/judging")
    String desk(@PathVariable String campaign, Locale locale, Model model) {
        PageDoor.of(Role.JUDGE);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("mine", Assignments.of(contract, face, language));
        model.addAttribute("page", pages.page(face, null, language, Map.of("names", Names.of(face, language))));
        return "works/judge";
    }

    /** One entry, to be looked at and scored. */
    @GetMapping("/c/{campaign}/judging/{entry}")
    String entry(@PathVariable String campaign, @PathVariable String entry, Locale locale, Model model) {
        Actor judge = PageDoor.of(Role.JUDGE);
        CampaignFace face = pages.desk().campaign(campaign);
        JsonNode shown = pages.desk().tree(PageDoor.open(() -> pages.desk().register("entries")
                .one(campaign, entry, NOW).getBody()));
        Language language = PagesConfiguration.language(locale);
        CategoryView category = CategoryView.of(WorkPages.category(face, shown.path("category").asString("")),
                language);
        model.addAttribute("scoring", Scoring.of(contract, campaign, category.id(), entry, language));
        String next = Assignments.next(contract, campaign, entry);
        model.addAttribute("next", "/c/" + campaign + "/judging" + (next == null ? "" : "/" + next));
        model.addAttribute("work", WorkFacts.of(shown, face, language));
        model.addAttribute("page", pages.page(face, category, language,
                Map.of("entry", entry, "category", category.id(), "account", judge.account())));
        return "works/judge-entry";
    }
}
