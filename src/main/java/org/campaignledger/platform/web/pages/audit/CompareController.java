package org.campaignledger.platform.web.pages.audit;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.DeskData;
import org.campaignledger.platform.web.pages.PagesConfiguration;
import org.campaignledger.platform.web.pages.RecordWords;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** Two points in time side by side, for everyone; what happened in between for those who may read the trail. */
@Controller
class CompareController {

    private final DeskData desk;
    private final Contract contract;

    CompareController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /** Each a position, a day, a minute or an instant; a day ago and now where nothing is typed. */
    @GetMapping("/c/{campaign}/compare")
    String compare(@PathVariable String campaign, @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String after, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        String first = from == null || from.isBlank() ? dayAgo(face) : from.strip();
        String last = to == null || to.isBlank() ? head() : to.strip();
        ZoneId zone = ZoneId.of(face.timeZone());
        Map<String, String> asked = Addresses.given("from", Moments.read(first, zone, false), "to",
                Moments.read(last, zone, true));
        String root = "/api/v1/campaigns/" + face.id();
        ContractAnswer answer = contract.ask(Addresses.of(root + "/progress/compare", asked));
        boolean before = answer.status() == 404;
        JsonNode told = (before ? answer : Refusals.readable(answer)).body();
        Differences differences = new Differences(face, language);
        model.addAttribute("page", new ComparePage(face.id(), first, last,
                answer.isGranted() ? differences.of(told) : null,
                before ? new RecordWords(face, language).texts().get("audit.compare.notOpen") : Refusals.said(answer),
                answer.isGranted() ? changes(face, told, first, last, after, language) : null));
        return "audit/compare";
    }

    private String dayAgo(CampaignFace face) {
        return new RecordWords(face, Language.ZH).time(desk.clock().now().minus(Duration.ofDays(1))
                .truncatedTo(ChronoUnit.MINUTES));
    }

    private String head() {
        return Objects.toString(contract.ask("/api/v1/campaigns").position(), "0");
    }

    /** Absent for those who may not read the trail, and where the second point is before the first. */
    private ComparePage.@Nullable Changes changes(CampaignFace face, JsonNode told, String first, String last,
            @Nullable String after, Language language) {
        Map<String, String> between = Addresses.given("from", told.at("/from/position").asString("0"), "to",
                told.at("/to/position").asString("0"), "limit", "50");
        ContractAnswer answer = contract.ask(Addresses.with("/api/v1/campaigns/" + face.id() + "/trail/changes",
                between, "after", after));
        return answer.isGranted()
                ? new Differences(face, language).changes(answer.body(), "/c/" + face.id() + "/compare",
                        Addresses.given("from", first, "to", last), after)
                : null;
    }
}
