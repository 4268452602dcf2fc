package org.campaignledger.platform.web.pages.report;

import java.util.List;
import java.util.Locale;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Chooses kind, scope and moment of a summing-up; the forms themselves are the contract's. */
@Controller
class ReportController {

    private final DeskData desk;

    ReportController(DeskData desk) {
        this.desk = desk;
    }

    /** Something to choose. */
    record Choice(String value, String label) {}

    /**
     * The page.
     *
     * @param units      that a report can be narrowed to; empty for those who see national figures only
     * @param categories the same
     */
    record ReportPage(String campaign, String title, List<Choice> units, List<Choice> categories) {}

    /** The choices that the reader has. */
    @GetMapping("/c/{campaign}/report")
    String report(@PathVariable String campaign, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.JUDGE, Role.ADMIN, Role.AUDITOR);
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        boolean all = actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR;
        List<Choice> units = all || actor.role() == Role.REPORTER
                ? Units.of(face, actor, language).stream().map(unit -> new Choice(unit.code(), unit.name())).toList()
                : List.of();
        List<Choice> categories = face.categories().stream()
                .filter(category -> all || actor.role() == Role.HOST && category.id().equals(actor.scope()))
                .map(category -> new Choice(category.id(), new RecordWords(face, language).category(category.id())))
                .toList();
        model.addAttribute("page", new ReportPage(campaign, face.title().in(language), units, categories));
        return "report/choose";
    }
}
