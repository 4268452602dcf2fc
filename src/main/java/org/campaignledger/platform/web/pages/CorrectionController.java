package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.platform.web.refusal.RefusalCatalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One correction: who asked, why, what it does, and the decision; and the list of all its records. */
@Controller
class CorrectionController {

    private final DeskData desk;
    private final CorrectionSource source;
    private final RefusalCatalogue refusals = RefusalCatalogue.shipped();

    CorrectionController(DeskData desk, CorrectionSource source) {
        this.desk = desk;
        this.source = source;
    }

    /** The correction, with its effect as it would be decided on now. */
    @GetMapping("/corrections/{id}")
    String correction(@PathVariable String id, Locale locale, Model model) {
        Actor actor = PageDoor.reader();
        JsonNode correction = desk.tree(PageDoor.open(() -> source.one(id)));
        model.addAttribute("page", page(correction, actor, PagesConfiguration.language(locale)));
        return "correction";
    }

    /** All its records, for those about many. */
    @GetMapping("/corrections/{id}/records")
    String records(@PathVariable String id, Locale locale, Model model) {
        PageDoor.reader();
        JsonNode correction = desk.tree(PageDoor.open(() -> source.one(id)));
        List<String> ids = PageDoor.open(() -> source.records(id));
        String kind = correction.path("kind").asString("");
        model.addAttribute("page", new RecordsPage(RecordWords.text(correction, "campaign"), id, kind,
                RecordKind.of(kind).isPresent(), ids));
        return "correction-records";
    }

    /** The ids of all records of a correction; {@code linked} where each has a page in a register. */
    record RecordsPage(@Nullable String campaign, String id, String kind, boolean linked, List<String> ids) {}

    private CorrectionPage page(JsonNode correction, Actor actor, Language language) {
        String campaign = RecordWords.text(correction, "campaign");
        CampaignFace face = desk.find(campaign).orElse(null);
        RecordWords words = new RecordWords(face, language);
        CorrectionRow row = CorrectionRow.of(asListed(correction), words, desk.clock().now());
        boolean open = row.state().equals(CorrectionRow.UNDECIDED);
        boolean mine = row.maker().equals(actor.account());
        boolean mayDecide = correction.path("mayDecide").asBoolean(false);
        String obstacle = RecordWords.text(correction, "obstacle");
        return new CorrectionPage(campaign, row, words.time(correction.path("expiresAt").asString("")),
                EffectView.of(correction.path("effect"), words), open && correction.path("movedOn").asBoolean(false),
                obstacle == null ? null : refusals.message(language, obstacle, Map.of()),
                RecordKind.of(row.kind()).isPresent(), open ? null : decision(correction, words), mayDecide,
                open && mine, open && !mayDecide ? waits(mine, actor) : null, correction.path("reviewedVersion")
                        .asLong(0),
                desk.forScripts(face, language, Map.of("id", row.id(), "reviewedVersion",
                        correction.path("reviewedVersion").asLong(0))));
    }

    /** The list names two fields otherwise than the door does for one. */
    private static JsonNode asListed(JsonNode correction) {
        ObjectNode listed = correction.deepCopy().asObject();
        listed.set("recordedAt", correction.path("requestedAt"));
        listed.set("records", correction.path("count"));
        return listed;
    }

    private static CorrectionPage.Decision decision(JsonNode correction, RecordWords words) {
        long position = correction.path("decidedPosition").asLong(0);
        return new CorrectionPage.Decision(correction.path("state").asString(""),
                correction.path("decidedBy").asString(""), words.time(correction.path("decidedAt").asString("")),
                words.figures().exact(position), position, correction.path("decisionReason").asString(""));
    }

    private static String waits(boolean mine, Actor actor) {
        return mine
                ? actor.role() == Role.ADMIN ? "desk.waits.mineAdmin" : "desk.waits.mine"
                : actor.role() == Role.ADMIN ? "desk.waits.tied" : "desk.waits.other";
    }
}
