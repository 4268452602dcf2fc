package org.campaignledger.platform.web.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerEntry;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.MetadataKeys;
import org.campaignledger.platform.records.RegisterParameters;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** One record with its whole life, and from there the request to correct it; or to correct many at once. */
@Controller
class RecordLifeController {

    private static final RegisterParameters NOW = new RegisterParameters(null, null, null, null, null, null, null,
            null, null, null, null);

    private final DeskData desk;
    private final LedgerStore store;
    private final EventCodec codec;

    RecordLifeController(DeskData desk, LedgerStore store, EventCodec codec) {
        this.desk = desk;
        this.store = store;
        this.codec = codec;
    }

    /** A record. {@code action} and {@code into} preset the form. */
    @GetMapping("/c/{campaign}/registers/{kind}/{id}")
    String record(@PathVariable String campaign, @PathVariable String kind, @PathVariable String id,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String into, Locale locale, Model model,
            HttpServletRequest request) {
        Actor actor = PageDoor.reader();
        CampaignFace face = desk.campaign(campaign);
        RecordKind known = RecordKind.of(kind).orElseThrow(PageDoor::notFound);
        JsonNode record = desk.tree(PageDoor.open(() -> desk.register(known).one(campaign, id, NOW).getBody()));
        Language language = PagesConfiguration.language(locale);
        boolean gone = List.of("REVERSED", "MERGED").contains(record.path("state").asString(""));
        AskForm ask = gone || face.closed() || actor.role() == Role.AUDITOR
                ? null
                : AskForm.of(face, known, id, record, action, into, actor, language);
        model.addAttribute("page", page(face, known, record, gone, ask, language, preview(request, face, language)));
        return "register-record";
    }

    /** The request about many records, which a script brings from where they were chosen. */
    @GetMapping("/c/{campaign}/registers/{kind}/correct")
    String many(@PathVariable String campaign, @PathVariable String kind, Locale locale, Model model) {
        Actor actor = PageDoor.reader();
        CampaignFace face = desk.campaign(campaign);
        RecordKind known = RecordKind.of(kind).orElseThrow(PageDoor::notFound);
        if (face.closed() || actor.role() == Role.AUDITOR) {
            throw PageDoor.notFound();
        }
        Language language = PagesConfiguration.language(locale);
        model.addAttribute("page", new CorrectManyPage(campaign, kind,
                AskForm.of(face, known, null, null, "REVERSE", null, actor, language),
                desk.forScripts(face, language, Map.of("kind", kind))));
        return "correct-many";
    }

    /** The page on which many records are corrected at once. */
    record CorrectManyPage(String campaign, String kind, AskForm ask, String scriptData) {

        /** Many are asked about with scripts only. */
        public @Nullable EffectView preview() {
            return null;
        }
    }

    private RecordLifePage page(CampaignFace face, RecordKind kind, JsonNode record, boolean gone,
            @Nullable AskForm ask, Language language, @Nullable EffectView preview) {
        RecordWords words = new RecordWords(face, language);
        String id = record.path("id").asString("");
        long position = record.path("position").asLong(0);
        return new RecordLifePage(face.id(), kind.path(), id, name(kind, record, words), position,
                words.figures().exact(position), record.path("state").asString(""), gone,
                RecordWords.text(record, "mergedInto"),
                StreamSupport.stream(record.path("mergedFrom").spliterator(), false).map(from -> from.asString(""))
                        .toList(),
                undecided(record), RecordLife.of(record, words, this::written), ask, preview,
                kind == RecordKind.PROPAGANDISTS,
                desk.forScripts(face, language, Map.of("kind", kind.path(), "id", id)));
    }

    /** The effect of what was typed, where a form without scripts has asked for it. */
    private static @Nullable EffectView preview(HttpServletRequest request, CampaignFace face, Language language) {
        return request.getAttribute(Typed.PREVIEW) instanceof JsonNode effect
                ? EffectView.of(effect, new RecordWords(face, language))
                : null;
    }

    private static String name(RecordKind kind, JsonNode record, RecordWords words) {
        String name = words.value(kind == RecordKind.EVENTS ? "title" : kind.columns().getFirst(),
                RecordWords.at(record, kind == RecordKind.EVENTS ? "title" : kind.columns().getFirst()));
        return name.equals(RecordWords.NONE) ? words.word("desk.one", kind.path()) : name;
    }

    private static @Nullable String undecided(JsonNode record) {
        for (JsonNode correction : record.path("corrections")) {
            if (correction.path("state").asString("").equals("REQUESTED")) {
                return correction.path("id").asString("");
            }
        }
        return null;
    }

    private RecordLife.Written written(long position) {
        return store.at(position).map(codec::decode).map(RecordLifeController::written)
                .orElse(RecordLife.Written.UNKNOWN);
    }

    private static RecordLife.Written written(LedgerEntry entry) {
        return new RecordLife.Written(entry.metadata().getOrDefault(MetadataKeys.ACCOUNT, ""), entry.recordedAt());
    }
}
