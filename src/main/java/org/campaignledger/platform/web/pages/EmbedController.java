package org.campaignledger.platform.web.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The dashboard inside another site's page: what PUBLIC may see, whoever looks, and nothing that could be pressed by
 * mistake. Which sites may frame it is configured ({@code ledger.embed.frame-ancestors}).
 */
@Controller
class EmbedController {

    /** What can be shown, in the page's own order. */
    private static final List<String> PARTS = List.of("cards", "season", "units", "ranking", "funnel");

    private final DeskData desk;
    private final DashboardPages pages;
    private final Contract contract;

    EmbedController(DeskData desk, DashboardPages pages, Contract contract) {
        this.desk = desk;
        this.pages = pages;
        this.contract = contract;
    }

    /**
     * The embedded dashboard.
     *
     * @param show   the parts to be shown, parted by commas; all of them where it names none that is known
     * @param moment a day or a position of the past
     */
    @GetMapping(path = "/c/{campaign}", params = "embed=1")
    String embed(@PathVariable String campaign, @RequestParam(required = false) @Nullable String show,
            MomentAsked moment, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        List<String> asked = show == null ? List.of() : Arrays.asList(show.split(","));
        List<String> parts = PARTS.stream().filter(asked::contains).toList();
        model.addAttribute("page", pages.of(face, moment.moment(), null, language, Actor.PUBLIC));
        model.addAttribute("parts", parts.isEmpty() ? PARTS : parts);
        model.addAttribute("sealed", SealedRoot.of(contract, language));
        return "embed";
    }
}
