package org.campaignledger.platform.web.pages.works;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where the host of a category has it judged; whoever runs or audits the ledger reads along. */
@Controller
class HostDeskController {

    private final WorkPages pages;
    private final JudgeDirectory judges;

    HostDeskController(WorkPages pages, JudgeDirectory judges) {
        this.pages = pages;
        this.judges = judges;
    }

    /**
     * A judge who can be drawn.
     *
     * @param name the account
     * @param unit the name of the judge's unit
     */
    record JudgeChoice(String name, String unit) {}

    /** The judging of one category, whatever stage it is in. */
    @GetMapping("/c/{campaign}/categories/{category}/judging")
    String desk(@PathVariable String campaign, @PathVariable String category, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignFace face = pages.desk().campaign(campaign);
        CampaignFace.Category known = WorkPages.category(face, category);
        if (actor.role() == Role.HOST && !category.equals(actor.scope())) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        boolean runs = actor.role() == Role.HOST;
        model.addAttribute("runs", runs);
        model.addAttribute("judges", judges.judges().stream().map(judge -> new JudgeChoice(judge.account(),
                ScopeName.of(face, judge.unit(), language).orElse(judge.unit()))).toList());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("category", category);
        data.put("runs", runs);
        data.put("mayAward", actor.role() != Role.AUDITOR);
        data.put("awards", face.awards());
        data.put("names", Names.of(face, language));
        model.addAttribute("page", pages.page(face, CategoryView.of(known, language), language, data));
        return "works/judging";
    }
}
