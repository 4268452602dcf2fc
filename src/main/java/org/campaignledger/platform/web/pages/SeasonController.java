package org.campaignledger.platform.web.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.pages.audit.Sentences;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What the dashboard's curve and its list of records are drawn from, as a page that needs no script; for everyone. */
@Controller
class SeasonController {

    private static final int RECORDS = 20;
    private static final String USUAL = "events";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DeskData desk;
    private final Contract contract;

    SeasonController(DeskData desk, Contract contract) {
        this.desk = desk;
        this.contract = contract;
    }

    /** A moment that can be shown, and the series as of it. */
    private record Shown(PointInTime moment, JsonNode series) {}

    /**
     * The page.
     *
     * @param metric the figure; the campaign's offline events where it names none that the campaign has
     * @param moment a day or a position of the past; what cannot be shown is taken as now, and the page says which it is
     */
    @GetMapping("/c/{campaign}/season")
    String season(@PathVariable String campaign, @RequestParam(required = false) @Nullable String metric,
            MomentAsked moment, Locale locale, Model model) {
        CampaignFace face = desk.campaign(campaign);
        Language language = PagesConfiguration.language(locale);
        List<String> metrics = face.targets().stream().map(CampaignFace.Target::metric).toList();
        String chosen = metric != null && metrics.contains(metric)
                ? metric
                : metrics.contains(USUAL) ? USUAL : metrics.getFirst();
        Shown shown = shown(face, chosen, moment.moment());
        JsonNode series = shown.series();
        LocalDate on = shown.moment().on();
        Figures figures = Figures.in(language);
        model.addAttribute("page", new SeasonPage(face.id(), face.title().in(language), chosen, metrics,
                figures.exact(series.path("position").asLong(0)), on == null ? null : on.toString(), shown.moment()
                        .position(), !series.path("plan").isEmpty(), days(series, figures), records(face, language,
                                figures)));
        return "season";
    }

    private Shown shown(CampaignFace face, String metric, PointInTime moment) {
        String path = "/api/v1/campaigns/" + face.id() + "/progress/series?metric=" + metric;
        if (!moment.isNow()) {
            ContractAnswer answer = contract.ask(path + (moment.on() == null ? "" : "&on=" + moment.on())
                    + (moment.position() == null ? "" : "&position=" + moment.position()));
            if (answer.isGranted()) {
                return new Shown(moment, answer.body());
            }
        }
        return new Shown(new PointInTime(null, null), contract.get(path));
    }

    private static List<SeasonPage.Day> days(JsonNode series, Figures figures) {
        Map<String, Long> plan = new HashMap<>();
        series.path("plan").forEach(each -> plan.put(each.path("on").asString(""), each.path("amount").asLong(0)));
        List<SeasonPage.Day> days = new ArrayList<>();
        for (JsonNode each : series.path("days")) {
            String on = each.path("on").asString("");
            long cumulative = each.path("cumulative").asLong(0);
            Long planned = plan.get(on);
            days.add(new SeasonPage.Day(on, figures.signed(each.path("amount").asLong(0)), figures.exact(cumulative),
                    planned == null ? "" : figures.exact(planned),
                    planned == null ? "" : figures.signed(cumulative - planned)));
        }
        return days.reversed();
    }

    private List<SeasonPage.Told> records(CampaignFace face, Language language, Figures figures) {
        Sentences sentences = new Sentences(face, language);
        ZoneId zone = ZoneId.of(face.timeZone());
        List<SeasonPage.Told> records = new ArrayList<>();
        for (JsonNode event : contract.get("/api/v1/campaigns/" + face.id() + "/latest?limit=" + RECORDS)
                .path("items")) {
            records.add(new SeasonPage.Told(figures.exact(event.path("position").asLong(0)), MINUTE.format(Instant
                    .parse(event.path("recordedAt").asString()).atZone(zone)), sentences.of(event)));
        }
        return records;
    }
}
