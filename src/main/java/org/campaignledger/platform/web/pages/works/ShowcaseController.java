package org.campaignledger.platform.web.pages.works;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** The works that were awarded, and recommended ones where a category shows them; for everyone. */
@Controller
class ShowcaseController {

    private static final int ROWS = 48;

    private final WorkPages pages;
    private final Contract contract;

    ShowcaseController(WorkPages pages, Contract contract) {
        this.contract = contract;
        this.pages = pages;
    }

    /** A feed of the same works, told to browsers and readers in the head of the page. */
    record Feed(String type, String href) {}

    /**
     * All of them, or those of one category.
     *
     * @param after where the page before has ended, where no script lets the list grow
     */
    @GetMapping("/c/{campaign}/showcase")
    String showcase(@PathVariable String campaign, @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String after, Locale locale, Model model) {
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
        table(face, view, after, language, model);
        model.addAttribute("page", pages.page(face, view, language, data));
        return "works/showcase";
    }

    /** The works of a page, and the address of the next; a cursor that cannot be read begins anew. */
    private void table(CampaignFace face, @Nullable CategoryView category, @Nullable String after, Language language,
            Model model) {
        String path = "/api/v1/campaigns/" + face.id() + "/showcase?limit=" + ROWS + (category == null
                ? ""
                : "&category=" + category.id());
        ContractAnswer asked = contract.ask(after == null
                ? path
                : path + "&after=" + UriUtils.encode(after, StandardCharsets.UTF_8));
        JsonNode found = asked.isGranted() ? asked.body() : contract.get(path);
        model.addAttribute("works", found.path("items").valueStream().map(work -> ShownWork.of(work, face, language))
                .toList());
        model.addAttribute("next", found.hasNonNull("next") ? found.path("next").asString() : null);
    }
}
