package org.campaignledger.platform.web.pages.works;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a worker or a union without an account submits a work, and follows what becomes of it. */
@Controller
class SubmitController {

    private final WorkPages pages;

    SubmitController(WorkPages pages) {
        this.pages = pages;
    }

    /** The categories that take works here now, and for each other one where else to go. */
    @GetMapping("/c/{campaign}/submit")
    String choose(@PathVariable String campaign, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        List<CategoryView> all = face.categories().stream().map(each -> CategoryView.of(each, language)).toList();
        model.addAttribute("here", all.stream().filter(each -> each.face().selfService()).toList());
        model.addAttribute("elsewhere", all.stream().filter(each -> !each.face().selfService()).toList());
        model.addAttribute("page", pages.page(face, null, language, Map.of()));
        return "works/submit";
    }

    /** The form of one category; a category that is closed to the public has none. */
    @GetMapping("/c/{campaign}/submit/{category}")
    String form(@PathVariable String campaign, @PathVariable String category, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        CampaignFace.Category known = WorkPages.category(face, category);
        if (!known.rules().selfService()) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        CategoryView view = CategoryView.of(known, language);
        model.addAttribute("units", Units.of(face, CurrentActor.get(), language));
        model.addAttribute("page", pages.page(face, view, language,
                Map.of("rules", WorkPages.rules(List.of(view)), "category", category)));
        return "works/submit-form";
    }

    /** What became of the work of a receipt code, which comes in the address's fragment, or is typed. */
    @GetMapping("/c/{campaign}/receipt")
    String receipt(@PathVariable String campaign, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("page", pages.page(face, null, language, Map.of("names", Names.of(face, language))));
        return "works/receipt";
    }
}
