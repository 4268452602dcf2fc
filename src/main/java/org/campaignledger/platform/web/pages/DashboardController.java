package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The public dashboard of a campaign, now or at a point in time, and what stands there while the ledger is empty. */
@Controller
class DashboardController {

    private final CampaignSource source;
    private final DashboardPages pages;
    private final LedgerClock clock;
    private final Contract contract;

    DashboardController(CampaignSource source, DashboardPages pages, LedgerClock clock, Contract contract) {
        this.contract = contract;
        this.source = source;
        this.pages = pages;
        this.clock = clock;
    }

    /** The campaign that runs today if there is one, else the newest. */
    @GetMapping("/")
    String home(MomentAsked asked, @RequestParam(required = false) @Nullable String unit, Locale locale,
            Model model) {
        List<CampaignFace> campaigns = source.campaigns();
        if (campaigns.isEmpty()) {
            model.addAttribute("mayOpen", CurrentActor.get().role() == Role.ADMIN);
            model.addAttribute("scriptData", pages.emptyData(PagesConfiguration.language(locale)));
            return "empty";
        }
        return show(CampaignFace.usual(campaigns, clock.now()).orElseThrow(), asked, unit, locale, model);
    }

    /** A campaign by its id. */
    @GetMapping(path = "/c/{campaign}", params = "!embed")
    String campaign(@PathVariable String campaign, MomentAsked asked,
            @RequestParam(required = false) @Nullable String unit, Locale locale, Model model,
            HttpServletResponse response) {
        Optional<CampaignFace> face = source.campaigns().stream().filter(each -> each.id().equals(campaign))
                .findFirst();
        if (face.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "error/404";
        }
        return show(face.get(), asked, unit, locale, model);
    }

    private String show(CampaignFace face, MomentAsked asked, @Nullable String unit, Locale locale, Model model) {
        Language language = PagesConfiguration.language(locale);
        DashboardPage page = pages.of(face, asked.moment(), unit, language, CurrentActor.get());
        model.addAttribute("page", page);
        model.addAttribute("ways", new Ways(face.id(), CurrentActor.get(), page.at()));
        model.addAttribute("sealed", SealedRoot.of(contract, language));
        return "dashboard";
    }
}
