package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/** The cards of the plan's digits, in the plan's own order. */
final class Cards {

    private final Language language;
    private final PageTexts texts;
    private final Figures figures;
    private final Wording wording;

    Cards(Language language, PageTexts texts, Figures figures) {
        this.language = language;
        this.texts = texts;
        this.figures = figures;
        this.wording = new Wording(texts, figures);
    }

    /**
     * A card, ready to be shown.
     *
     * @param figure   the digits of the figure
     * @param tail     what follows them: scale and measure word
     * @param exact    all digits; empty where {@code figure} has them already
     * @param share    of the target; empty without one
     * @param target   the target in words
     * @param fill     length of the bar, as a percentage; absent without a target
     * @param tick     place of the day's plan on it
     * @param bar      what the bar says, for those who hear it
     * @param shortfall what it falls short by: it wants a decision; empty when it does not
     */
    record Card(
            String metric, String digit, String name, String figure, String tail, String exact, String share,
            String target, @Nullable String fill, @Nullable String tick, String bar, String pace, String forecast,
            String shortfall) {}

    List<Card> of(CampaignFace face, Balance balance, Wording.Season season) {
        return face.targets().stream().map(target -> card(face, target, balance.line(target.metric()), season))
                .toList();
    }

    private Card card(CampaignFace face, CampaignFace.Target target, Wording.Line line, Wording.Season season) {
        Figures.Figure figure = figures.of(line.actual());
        String measure = language == Language.EN ? "" : target.measure();
        Long goal = line.target();
        Long planned = line.planned();
        String share = goal == null || goal == 0 ? "" : figures.share(line.actual(), goal);
        return new Card(target.metric(), target.digit(), target.name().in(language), figure.number(),
                figure.scale() + measure, figure.shortened() ? figure.exact() : "", share,
                goal == null
                        ? texts.get("js.card.noTarget")
                        : texts.fill("js.card.target", Map.of("n", figures.amount(goal, ""))),
                goal == null ? null : part(line.actual(), goal),
                goal == null || planned == null ? null : part(planned, goal),
                goal == null || planned == null
                        ? ""
                        : texts.fill("js.card.bar", Map.of("share", share, "plan", figures.share(planned, goal))),
                wording.pace(line, season, face.season().from(), target.measure()),
                wording.forecast(line, season, target.measure()), wording.shortfall(line, season));
    }

    /** A part of a whole as a length: never more than all of it, and visible as soon as there is anything. */
    static String part(long part, long whole) {
        double share = whole <= 0 ? 0 : Math.clamp(100.0 * part / whole, 0, 100);
        return String.format(Locale.ROOT, "%.2f%%", part > 0 ? Math.max(share, 0.5) : share);
    }
}
