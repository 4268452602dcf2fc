package org.campaignledger.platform.web.pages.works;

import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What each category of works is, who runs it, where to submit, and how far it has come. */
@Controller
class CategoriesController {

    private final WorkPages pages;

    CategoriesController(WorkPages pages) {
        this.pages = pages;
    }

    /** All categories. */
    @GetMapping("/c/{campaign}/categories")
    String all(@PathVariable String campaign, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("categories", pages.withFigures(face, language));
        model.addAttribute("page", pages.page(face, null, language, Map.of()));
        return "works/categories";
    }

    /** One category. */
    @GetMapping("/c/{campaign}/categories/{category}")
    String one(@PathVariable String campaign, @PathVariable String category, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        WorkPages.category(face, category);
        Language language = PagesConfiguration.language(locale);
        CategoryView view = pages.withFigures(face, language).stream().filter(each -> each.id().equals(category))
                .findFirst().orElseThrow();
        Actor actor = CurrentActor.get();
        model.addAttribute("mayJudge", actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR
                || actor.role() == Role.HOST && category.equals(actor.scope()));
        model.addAttribute("page", pages.page(face, view, language, Map.of("category", category)));
        return "works/category";
    }
}
