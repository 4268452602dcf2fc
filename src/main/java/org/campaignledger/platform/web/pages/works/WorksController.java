package org.campaignledger.platform.web.pages.works;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.ScopeName;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The works for those who are signed in: a reporter's own, a host's category, all for whoever runs or audits. */
@Controller
class WorksController {

    private static final int ROWS = 40;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Role[] READERS = {Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR};

    private final WorkPages pages;

    WorksController(WorkPages pages) {
        this.pages = pages;
    }

    /** The list, filtered by its address. */
    @GetMapping("/c/{campaign}/works")
    String list(@PathVariable String campaign, WorkFilter filter, Locale locale, Model model) {
        Actor actor = PageDoor.of(READERS);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        RegisterPage found = found(campaign, filter);
        String path = "/c/" + campaign + "/works";
        List<WorkList.Row> rows = found == null
                ? List.of()
                : found.items().stream().map(item -> row(pages.desk().tree(item), face, language)).toList();
        model.addAttribute("list", new WorkList(filter, actor.role() == Role.HOST
                ? List.of()
                : face.categories().stream().map(each -> CategoryView.of(each, language)).toList(),
                Units.of(face, actor, language), rows, filter.after() == null ? null : filter.href(path, null),
                found == null || found.next() == null ? null : filter.href(path, found.next()), found == null,
                maySubmit(actor) && WorkPages.collects(face)));
        model.addAttribute("page", pages.page(face, null, language, Map.of()));
        return "works/works";
    }

    /** Absent where the filter could not be read. */
    private @Nullable RegisterPage found(String campaign, WorkFilter filter) {
        try {
            return PageDoor.open(() -> Objects.requireNonNull(pages.desk().register("entries")
                    .page(campaign, filter.fields(), filter.parameters(ROWS)).getBody()));
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.UNPROCESSABLE) {
                return null;
            }
            throw refused;
        }
    }

    private static boolean maySubmit(Actor actor) {
        return actor.role() == Role.REPORTER || actor.role() == Role.HOST;
    }

    private static WorkList.Row row(JsonNode item, CampaignFace face, Language language) {
        WorkFacts facts = WorkFacts.of(item, face, language);
        String state = item.path("state").asString("");
        String unit = item.path("unit").asString("");
        return new WorkList.Row(facts.id(), facts.title(), facts.medium(),
                face.category(item.path("category").asString("")).map(each -> each.name().in(language)).orElse(""),
                ScopeName.of(face, unit, language).orElse(unit), state, item.path("occurredOn").asString(""),
                item.path("position").asLong(0), !List.of("SUBMITTED", "ACCEPTED", "RECOMMENDED").contains(state));
    }

    /**
     * The form by which a reporter or a host brings a work in.
     *
     * @param category preset
     * @param file     of a file that has come in already, where no script sends it on the way
     */
    @GetMapping("/c/{campaign}/works/new")
    String form(@PathVariable String campaign, @RequestParam(defaultValue = "") String category,
            @RequestParam(required = false) @Nullable String file, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST);
        CampaignFace face = pages.desk().campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        List<CategoryView> categories = face.categories().stream()
                .filter(each -> actor.role() == Role.REPORTER || each.id().equals(actor.scope()))
                .map(each -> CategoryView.of(each, language)).toList();
        model.addAttribute("categories", categories);
        model.addAttribute("category", categories.stream().map(CategoryView::id).filter(category::equals).findFirst()
                .orElse(""));
        model.addAttribute("file", file != null && SHA256.matcher(file).matches() ? file : null);
        model.addAttribute("units", Units.of(face, actor, language));
        model.addAttribute("host", actor.role() == Role.HOST);
        model.addAttribute("page", pages.page(face, null, language, Map.of("rules", WorkPages.rules(categories))));
        return "works/new";
    }
}
