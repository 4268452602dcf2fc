package org.campaignledger.platform.web.pages.audit;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordPage;
import org.campaignledger.platform.web.pages.Units;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The trail of a campaign, filtered by its address. */
@Controller
class TrailController {

    private static final String ROWS = "50";

    private final DeskData desk;
    private final Contract contract;
    private final EventCodec codec;

    TrailController(DeskData desk, Contract contract, EventCodec codec) {
        this.desk = desk;
        this.contract = contract;
        this.codec = codec;
    }

    /** A page of events, newest first. Who sees which is the contract's to say. */
    @GetMapping("/c/{campaign}/trail")
    String trail(@PathVariable String campaign, TrailFilter filter, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        String api = "/api/v1/campaigns/" + face.id() + "/trail";
        Map<String, String> asked = filter.asked(ZoneId.of(face.timeZone()));
        Map<String, String> paged = new LinkedHashMap<>(asked);
        paged.putAll(Addresses.given("limit", ROWS, "after", filter.after()));
        ContractAnswer answer = Refusals.readable(contract.ask(Addresses.of(api, paged)));
        model.addAttribute("page", page(face, filter, answer, api, asked, PagesConfiguration.language(locale)));
        return "audit/trail";
    }

    private TrailPage page(CampaignFace face, TrailFilter filter, ContractAnswer answer, String api,
            Map<String, String> asked, Language language) {
        Actor actor = CurrentActor.get();
        String path = "/c/" + face.id() + "/trail";
        String next = answer.body().path("next").asString("");
        return new TrailPage(face.id(), filter, types(new Sentences(face, language), filter.type()),
                actor.role() == Role.HOST ? List.of() : Units.of(face, actor, language),
                actor.role() == Role.HOST
                        ? List.of()
                        : face.categories().stream()
                                .map(each -> new RecordPage.Choice(each.id(), each.name().in(language))).toList(),
                EventRow.all(answer.body().path("items"), new Sentences(face, language)),
                filter.after() == null ? null : Addresses.of(path, filter.typed()),
                next.isEmpty() ? null : Addresses.with(path, filter.typed(), "after", next),
                Addresses.with(api, asked, "format", "csv"), Addresses.with(api, asked, "format", "ndjson"),
                Refusals.said(answer));
    }

    /** Every type that the ledger knows; one that stands in the address though there is none such stays to be seen. */
    private List<RecordPage.Choice> types(Sentences sentences, @Nullable String chosen) {
        List<RecordPage.Choice> types = new ArrayList<>(codec.types().stream()
                .map(type -> new RecordPage.Choice(type, sentences.label(type)))
                .sorted(Comparator.comparing(RecordPage.Choice::code)).toList());
        if (chosen != null && !codec.types().contains(chosen)) {
            types.add(new RecordPage.Choice(chosen, chosen));
        }
        return types;
    }
}
