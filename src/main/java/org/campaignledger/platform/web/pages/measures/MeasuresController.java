package org.campaignledger.platform.web.pages.measures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordPage;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The checklists of measures, and the form to file one. */
@Controller
class MeasuresController {

    private static final int PAGE = 500;

    private final Contract contract;
    private final DeskData desk;

    MeasuresController(Contract contract, DeskData desk) {
        this.contract = contract;
        this.desk = desk;
    }

    /** Something to choose. */
    record Choice(String value, String label) {}

    /**
     * The page of checklists.
     *
     * @param units      checklists of units
     * @param categories checklists of categories
     * @param unitRequirements     names of what is asked of units, for the overview's columns
     * @param categoryRequirements the same of categories
     * @param overview   whether many are shown side by side, or each with its measures
     * @param mayFile    whether the reader files measures here
     * @param one        code of the one that is looked at; absent where all are
     */
    record MeasuresPage(
            String campaign, String title, List<Checklist> units, List<Checklist> categories,
            List<String> unitRequirements, List<String> categoryRequirements, boolean overview, boolean mayFile,
            boolean closed, String moment, @Nullable String one) {}

    /** Who has filed what. */
    @GetMapping("/c/{campaign}/measures")
    String measures(@PathVariable String campaign, @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String category, HttpServletRequest request, Locale locale,
            Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        RecordWords words = new RecordWords(face, language);
        List<JsonNode> rows = new ArrayList<>();
        long position = read(campaign, request.getParameter("told"), rows);
        Checklists all = new Checklists(face, words, rows);
        List<Checklist> units = category == null || category.isEmpty() ? all.units(actor) : List.of();
        List<Checklist> categories = unit == null || unit.isEmpty() ? all.categories(actor) : List.of();
        String one = unit != null && !unit.isEmpty() ? unit : category != null && !category.isEmpty() ? category : null;
        if (one != null) {
            units = units.stream().filter(list -> list.code().equals(one)).toList();
            categories = categories.stream().filter(list -> list.code().equals(one)).toList();
            if (units.isEmpty() && categories.isEmpty()) {
                throw PageDoor.notFound();
            }
        }
        model.addAttribute("page", new MeasuresPage(campaign, face.title().in(language), units, categories,
                names(face, false, language), names(face, true, language), units.size() + categories.size() > 1,
                actor.role() == Role.REPORTER || actor.role() == Role.HOST, face.closed(), words.figures().exact(
                        position),
                one));
        model.addAttribute("allUnits", all.units(actor).stream().map(list -> new Choice(list.code(), list.name()))
                .toList());
        model.addAttribute("allCategories", all.categories(actor).stream().map(list -> new Choice(list.code(), list
                .name())).toList());
        return "measures/measures";
    }

    private static List<String> names(CampaignFace face, boolean ofCategory, Language language) {
        return face.requirements().stream().filter(asked -> asked.ofCategory() == ofCategory).map(asked -> asked.name()
                .in(language)).toList();
    }

    /** Every measure that the reader may see, page by page, as of one position; answers it. */
    private long read(String campaign, @Nullable String told, List<JsonNode> rows) {
        String path = "/api/v1/campaigns/" + campaign + "/measures?limit=" + PAGE;
        if (told != null && told.matches("\\d{1,18}")) {
            ContractAnswer fresh = contract.ask(path + "&waitFor=" + told);
            path = fresh.isGranted() ? path + "&waitFor=" + told : path;
        }
        contract.get(path);
        ContractAnswer page = contract.ask(path);
        long position = page.position() == null ? 0 : page.position();
        page.body().path("items").forEach(rows::add);
        while (page.body().has("next")) {
            page = contract.ask(path + "&position=" + position + "&after=" + page.body().path("next").asString());
            page.body().path("items").forEach(rows::add);
        }
        return position;
    }

    /**
     * The form.
     *
     * @param units      to choose from; empty for a host
     * @param category   the host's; absent for a reporter
     * @param categoryName its name
     */
    record FormPage(
            String campaign, String title, List<Choice> units, @Nullable String category, String categoryName,
            List<Choice> requirements, @Nullable String requirement, @Nullable String unit, boolean closed,
            String scriptData) {}

    /** A measure is filed. {@code requirement} and {@code unit} preset the form. */
    @GetMapping("/c/{campaign}/measures/new")
    String form(@PathVariable String campaign, @RequestParam(required = false) @Nullable String requirement,
            @RequestParam(required = false) @Nullable String unit, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST);
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        boolean host = actor.role() == Role.HOST;
        String category = host ? actor.scope() : null;
        List<RecordPage.Choice> own = host ? List.of() : Units.of(face, actor, language);
        model.addAttribute("page", new FormPage(campaign, face.title().in(language),
                own.stream().map(choice -> new Choice(choice.code(), choice.name())).toList(), category,
                category == null ? "" : new RecordWords(face, language).category(category),
                face.requirements().stream().filter(asked -> asked.ofCategory() == host)
                        .map(asked -> new Choice(asked.id(), asked.name().in(language))).toList(),
                requirement, unit != null ? unit : own.isEmpty() ? null : own.getFirst().code(), face.closed(),
                desk.forScripts(face, language, Map.of(), "measure", "problem")));
        return "measures/new";
    }
}
