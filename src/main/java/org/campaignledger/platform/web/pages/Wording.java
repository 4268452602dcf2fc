package org.campaignledger.platform.web.pages;

import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Pace and forecast in words, the same as {@code static/js/wording.js} puts them. */
public final class Wording {

    private final PageTexts texts;
    private final Figures figures;

    /** Words of a language. */
    public Wording(PageTexts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** Where a day lies with regard to the season in which the plan's figures are made. */
    public enum Season {

        BEFORE, DURING, AFTER;

        /** Where this day lies. */
        public static Season of(CampaignFace.Phase season, LocalDate day) {
            return day.isBefore(season.from()) ? BEFORE : day.isAfter(season.to()) ? AFTER : DURING;
        }
    }

    /**
     * One metric of the balance.
     *
     * @param target   absent where the plan gives no number
     * @param planned  what the plan wants by the day; absent without a target
     * @param forecast what the season ends with at the present speed, where there is a forecast
     */
    public record Line(String metric, @Nullable Long target, long actual, @Nullable Long planned,
            @Nullable Long forecast) {}

    /** How far from the plan, or from the target once the season is over. */
    public String pace(Line line, Season season, LocalDate seasonFrom, String measure) {
        Long target = line.target();
        Long planned = line.planned();
        if (target == null || planned == null) {
            return "";
        }
        if (season == Season.BEFORE) {
            return texts.fill("js.pace.before", Map.of("date", seasonFrom.toString()));
        }
        long against = season == Season.AFTER ? target : planned;
        long gap = line.actual() - against;
        String kind = season == Season.AFTER ? "js.pace.end." : "js.pace.now.";
        if (gap == 0) {
            return texts.get(kind + "even");
        }
        String text = texts.fill(kind + (gap < 0 ? "behind" : "ahead"),
                Map.of("n", figures.amount(Math.abs(gap), measure)));
        String share = figures.signedShare(gap, against);
        return share.isEmpty() ? text : texts.fill("js.pace.withShare", Map.of("text", text, "share", share));
    }

    /** How the season ends at the speed of the last thirty days; empty when there is nothing to foresee. */
    String forecast(Line line, Season season, String measure) {
        Long forecast = line.forecast();
        if (forecast == null || season != Season.DURING) {
            return season == Season.AFTER ? texts.get("js.forecast.over") : "";
        }
        Map<String, String> end = Map.of("n", figures.amount(forecast, measure));
        Long target = line.target();
        if (target == null) {
            return texts.fill("js.forecast.open", end);
        }
        return forecast >= target
                ? texts.fill("js.forecast.met", end)
                : texts.fill("js.forecast.open", end);
    }

    /** What the forecast falls short of the target by, while something can be done about it; empty otherwise. */
    String shortfall(Line line, Season season) {
        Long target = line.target();
        Long forecast = line.forecast();
        return target == null || forecast == null || season != Season.DURING || forecast >= target
                ? ""
                : texts.fill("js.forecast.short", Map.of("d", figures.amount(target - forecast, "")));
    }
}
