package org.campaignledger.platform.web.pages.works;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The works that were awarded, and recommended ones where a category shows them; for everyone. */
@Controller
class ShowcaseController {

    private final WorkPages pages;

    ShowcaseController(WorkPages pages) {
        this.pages = pages;
    }

    /** A feed of the same works, told to browsers and readers in the head of the page. */
    record Feed(String type, String href) {}

    /** All of them, or those of one category. */
    @GetMapping("/c/{campaign}/showcase")
    String showcase(@PathVariable String campaign, @RequestParam(required = false) @Nullable String category,
            Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        CategoryView view = category == null || category.isBlank()
                ? null
                : CategoryView.of(WorkPages.category(face, category), language);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("names", Names.of(face, language));
        data.put("category", view == null ? "" : view.id());
        String feed = "/c/" + face.id() + "/showcase.";
        model.addAttribute("feeds", List.of(new Feed("application/atom+xml", feed + "atom"),
                new Feed("application/feed+json", feed + "json")));
        model.addAttribute("categories", face.categories().stream().map(each -> CategoryView.of(each, language))
                .toList());
        model.addAttribute("page", pages.page(face, view, language, data));
        return "works/showcase";
    }
}
