package org.campaignledger.platform.web.pages.admin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Where an ADMIN opens, closes and extends phases, opens sub-units and closes the campaign. */
@Controller
class PhasesController {

    private final AdminPages pages;

    PhasesController(AdminPages pages) {
        this.pages = pages;
    }

    /** A sub-unit, with the name of the unit that it is a part of. */
    record SubUnitRow(String code, String name, String unit) {}

    /** The desk itself leads to what changes most. */
    @GetMapping("/c/{campaign}/admin")
    String desk(@PathVariable String campaign) {
        PageDoor.of(Role.ADMIN);
        return "redirect:/c/" + pages.desk().campaign(campaign).id() + "/phases";
    }

    /** The phases, each with what can be done to it now. */
    @GetMapping("/c/{campaign}/phases")
    String phases(@PathVariable String campaign, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        JsonNode shown = pages.campaign(campaign);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        LocalDate today = face.dateOf(pages.desk().clock().now());
        List<PhaseRow> rows = new ArrayList<>();
        shown.path("phases").forEach(phase -> rows.add(PhaseRow.of(phase, today, language)));
        about(model, shown, face, language);
        model.addAttribute("today", today.toString());
        model.addAttribute("historical", shown.path("historical").asBoolean(false));
        model.addAttribute("phases", rows);
        return "admin/phases";
    }

    /** The second step before a campaign is closed: what it will mean. */
    @GetMapping("/c/{campaign}/close")
    String close(@PathVariable String campaign, Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        JsonNode shown = pages.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        CampaignFace face = pages.desk().campaign(campaign);
        about(model, shown, face, language);
        model.addAttribute("open", face.phases().stream().filter(CampaignFace.Phase::open)
                .map(phase -> phase.name().in(language)).toList());
        return "admin/close";
    }

    /**
     * The sub-units of all units, and a form for a further one.
     *
     * @param unit the unit of which it is to be; the form is shown once it is chosen
     */
    @GetMapping("/c/{campaign}/sub-units")
    String subUnits(@PathVariable String campaign, @RequestParam(required = false) @Nullable String unit,
            Locale locale, Model model) {
        PageDoor.of(Role.ADMIN);
        JsonNode shown = pages.campaign(campaign);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        List<SubUnitRow> rows = new ArrayList<>();
        shown.path("subUnits").forEach(sub -> rows.add(new SubUnitRow(sub.path("code").asString(""),
                sub.path("name").asString(""), name(face, sub.path("unit").asString(""), language))));
        about(model, shown, face, language);
        model.addAttribute("rows", rows);
        model.addAttribute("units", units(face, language));
        model.addAttribute("unit", face.unit(unit).map(CampaignFace.Unit::code).orElse(null));
        model.addAttribute("unitName", unit == null ? "" : name(face, unit, language));
        return "admin/sub-units";
    }

    private static void about(Model model, JsonNode shown, CampaignFace face, Language language) {
        model.addAttribute("campaign", face.id());
        model.addAttribute("title", face.title().in(language));
        model.addAttribute("closed", shown.path("state").asString("").equals("CLOSED"));
    }

    static List<Option> units(CampaignFace face, Language language) {
        return face.units().stream().map(unit -> new Option(unit.code(), unit.name().in(language))).toList();
    }

    private static String name(CampaignFace face, String code, Language language) {
        return face.unit(code).map(unit -> unit.name().in(language)).orElse(code);
    }
}
