package org.campaignledger.platform.web.pages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.refusal.Language;

/** The collection of works: every category on its way from submitted to awarded. */
public final class Funnel {

    private Funnel() {}

    /** A category with a cell for each stage. */
    public record Row(String id, String name, List<Cell> cells) {}

    /** A figure, and its bar as a share of the greatest figure of all. */
    public record Cell(String stage, String figure, String width, boolean zero) {}

    static List<Row> of(CampaignFace face, Balance balance, Language language, Figures figures) {
        long greatest = balance.categories().values().stream().map(Map::values).flatMap(Collection::stream)
                .mapToLong(Long::longValue).max().orElse(0);
        List<Row> rows = new ArrayList<>();
        for (CampaignFace.Category category : face.categories()) {
            List<Long> funnel = balance.funnel(category.id());
            List<Cell> cells = new ArrayList<>();
            for (int stage = 0; stage < funnel.size(); stage++) {
                long figure = funnel.get(stage);
                cells.add(new Cell(Balance.STAGES.get(stage), figures.exact(figure), Cards.part(figure, greatest),
                        figure == 0));
            }
            rows.add(new Row(category.id(), category.name().in(language), cells));
        }
        return rows;
    }
}
