package org.campaignledger.platform.web.pages.subscriptions;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PageDoor;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.pages.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** The pages of subscriptions: the list, the form for each kind, one with all that it has sent. */
@Controller
class SubscriptionsController {

    private static final Role[] SUBSCRIBERS = {Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR};
    private static final List<String> EVERYBODYS = List.of("WEEKLY_DIGEST", "IMPORT_FAILED");
    private static final List<String> RECORDS = List.of("WEEKLY_DIGEST", "UNIT_BEHIND_PLAN", "CORRECTION_WAITING",
            "IMPORT_FAILED");
    private static final List<String> ALL = List.of("WEEKLY_DIGEST", "UNIT_BEHIND_PLAN", "CORRECTION_WAITING",
            "IMPORT_FAILED", "SEAL_BACKLOG");
    private static final int HOURS = 24;

    private final DeskData desk;
    private final Contract contract;

    SubscriptionsController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /** Something to choose. */
    record Choice(String value, String label) {}

    private static List<String> kinds(Role role) {
        return switch (role) {
            case HOST -> EVERYBODYS;
            case REPORTER -> RECORDS;
            default -> ALL;
        };
    }

    private static String root(CampaignFace face) {
        return "/api/v1/campaigns/" + face.id() + "/subscriptions";
    }

    private static void id(String id) {
        if (!id.matches("[0-9a-f-]{36}")) {
            throw PageDoor.notFound();
        }
    }

    /**
     * All that one may see.
     *
     * @param after cursor of the page before
     */
    @GetMapping("/c/{campaign}/subscriptions")
    String list(@PathVariable String campaign, @RequestParam(required = false) @Nullable String after, Locale locale,
            Model model) {
        CampaignFace face = desk.campaign(campaign);
        Actor actor = PageDoor.of(SUBSCRIBERS);
        RecordWords words = new RecordWords(face, PagesConfiguration.language(locale));
        JsonNode page = contract.get(root(face) + (after == null || !after.matches("[0-9a-f-]{36}")
                ? ""
                : "?after=" + after));
        List<SubscriptionRow> rows = new ArrayList<>();
        page.path("items").forEach(item -> rows.add(SubscriptionRow.of(item, words)));
        model.addAttribute("campaign", face.id());
        model.addAttribute("title", face.title().in(words.language()));
        model.addAttribute("rows", rows);
        model.addAttribute("kinds", kinds(actor.role()));
        model.addAttribute("all", actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR);
        model.addAttribute("next", page.path("next").isString() ? page.path("next").asString() : null);
        return "subscriptions/subscriptions";
    }

    /** The form for one kind. */
    @GetMapping("/c/{campaign}/subscriptions/new/{kind}")
    String form(@PathVariable String campaign, @PathVariable String kind, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Actor actor = PageDoor.of(SUBSCRIBERS);
        RecordWords words = new RecordWords(face, PagesConfiguration.language(locale));
        List<String> kinds = kinds(actor.role());
        if (!kinds.contains(kind)) {
            throw PageDoor.notFound();
        }
        boolean mails = contract.get(root(face) + "?limit=1").path("mails").asBoolean(false);
        model.addAttribute("campaign", face.id());
        model.addAttribute("title", face.title().in(words.language()));
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", kinds);
        model.addAttribute("mails", mails);
        model.addAttribute("channels", mails ? List.of("WEBHOOK", "EMAIL") : List.of("WEBHOOK"));
        model.addAttribute("units", units(face, actor, words));
        model.addAttribute("metrics", face.targets().stream().filter(CampaignFace.Target::allocated)
                .map(target -> new Choice(target.metric(), words.metric(target.metric()))).toList());
        model.addAttribute("weekdays", Arrays.stream(DayOfWeek.values()).map(day -> new Choice(day.name(), day
                .getDisplayName(TextStyle.FULL, words.language().locale()))).toList());
        model.addAttribute("hours", IntStream.range(0, HOURS).mapToObj(hour -> new Choice(Integer.toString(hour),
                "%02d:00".formatted(hour))).toList());
        model.addAttribute("english", words.language().locale().getLanguage().equals("en"));
        return "subscriptions/new";
    }

    private static List<Choice> units(CampaignFace face, Actor actor, RecordWords words) {
        return switch (actor.role()) {
            case HOST -> List.of();
            case REPORTER -> Units.of(face, actor, words.language()).stream().map(unit -> new Choice(unit.code(), unit
                    .name())).toList();
            default -> face.units().stream().map(unit -> new Choice(unit.code(), unit.name().in(words.language())))
                    .toList();
        };
    }

    /**
     * One, with what it has sent.
     *
     * @param after cursor of the page before
     */
    @GetMapping("/c/{campaign}/subscriptions/{id}")
    String one(@PathVariable String campaign, @PathVariable String id,
            @RequestParam(required = false) @Nullable String after, Locale locale, Model model) {
        return show(campaign, id, after, locale, model);
    }

    private String show(String campaign, String id, @Nullable String after, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Actor actor = PageDoor.of(SUBSCRIBERS);
        id(id);
        RecordWords words = new RecordWords(face, PagesConfiguration.language(locale));
        JsonNode found = contract.get(root(face) + "/" + id);
        JsonNode page = contract.get(root(face) + "/" + id + "/deliveries" + (after == null || !after.matches(
                "[0-9a-f-]{36}") ? "" : "?after=" + after));
        List<DeliveryRow> deliveries = new ArrayList<>();
        page.path("items").forEach(item -> deliveries.add(DeliveryRow.of(item, words)));
        List<String> changes = new ArrayList<>();
        found.path("changes").forEach(change -> changes.add(words.time(change.path("at").asString("")) + " · " + words
                .texts().get("subscription.change." + change.path("what").asString("")) + (change.path("account")
                        .asString("").isEmpty() ? "" : " · " + change.path("account").asString(""))));
        boolean own = found.path("account").asString("").equals(actor.account());
        model.addAttribute("campaign", face.id());
        model.addAttribute("row", SubscriptionRow.of(found, words));
        model.addAttribute("deliveries", deliveries);
        model.addAttribute("changes", changes);
        model.addAttribute("own", own);
        model.addAttribute("acts", own || actor.role() == Role.ADMIN);
        model.addAttribute("next", page.path("next").isString() ? page.path("next").asString() : null);
        return "subscriptions/subscription";
    }

    /**
     * Makes a new secret and shows it on the answer itself: it is to be seen once, so no address leads to it again.
     *
     * @param key idempotency key of the page
     */
    @PostMapping("/c/{campaign}/subscriptions/{id}/secret")
    String secret(@PathVariable String campaign, @PathVariable String id, @RequestParam("_key") String key,
            Locale locale, Model model, HttpServletResponse response) {
        CampaignFace face = desk.campaign(campaign);
        id(id);
        ContractAnswer answer = contract.send("POST", root(face) + "/" + id + "/secret", key, null);
        String page = show(campaign, id, null, locale, model);
        response.setHeader("Cache-Control", "no-store");
        if (answer.isGranted()) {
            model.addAttribute("secret", answer.body().path("secret").asString(""));
        } else {
            response.setStatus(answer.status());
            model.addAttribute("refused", answer.detail());
        }
        return page;
    }
}
