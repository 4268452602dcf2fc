package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.PointInTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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

    DashboardController(CampaignSource source, DashboardPages pages, LedgerClock clock) {
        this.source = source;
        this.pages = pages;
        this.clock = clock;
    }

    /** The campaign that runs today if there is one, else the newest. */
    @GetMapping("/")
    String home(@RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String unit, Locale locale, Model model) {
        List<CampaignFace> campaigns = source.campaigns();
        if (campaigns.isEmpty()) {
            model.addAttribute("mayOpen", CurrentActor.get().role() == Role.ADMIN);
            model.addAttribute("scriptData", pages.emptyData(PagesConfiguration.language(locale)));
            return "empty";
        }
        return show(CampaignFace.usual(campaigns, clock.now()).orElseThrow(), new PointInTime(position, on), unit,
                locale, model);
    }

    /** A campaign by its id. */
    @GetMapping(path = "/c/{campaign}", params = "!embed")
    String campaign(@PathVariable String campaign, @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String unit, Locale locale, Model model,
            HttpServletResponse response) {
        Optional<CampaignFace> face = source.campaigns().stream().filter(each -> each.id().equals(campaign))
                .findFirst();
        if (face.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "error/404";
        }
        return show(face.get(), new PointInTime(position, on), unit, locale, model);
    }

    private String show(CampaignFace face, PointInTime moment, @Nullable String unit, Locale locale, Model model) {
        model.addAttribute("page", pages.of(face, moment, unit,
                PagesConfiguration.language(locale), CurrentActor.get()));
        return "dashboard";
    }
}
