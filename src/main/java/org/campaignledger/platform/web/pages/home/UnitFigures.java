package org.campaignledger.platform.web.pages.home;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import org.campaignledger.platform.web.pages.Figures;
import org.campaignledger.platform.web.pages.Wording;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * A unit's figures against its quotas. The plan of a unit is its quota's share of the whole plan: what of the target
 * should be reached by today nationally, of the quota.
 */
final class UnitFigures {

    private UnitFigures() {}

    /** One row for each of the plan's metrics; none where the contract does not tell. */
    static List<HomePage.Figure> of(Looker looker) {
        ContractAnswer answer = looker.ofCampaign("/progress?unit=" + looker.scope());
        if (!answer.isGranted()) {
            return List.of();
        }
        JsonNode metrics = answer.body().path("units").valueStream()
                .filter(unit -> unit.path("unit").asString("").equals(looker.scope())).findFirst()
                .map(unit -> unit.path("metrics")).orElse(answer.body().path("none"));
        return looker.face().targets().stream().map(target -> figure(looker, target,
                metrics.path(target.metric()), national(answer.body(), target.metric()))).toList();
    }

    private static JsonNode national(JsonNode progress, String metric) {
        return progress.path("targets").valueStream().filter(line -> line.path("metric").asString("").equals(metric))
                .findFirst().orElse(progress.path("none"));
    }

    private static HomePage.Figure figure(Looker looker, CampaignFace.Target target, JsonNode own,
            JsonNode national) {
        Figures figures = looker.words().figures();
        long actual = own.path("actual").asLong(0);
        String name = target.name().in(looker.words().language());
        String measure = looker.words().language() == Language.EN ? "" : " " + target.measure();
        String amount = figures.exact(actual) + measure;
        long quota = own.path("target").asLong(0);
        if (quota == 0) {
            return new HomePage.Figure(target.metric(), name, amount, "", "", "", "", false);
        }
        long planned = planned(quota, national);
        Wording.Season season = Wording.Season.of(looker.face().season(), looker.today());
        String pace = new Wording(looker.words().texts(), figures).pace(new Wording.Line(target.metric(), quota,
                actual, planned, null), season, looker.face().season().from(), target.measure());
        boolean behind = season == Wording.Season.DURING && actual < planned
                || season == Wording.Season.AFTER && actual < quota;
        return new HomePage.Figure(target.metric(), name, amount, figures.exact(quota), figures.share(actual, quota),
                String.format(Locale.ROOT, "%.1f", Math.min(100.0, 100.0 * actual / quota)), pace, behind);
    }

    private static long planned(long quota, JsonNode national) {
        long target = national.path("target").asLong(0);
        return target == 0
                ? 0
                : BigDecimal.valueOf(quota).multiply(BigDecimal.valueOf(national.path("planned").asLong(0)))
                        .divide(BigDecimal.valueOf(target), 0, RoundingMode.HALF_UP).longValue();
    }
}
