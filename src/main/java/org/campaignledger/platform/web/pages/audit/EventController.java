package org.campaignledger.platform.web.pages.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** One ledger event whole. */
@Controller
class EventController {

    private final DeskData desk;
    private final Contract contract;
    private final EventPages pages;

    EventController(DeskData desk, Contract contract, EventPages pages) {
        this.desk = desk;
        this.contract = contract;
        this.pages = pages;
    }

    /** An event. One of another campaign is shown there; one of none, such as of an account, wherever it is asked for. */
    @GetMapping("/c/{campaign}/trail/{position}")
    String event(@PathVariable String campaign, @PathVariable String position, Locale locale,
            HttpServletRequest request, Model model) {
        CampaignFace face = desk.campaign(campaign);
        if (!position.matches("\\d{1,18}")) {
            throw PageDoor.notFound();
        }
        JsonNode event = contract.get("/api/v1/trail/" + position);
        String own = event.path("campaign").asString(face.id());
        if (!own.equals(face.id())) {
            return "redirect:" + Addresses.of("/c/" + own + "/trail/" + position, Map.of());
        }
        model.addAttribute("page", pages.of(face, event, CurrentActor.get(), PagesConfiguration.language(locale),
                service(request)));
        return "audit/event";
    }

    /** The address of this service, as the reader reaches it. */
    static String service(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
