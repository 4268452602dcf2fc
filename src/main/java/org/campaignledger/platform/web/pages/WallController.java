package org.campaignledger.platform.web.pages;

import java.util.Locale;
import org.campaignledger.kernel.Actor;
import org.campaignledger.platform.web.door.PointInTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dashboard for a wall: always now, and the same for everybody. */
@Controller
class WallController {

    private final DeskData desk;
    private final DashboardPages pages;

    WallController(DeskData desk, DashboardPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    /** The wall of a campaign. */
    @GetMapping("/c/{campaign}/wall")
    String wall(@PathVariable String campaign, Locale locale, Model model) {
        model.addAttribute("page", pages.of(desk.campaign(campaign), new PointInTime(null, null), null,
                PagesConfiguration.language(locale), Actor.PUBLIC));
        return "wall";
    }
}
