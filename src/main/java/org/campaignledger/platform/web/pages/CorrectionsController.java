package org.campaignledger.platform.web.pages;

import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The desk on which corrections wait for whoever decides; for a reporter, what became of its own. */
@Controller
class CorrectionsController {

    private static final int ROWS = 50;
    private static final int MOST_UNDECIDED = 200;

    private final DeskData desk;
    private final CorrectionSource source;

    CorrectionsController(DeskData desk, CorrectionSource source) {
        this.desk = desk;
        this.source = source;
    }

    /** Of all campaigns, and of none. */
    @GetMapping("/corrections")
    String all(RecordFilter filter, Locale locale, Model model) {
        Actor actor = PageDoor.reader();
        if (actor.role() == Role.REPORTER) {
            throw new AccessDeniedException("a reporter has its own");
        }
        model.addAttribute("page", page(null, "/corrections", filter, PagesConfiguration.language(locale)));
        return "corrections";
    }

    /** Of one campaign. */
    @GetMapping("/c/{campaign}/corrections")
    String ofCampaign(@PathVariable String campaign, RecordFilter filter, Locale locale, Model model) {
        PageDoor.reader();
        model.addAttribute("page", page(desk.campaign(campaign), "/c/" + campaign + "/corrections", filter,
                PagesConfiguration.language(locale)));
        return "corrections";
    }

    private CorrectionsPage page(@Nullable CampaignFace face, String path, RecordFilter filter, Language language) {
        // What waits stands above the first page, and only where the filter does not ask for another state.
        boolean whole = filter.state() == null;
        Optional<RegisterPage> waiting = whole && filter.after() == null
                ? found(face, filter, CorrectionRow.UNDECIDED, MOST_UNDECIDED)
                : Optional.empty();
        Optional<RegisterPage> found = found(face, filter, filter.state(), ROWS);
        List<CorrectionRow> undecided = rows(waiting, language, Comparator.comparing(item -> item.path("expiresAt")
                .asString("")), true);
        List<CorrectionRow> others = rows(found, language, null, !whole);
        return new CorrectionsPage(face == null ? null : face.id(), path, filter, CorrectionsPage.STATES,
                CorrectionsPage.ACTIONS, CorrectionsPage.KINDS, undecided, others,
                filter.after() == null ? null : filter.href(path, null),
                found.map(RegisterPage::next).map(next -> filter.href(path, next)).orElse(null), found.isEmpty());
    }

    private List<CorrectionRow> rows(Optional<RegisterPage> page, Language language,
            @Nullable Comparator<JsonNode> order, boolean open) {
        List<JsonNode> items = page.map(RegisterPage::items).orElse(List.of()).stream()
                .map(item -> desk.tree(item))
                .filter(item -> open || !item.path("state").asString("").equals(CorrectionRow.UNDECIDED)).toList();
        return (order == null ? items.stream() : items.stream().sorted(order))
                .map(item -> CorrectionRow.of(item, words(item, language), desk.clock().now())).toList();
    }

    private RecordWords words(JsonNode item, Language language) {
        return new RecordWords(desk.find(item.path("campaign").asString("")).orElse(null), language);
    }

    /** Empty where the filter could not be read. */
    private Optional<RegisterPage> found(@Nullable CampaignFace face, RecordFilter filter, @Nullable String state,
            int limit) {
        try {
            Map<String, String> fields = filter.fields();
            return Optional.of(PageDoor.open(() -> source.page(face == null ? null : face.id(),
                    filter.parameters(state, limit), fields)));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.UNPROCESSABLE) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
