package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.web.door.PointInTime;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts a dashboard together from a campaign and its balance. */
@Component
class DashboardPages {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final BalanceSource source;
    private final LedgerClock clock;
    private final JsonMapper json;
    private final SeasonLines lines;

    DashboardPages(BalanceSource source, LedgerClock clock, JsonMapper json, SeasonLines lines) {
        this.lines = lines;
        this.source = source;
        this.clock = clock;
        this.json = json;
    }

    /** A moment that can be shown, and the balance at it. */
    private record Shown(PointInTime moment, JsonNode progress) {}

    /** A moment that cannot be shown, such as one to come, is shown as now: the page says which it is. */
    private Shown shown(CampaignFace face, PointInTime moment) {
        try {
            return new Shown(moment, json.valueToTree(source.balance(face.id(), moment)));
        } catch (Refused refused) {
            if (moment.isNow()) {
                throw refused;
            }
            return shown(face, new PointInTime(null, null));
        }
    }

    DashboardPage of(CampaignFace face, PointInTime asked, @Nullable String unit, Language language, Actor actor) {
        Shown shown = shown(face, asked);
        PointInTime moment = shown.moment();
        JsonNode progress = shown.progress();
        Balance balance = Balance.of(progress);
        PageTexts texts = PageTexts.in(language);
        Figures figures = new Figures(language, texts);
        LocalDate today = face.dateOf(clock.now());
        LocalDate on = moment.on();
        LocalDate day = on != null ? on : moment.isNow() ? today : face.dateOf(balance.asOf());
        Wording.Season season = Wording.Season.of(face.season(), day);
        List<Tiles.Tile> tiles = new Tiles(language, texts, figures).of(face, balance);
        Ranking ranking = ranking(face, balance, Ranking.Asked.of(face, null, null, null), moment, day, language);
        return new DashboardPage(face.id(), face.title().in(language), face.plan(), face.notice(),
                String.join(language == Language.EN ? ", " : " ", face.issuers()),
                moment(face, balance, texts, figures), past(moment, texts, figures),
                new Cards(language, texts, figures).of(face, balance, season),
                Rail.of(face, day, today, language, texts), tiles.stream().filter(tile -> !tile.industry()).toList(),
                tiles.stream().filter(Tiles.Tile::industry).toList(), Funnel.of(face, balance, language, figures),
                ranking, on == null ? null : on.toString(), moment.position(), face.unit(unit).map(known -> UnitPanel
                        .of(face, known, balance, language, figures)).orElse(
                                null),
                scriptData(face, progress, moment, today, language, texts, actor));
    }

    /** All units, ranked. */
    UnitsPage units(CampaignFace face, MomentAsked asked, Ranking.Asked how, Language language) {
        Shown shown = shown(face, asked.moment());
        PointInTime moment = shown.moment();
        Balance balance = Balance.of(shown.progress());
        PageTexts texts = PageTexts.in(language);
        LocalDate on = moment.on();
        LocalDate day = on != null ? on : moment.isNow() ? face.dateOf(clock.now()) : face.dateOf(balance.asOf());
        return new UnitsPage(face.id(), face.title().in(language), face.targets().stream().map(
                CampaignFace.Target::metric).toList(), moment(face, balance, texts, new Figures(language, texts)),
                on == null ? null : on.toString(), moment.position(), ranking(face, balance, how, moment, day,
                        language));
    }

    private Ranking ranking(CampaignFace face, Balance balance, Ranking.Asked how, PointInTime moment, LocalDate day,
            Language language) {
        return Ranking.of(face, balance, lines.of(face.id(), how.metric(), moment.position()), how, day, language);
    }

    /** What the script of the empty ledger's page starts from. */
    String emptyData(Language language) {
        return ScriptData.write(json, Map.of("language", language.locale().getLanguage(), "texts",
                PageTexts.in(language).forScripts("problem")));
    }

    private static String moment(CampaignFace face, Balance balance, PageTexts texts, Figures figures) {
        return texts.fill("js.moment.live", Map.of(
                "time", MINUTE.format(balance.asOf().atZone(ZoneId.of(face.timeZone()))),
                "position", figures.exact(balance.position())));
    }

    private static @Nullable String past(PointInTime moment, PageTexts texts, Figures figures) {
        LocalDate on = moment.on();
        Long position = moment.position();
        return on != null
                ? texts.fill("js.past.on", Map.of("date", on.toString()))
                : position != null
                        ? texts.fill("js.past.position", Map.of("position", figures.exact(position)))
                        : null;
    }

    private String scriptData(CampaignFace face, JsonNode progress, PointInTime moment, LocalDate today,
            Language language, PageTexts texts, Actor actor) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("language", language.locale().getLanguage());
        data.put("campaign", face);
        data.put("progress", progress);
        data.put("today", today);
        data.put("on", moment.on());
        data.put("position", moment.position());
        data.put("role", actor.role());
        data.put("scope", actor.scope());
        data.put("texts", texts.forScripts("figure", "month", "metric", "moment", "past", "card", "pace", "forecast",
                "tile", "unit", "wall", "season", "play", "ranking", "latest", "event", "stage", "problem"));
        return ScriptData.write(json, data);
    }
}
