package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where a reporter records what its unit did. Anyone else is told in a sentence why there is nothing to fill in. */
@Controller
class RecordController {

    private final CampaignSource source;
    private final LedgerClock clock;
    private final JsonMapper json;

    RecordController(CampaignSource source, LedgerClock clock, JsonMapper json) {
        this.source = source;
        this.clock = clock;
        this.json = json;
    }

    /** The forms for one campaign: the one asked for, or the one that runs today, or the newest. */
    @GetMapping("/record")
    String forms(@RequestParam(required = false) @Nullable String campaign,
            @RequestParam(defaultValue = "events") String kind, Locale locale, Model model) {
        Actor actor = CurrentActor.get();
        String scope = actor.scope();
        if (actor.role() != Role.REPORTER || scope == null) {
            model.addAttribute("reason", actor.role() == Role.PUBLIC ? "record.signIn" : "record.notReporter");
            return "record";
        }
        Optional<CampaignFace> face = choose(campaign);
        if (face.isEmpty()) {
            model.addAttribute("reason", "record.noCampaign");
            return "record";
        }
        model.addAttribute("page", page(face.get(), scope, RecordPage.KINDS.contains(kind) ? kind : "events",
                PagesConfiguration.language(locale)));
        return "record";
    }

    private Optional<CampaignFace> choose(@Nullable String campaign) {
        List<CampaignFace> all = source.campaigns();
        return campaign == null
                ? CampaignFace.usual(all, clock.now())
                : all.stream().filter(face -> face.id().equals(campaign)).findFirst();
    }

    private RecordPage page(CampaignFace face, String scope, String kind, Language language) {
        LocalDate today = face.dateOf(clock.now());
        LocalDate last = today.isBefore(face.to()) ? today : face.to();
        LocalDate day = last.isBefore(face.from()) ? face.from() : last;
        boolean open = !face.closed() && face.phases().stream()
                .anyMatch(phase -> phase.open() && (phase.id().equals("MOBILISE") || phase.id().equals("RECOMMEND")));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("language", language.locale().getLanguage());
        data.put("campaign", face.id());
        data.put("kind", kind);
        data.put("from", face.from());
        data.put("to", day);
        data.put("texts", PageTexts.in(language).forScripts("record", "check", "problem"));
        return new RecordPage(face.id(), face.title().in(language), scope,
                ScopeName.of(face, scope, language).orElse(scope), choices(face, scope, language), face.from(), day,
                day, open, RecordPage.CHANNELS, kind, ScriptData.write(json, data));
    }

    private static List<RecordPage.Choice> choices(CampaignFace face, String scope, Language language) {
        List<RecordPage.Choice> choices = new ArrayList<>();
        choices.add(new RecordPage.Choice(scope, ScopeName.of(face, scope, language).orElse(scope)));
        face.unit(scope).ifPresent(unit -> unit.subUnits()
                .forEach(part -> choices.add(new RecordPage.Choice(part.code(), part.name()))));
        return choices;
    }
}
