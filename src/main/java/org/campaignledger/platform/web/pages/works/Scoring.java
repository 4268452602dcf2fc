package org.campaignledger.platform.web.pages.works;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.PageTexts;
import org.campaignledger.platform.web.pages.forms.FormBody;
import org.campaignledger.platform.web.refusal.Language;
import tools.jackson.databind.JsonNode;

/**
 * The form by which a judge scores one entry, as it is drawn before any script runs.
 *
 * @param open     whether scores are taken now
 * @param why      why not, in words; empty where they are
 * @param criteria what is scored
 * @param comment  the judge's own, so far
 * @param given    whether the judge has scored it already
 */
record Scoring(boolean open, String why, List<Criterion> criteria, String comment, boolean given) {

    /**
     * A criterion.
     *
     * @param field name of its field, in which nothing of its own name means anything
     * @param hint  its maximum and weight in words
     * @param given the points so far; empty where there are none
     */
    record Criterion(String field, String name, String max, String hint, String given) {}

    static Scoring of(Contract contract, String campaign, String category, String entry, Language language) {
        PageTexts texts = PageTexts.in(language);
        JsonNode judging = contract.get("/api/v1/campaigns/" + campaign + "/categories/" + category + "/judging");
        String stage = judging.path("stage").asString("");
        if (!stage.equals("OPEN")) {
            return new Scoring(false, texts.get("js.judging.notNow." + stage), List.of(), "", false);
        }
        ContractAnswer own = contract.ask("/api/v1/entries/" + entry + "/scores/mine");
        List<Criterion> criteria = new ArrayList<>();
        for (JsonNode each : judging.path("terms").path("rubric")) {
            String name = each.path("criterion").asString("");
            String max = each.path("max").asString("");
            criteria.add(new Criterion("scores." + FormBody.part(name), name, max, texts.fill("js.judging.upTo", Map.of(
                    "max", max, "weight", each.path("weight").asString(""))), own.body().path("scores").path(name)
                            .asString("")));
        }
        return new Scoring(true, "", criteria, own.body().path("comment").asString(""), own.isGranted());
    }
}
