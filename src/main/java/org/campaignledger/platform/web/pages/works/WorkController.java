package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.refusal.Language;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** One work: the file itself, all that is said of it, its life, what to look at twice, and what may be done. */
@Controller
class WorkController {

    private final WorkPages pages;
    private final Contract contract;

    WorkController(WorkPages pages, Contract contract) {
        this.pages = pages;
        this.contract = contract;
    }

    /**
     * What stands around the facts of a work.
     *
     * @param state         how far it has come
     * @param position      the number under which it was recorded
     * @param steps         its life, oldest first
     * @param alike         pictures of the category that look like it
     * @param noCaptureData whether it should be an original and carries nothing of what a camera writes
     * @param actions       what may be done
     * @param mayAmend      whether it can still be changed
     * @param mayCorrect    whether a correction can be asked for
     */
    record Around(String state, long position, List<WorkSteps.Step> steps, List<String> alike, boolean noCaptureData,
            List<WorkActions.Action> actions, boolean mayAmend, boolean mayCorrect, String theme) {}

    /** A work. */
    @GetMapping("/c/{campaign}/works/{id}")
    String work(@PathVariable String campaign, @PathVariable String id, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignFace face = pages.desk().campaign(campaign);
        JsonNode item = contract.fresh("/api/v1/campaigns/" + campaign + "/entries/" + id);
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("work", WorkFacts.of(item, face, language));
        model.addAttribute("around", around(item, face, actor.role()));
        model.addAttribute("page", pages.page(face, face.category(item.path("category").asString(""))
                .map(each -> CategoryView.of(each, language)).orElse(null), language, Map.of("entry", id)));
        return "works/work";
    }

    private static Around around(JsonNode item, CampaignFace face, Role role) {
        List<String> alike = new ArrayList<>();
        latest(item).path("alike").forEach(each -> alike.add(each.path("entry").asString("")));
        String state = item.path("state").asString("");
        return new Around(state, item.path("position").asLong(0), WorkSteps.of(item, face), alike,
                latest(item).path("noCaptureData").asBoolean(false), WorkActions.of(role, state, face),
                WorkActions.mayAmend(role, state, face), WorkActions.mayCorrect(role, state, face), item.path("theme")
                        .asString(""));
    }

    /** Warnings stand with the entry itself, or with its last version. */
    private static JsonNode latest(JsonNode item) {
        JsonNode versions = item.path("versions");
        return item.has("alike") || item.has("noCaptureData") || versions.isEmpty()
                ? item
                : versions.get(versions.size() - 1);
    }
}
