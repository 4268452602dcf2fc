package org.campaignledger.platform.web.pages.works;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Where a worker or a union without an account submits a work, and follows what becomes of it. */
@Controller
class SubmitController {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final WorkPages pages;

    /** A submission that was taken: its receipt code, and its position as a reader reads it. */
    record Taken(String receipt, String position) {}

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

    /**
     * The form of one category; a category that is closed to the public has none.
     *
     * @param file digest of a file that has come in already, where no script sends it on the way
     */
    @GetMapping("/c/{campaign}/submit/{category}")
    String form(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(required = false) @Nullable String file, HttpServletRequest request, Locale locale,
            Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        CampaignFace.Category known = WorkPages.category(face, category);
        if (!known.rules().selfService()) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        CategoryView view = CategoryView.of(known, language);
        model.addAttribute("file", file != null && SHA256.matcher(file).matches() ? file : null);
        model.addAttribute("taken", request.getAttribute(Typed.ANSWER) instanceof JsonNode taken
                ? new Taken(taken.path("receipt").asString(""), Figures.in(language).exact(taken.path("position")
                        .asLong(0)))
                : null);
        model.addAttribute("units", Units.of(face, CurrentActor.get(), language));
        model.addAttribute("page", pages.page(face, view, language,
                Map.of("rules", WorkPages.rules(List.of(view)), "category", category)));
        return "works/submit-form";
    }

    /** What became of the work of a receipt code, which comes in the address's fragment, or is typed. */
    @GetMapping("/c/{campaign}/receipt")
    String receipt(@PathVariable String campaign, HttpServletRequest request, Locale locale, Model model) {
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("fate", request.getAttribute(Typed.ANSWER) instanceof JsonNode found
                ? Fate.of(found, face, language)
                : null);
        model.addAttribute("page", pages.page(face, null, language, Map.of("names", Names.of(face, language))));
        return "works/receipt";
    }
}
