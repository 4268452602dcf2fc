package org.campaignledger.platform.web.pages.styleguide;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.forms.Typed;
import org.campaignledger.platform.web.refusal.Language;
import org.jspecify.annotations.Nullable;

/** What the components are shown with: invented figures, in the language of the page. */
final class Samples {

    /** Name of the form that is shown with an error. */
    static final String WRONG = "wrong";

    private static final int STEPS = 5;

    private Samples() {}

    /**
     * A card of a quota, as the fragment of the dashboard takes it.
     *
     * @param fill of the bar; absent without a target
     * @param tick of the day's plan; absent without a target
     */
    record Card(String metric, String digit, String name, String figure, String tail, String exact, String share,
            String target, @Nullable String fill, @Nullable String tick, String bar, String pace, String forecast,
            String shortfall) {}

    /** A tile of the map of units. */
    record Tile(String code, int step, String name, String number, String label) {}

    /** What the fragments of the dashboard read. */
    record Sheet(List<Card> cards) {}

    /** Ways to earlier and later rows. */
    record Pages(String first, String next) {}

    /** Cards ahead of plan, behind it, short of their target, and without one. */
    static Sheet sheet(Language language) {
        PageTexts texts = PageTexts.in(language);
        boolean english = language == Language.EN;
        return new Sheet(List.of(
                card(texts, "ahead", "3", "1,890", english ? "" : "场", "", "63.0%", "63%", "58%", ""),
                card(texts, "behind", "5", english ? "6.23" : "6,234.5", english ? "M" : "万", "62,345,678", "52.0%",
                        "52%", "66%", texts.get("styleguide.card.short")),
                new Card("none", "+", texts.get("styleguide.card.none"), "412", english ? "" : "件", "", "",
                        texts.get("js.card.noTarget"), null, null, "", texts.get("styleguide.card.none.pace"), "",
                        "")));
    }

    private static Card card(PageTexts texts, String name, String digit, String figure, String tail, String exact,
            String share, String fill, String tick, String shortfall) {
        return new Card(name, digit, texts.get("styleguide.card." + name), figure, tail, exact, share,
                texts.get("styleguide.card." + name + ".target"), fill, tick, texts.get("styleguide.bar"),
                texts.get("styleguide.card." + name + ".pace"), texts.get("styleguide.card." + name + ".forecast"),
                shortfall);
    }

    /** A tile of each step of the ramp. */
    static List<Tile> tiles(Language language) {
        String name = PageTexts.in(language).get("styleguide.tile");
        return IntStream.rangeClosed(1, STEPS)
                .mapToObj(step -> new Tile("S" + step, step, name, String.valueOf(100 - 20 * step),
                        name + " " + (100 - 20 * step)))
                .toList();
    }

    /** A form that was refused: what was typed stands there again, and one field is wrong. */
    static Typed refused(Language language) {
        PageTexts texts = PageTexts.in(language);
        return new Typed(WRONG, Map.of("contacts", "-3", "title", texts.get("styleguide.typed")),
                Map.of("contacts", texts.get("styleguide.error")), texts.get("styleguide.refused"), null, null);
    }
}
