package org.campaignledger.platform.web.pages.works;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.JudgeDirectory;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Where the host of a category has it judged; whoever runs or audits the ledger reads along. */
@Controller
class HostDeskController {

    private final WorkPages pages;
    private final JudgeDirectory judges;
    private final Contract contract;

    HostDeskController(WorkPages pages, JudgeDirectory judges, Contract contract) {
        this.pages = pages;
        this.judges = judges;
        this.contract = contract;
    }

    /**
     * A judge who can be drawn.
     *
     * @param name the account
     * @param unit the name of the judge's unit
     */
    record JudgeChoice(String name, String unit) {}

    /** The judging of one category, whatever stage it is in. */
    @GetMapping(path = "/c/{campaign}/categories/{category}/judging", params = "!plain")
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

    /**
     * The same without scripts: all of it in the page, each step a form of its own.
     *
     * @param after where a page of the ranking begins; empty for the first
     */
    @GetMapping(path = "/c/{campaign}/categories/{category}/judging", params = "plain")
    String plain(@PathVariable String campaign, @PathVariable String category,
            @RequestParam(defaultValue = "") String after, Locale locale, Model model) {
        desk(campaign, category, locale, model);
        CampaignFace face = pages.desk().campaign(campaign);
        String root = "/api/v1/campaigns/" + campaign;
        JsonNode judging = contract.fresh(root + "/categories/" + category + "/judging");
        JudgingSheet sheet = JudgingSheet.of(judging, PagesConfiguration.language(locale));
        model.addAttribute("sheet", sheet);
        model.addAttribute("ranking", sheet.stage().equals("CLOSED")
                ? RankingSheet.of(contract, root, category, after)
                : null);
        model.addAttribute("levels", face.awards());
        model.addAttribute("awards", PageDoor.of(Role.HOST, Role.ADMIN, Role.AUDITOR).role() != Role.AUDITOR);
        model.addAttribute("root", root + "/categories/" + category);
        return "works/judging-plain";
    }
}
