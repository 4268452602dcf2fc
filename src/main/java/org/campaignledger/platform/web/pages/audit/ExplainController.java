package org.campaignledger.platform.web.pages.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import tools.jackson.databind.JsonNode;

/** The postings behind a figure: every number leads to the records that it is made of. */
@Controller
class ExplainController {

    private static final String ROWS = "50";
    private static final List<String> WORKS = List.of("submitted", "accepted", "recommended", "judged", "awarded");

    private final DeskData desk;
    private final Contract contract;

    ExplainController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /** The figure and what is behind it; without a metric, the choice of one. A reader sees their own unless told. */
    @GetMapping("/c/{campaign}/explain")
    String explain(@PathVariable String campaign, ExplainPage.Asked given, Locale locale, Model model) {
        Actor actor = PageDoor.of(Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR);
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        ExplainPage.Asked asked = own(given, actor);
        Map<String, String> typed = Addresses.given("metric", asked.metric(), "unit", asked.unit(), "category",
                asked.category(), "position", asked.position(), "on", asked.on());
        ContractAnswer answer = typed.containsKey("metric")
                ? Refusals.readable(contract.ask(Addresses.of("/api/v1/campaigns/" + face.id() + "/progress/explain",
                        paged(typed, asked.after()))))
                : null;
        boolean host = actor.role() == Role.HOST;
        model.addAttribute("page", new ExplainPage(face.id(), asked, metrics(face, language), host
                ? List.of()
                : Units.of(face, actor, language), categories(face, actor, language),
                answer == null || !answer.isGranted() ? null : figure(face, answer.body(), asked, typed, language),
                answer == null ? null : Refusals.said(answer)));
        return "audit/explain";
    }

    private static Map<String, String> paged(Map<String, String> typed, @Nullable String after) {
        Map<String, String> paged = new LinkedHashMap<>(typed);
        paged.putAll(Addresses.given("limit", ROWS, "after", after));
        return paged;
    }

    private static ExplainPage.Asked own(ExplainPage.Asked given, Actor actor) {
        return new ExplainPage.Asked(given.metric(), blank(given.unit()) && actor.role() == Role.REPORTER
                ? actor.scope()
                : given.unit(), blank(given.category()) && actor.role() == Role.HOST ? actor.scope() : given.category(),
                given.position(), given.on(), given.after());
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static List<RecordPage.Choice> metrics(CampaignFace face, Language language) {
        RecordWords words = new RecordWords(face, language);
        Set<String> metrics = new LinkedHashSet<>(face.targets().stream().map(CampaignFace.Target::metric).toList());
        metrics.addAll(WORKS);
        return metrics.stream().map(metric -> new RecordPage.Choice(metric, words.metric(metric))).toList();
    }

    private static List<RecordPage.Choice> categories(CampaignFace face, Actor actor, Language language) {
        return face.categories().stream()
                .filter(each -> actor.role() != Role.HOST || each.id().equals(actor.scope()))
                .map(each -> new RecordPage.Choice(each.id(), each.name().in(language))).toList();
    }

    private ExplainPage.Figure figure(CampaignFace face, JsonNode told, ExplainPage.Asked asked,
            Map<String, String> typed, Language language) {
        Sentences sentences = new Sentences(face, language);
        RecordWords words = sentences.words();
        String path = "/c/" + face.id() + "/explain";
        String next = told.path("next").asString("");
        List<ExplainPage.Row> rows = new ArrayList<>();
        told.path("postings").forEach(posting -> rows.add(row(posting, sentences)));
        return new ExplainPage.Figure(words.metric(told.path("metric").asString("")), of(told, words),
                words.figures().exact(told.path("sum").asLong(0)), words.figures().exact(told.path("count").asLong(0)),
                moment(face, told.path("position").asLong(0), words), rows,
                blank(asked.after()) ? null : Addresses.of(path, typed),
                next.isEmpty() ? null : Addresses.with(path, typed, "after", next));
    }

    private static String of(JsonNode told, RecordWords words) {
        List<String> of = new ArrayList<>();
        if (told.hasNonNull("unit")) {
            of.add(words.unit(told.path("unit").asString("")));
        }
        if (told.hasNonNull("category")) {
            of.add(words.category(told.path("category").asString("")));
        }
        return of.isEmpty() ? words.texts().get("audit.explain.all") : String.join(" · ", of);
    }

    /** As of when the figure is: the same words as on the dashboard. */
    private String moment(CampaignFace face, long position, RecordWords words) {
        ContractAnswer then = contract.ask("/api/v1/campaigns/" + face.id() + "/progress?position=" + position);
        String asOf = then.body().path("asOf").asString("");
        return words.texts().fill("js.moment.live", Map.of("time", asOf.isEmpty()
                ? ""
                : words.time(Instant.parse(asOf)), "position", words.figures().exact(position)));
    }

    private static ExplainPage.Row row(JsonNode posting, Sentences sentences) {
        RecordWords words = sentences.words();
        long position = posting.path("position").asLong(0);
        String category = posting.path("category").asString("");
        return new ExplainPage.Row(position, words.figures().exact(position),
                words.time(posting.path("recordedAt").asString("")), posting.path("occurredOn").asString(""),
                sentences.of(posting), words.unit(posting.path("unit").asString("")), category.isEmpty()
                        ? ""
                        : words.category(category), words.figures().signed(posting.path("amount").asLong(0)));
    }
}
