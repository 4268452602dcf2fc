package org.campaignledger.platform.web.pages;

import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.records.RegisterPage;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;

/** The registers of records, page by page, filtered by the address. */
@Controller
class RegisterController {

    private static final int ROWS = 50;

    private final DeskData desk;

    RegisterController(DeskData desk) {
        this.desk = desk;
    }

    /** One register. */
    @GetMapping("/c/{campaign}/registers/{kind}")
    String register(@PathVariable String campaign, @PathVariable String kind, RecordFilter filter, Locale locale,
            Model model) {
        Actor actor = PageDoor.reader();
        CampaignFace face = desk.campaign(campaign);
        RecordKind known = RecordKind.of(kind).orElseThrow(PageDoor::notFound);
        if (known == RecordKind.ENTRIES) {
            return "redirect:/c/" + face.id() + "/works";
        }
        model.addAttribute("page", page(face, known, filter.ofRecords(), actor, PagesConfiguration.language(locale)));
        return "register";
    }

    private RegisterView page(CampaignFace face, RecordKind kind, RecordFilter filter, Actor actor,
            Language language) {
        RecordWords words = new RecordWords(face, language);
        RegisterPage found = found(face, kind, filter);
        String path = "/c/" + face.id() + "/registers/" + kind.path();
        List<RegisterView.Row> rows = found == null
                ? List.of()
                : found.items().stream().map(item -> row(kind, desk.tree(item), words)).toList();
        boolean mayAsk = actor.role() != Role.AUDITOR && !face.closed();
        return new RegisterView(face.id(), face.title().in(language), kind.path(), Units.of(face, actor, language),
                filter, RegisterView.STATES,
                kind.columns().stream().map(column -> new RegisterView.Column(words.label(column),
                        RecordKind.isNumber(column))).toList(),
                rows, filter.after() == null ? null : filter.href(path, null),
                found == null || found.next() == null ? null : filter.href(path, found.next()), found == null,
                mayAsk, desk.forScripts(face, language, Map.of("kind", kind.path())));
    }

    /** Absent where the filter could not be read. */
    private @Nullable RegisterPage found(CampaignFace face, RecordKind kind, RecordFilter filter) {
        try {
            return PageDoor.open(() -> Objects.requireNonNull(desk.register(kind)
                    .page(face.id(), filter.parameters(filter.state(), ROWS)).getBody()));
        } catch (DateTimeParseException noSuchDay) {
            return null;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.UNPROCESSABLE) {
                return null;
            }
            throw refused;
        }
    }

    private static RegisterView.Row row(RecordKind kind, JsonNode item, RecordWords words) {
        String state = item.path("state").asString("");
        return new RegisterView.Row(item.path("id").asString(""), words.figures().exact(item.path("position").asLong(
                0)), day(item), words.unit(item.path("unit").asString("")),
                kind.columns().stream().map(column -> cell(column, item, words)).toList(), state,
                state.equals("REVERSED") || state.equals("MERGED"));
    }

    private static RegisterView.Cell cell(String column, JsonNode item, RecordWords words) {
        JsonNode value = RecordWords.at(item, column);
        boolean erased = column.startsWith("person.") && item.path("erased").asBoolean(false);
        // A visit has an enterprise where an event has a place.
        JsonNode shown = column.equals("place") && value.isMissingNode() ? item.path("enterprise") : value;
        return new RegisterView.Cell(erased ? words.texts().get("desk.erased") : words.value(column, shown),
                RecordKind.isNumber(column));
    }

    private static String day(JsonNode item) {
        String to = item.path("occurredOn").asString("");
        String from = item.path("from").asString(to);
        return from.equals(to) ? to : from + " – " + to;
    }
}
