package org.campaignledger.platform.web.pages;

import java.util.List;
import org.campaignledger.platform.web.refusal.Language;

/**
 * One unit's own figures, shown beside the whole.
 *
 * @param code its code
 * @param name its name
 * @param rows a row for each of the plan's metrics
 */
record UnitPanel(String code, String name, List<Row> rows) {

    /** A figure of the unit; {@code target} and {@code share} are empty where it has no quota. */
    record Row(String metric, String digit, String name, String figure, String tail, String target, String share) {}

    static UnitPanel of(CampaignFace face, CampaignFace.Unit unit, Balance balance, Language language,
            Figures figures) {
        return new UnitPanel(unit.code(), unit.name().in(language), face.targets().stream()
                .map(target -> row(target, balance.figure(unit.code(), target.metric()), language, figures)).toList());
    }

    private static Row row(CampaignFace.Target target, Balance.Figure figure, Language language, Figures figures) {
        Long quota = figure.target();
        return new Row(target.metric(), target.digit(), target.name().in(language), figures.exact(figure.actual()),
                language == Language.EN ? "" : target.measure(), quota == null ? "" : figures.exact(quota),
                quota == null || quota == 0 ? "" : figures.share(figure.actual(), quota));
    }
}
