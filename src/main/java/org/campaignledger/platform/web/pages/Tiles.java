package org.campaignledger.platform.web.pages;

import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;

/** The units as equal tiles: colour is the share of the quota, number is what is missing. */
final class Tiles {

    private final Language language;
    private final PageTexts texts;
    private final Figures figures;

    Tiles(Language language, PageTexts texts, Figures figures) {
        this.language = language;
        this.texts = texts;
        this.figures = figures;
    }

    /**
     * A tile, ready to be shown.
     *
     * @param step     1 to 5 on the ramp; 0 without a quota
     * @param number   what is missing, or a word where nothing is
     * @param label    the same in a sentence
     * @param industry whether it stands in the row of industries
     */
    record Tile(String code, String name, int step, String number, String label, boolean industry) {}

    List<Tile> of(CampaignFace face, Balance balance) {
        String metric = allocated(face);
        return face.units().stream().map(unit -> tile(unit, balance.figure(unit.code(), metric))).toList();
    }

    /** The metric of which every unit has a quota; {@code events} where a definition allocates none. */
    static String allocated(CampaignFace face) {
        return face.targets().stream().filter(CampaignFace.Target::allocated).map(CampaignFace.Target::metric)
                .findFirst().orElse("events");
    }

    private Tile tile(CampaignFace.Unit unit, Balance.Figure figure) {
        Long quota = figure.target();
        String name = unit.name().in(language);
        boolean industry = unit.kind().equals("INDUSTRY");
        String shown = language == Language.EN && !industry ? unit.code() : shortName(name);
        if (quota == null) {
            String number = figures.exact(figure.actual());
            return new Tile(unit.code(), shown, 0, number,
                    texts.fill("js.tile.plain", Map.of("unit", name, "n", number)), industry);
        }
        long missing = Math.max(0, quota - figure.actual());
        String label = texts.fill(missing == 0 ? "js.tile.met" : "js.tile.missing",
                Map.of("unit", name, "n", figures.exact(figure.actual()), "target", figures.exact(quota), "missing",
                        figures.exact(missing)));
        return new Tile(unit.code(), shown, step(figure.actual(), quota),
                missing == 0 ? texts.get("js.tile.done") : figures.exact(missing), label, industry);
    }

    /** Quarters of the quota; the fifth step is the quota itself. */
    static int step(long actual, long quota) {
        return actual >= quota ? 5 : (int) Math.clamp(1 + actual * 4 / quota, 1, 4);
    }

    /** A name as short as its tile: without the word for its kind, which the place on the map tells. */
    static String shortName(String name) {
        return name.length() > 2 ? name.replaceFirst("[省市]$", "") : name;
    }
}
