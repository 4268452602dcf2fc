package org.campaignledger.platform.web.pages.works;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.campaignledger.platform.web.contract.Contract;
import org.campaignledger.platform.web.contract.ContractAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A page of a ranking with what was awarded on it, as a page without scripts shows it.
 *
 * @param rows lines in rank order
 * @param next where the next page begins; absent on the last
 */
record RankingSheet(List<Row> rows, @Nullable String next) {

    private static final int ROWS = 20;
    private static final int SHOWN = 100;
    private static final int PAGES = 20;

    /**
     * A line.
     *
     * @param rank  empty where the entry is unranked
     * @param level of its award; empty without one
     * @param award the award's id; empty without one
     */
    record Row(String entry, String title, String rank, String score, String level, String award) {}

    private record Award(String id, String level) {}

    /**
     * A page.
     *
     * @param campaign such as {@code /api/v1/campaigns/2019}
     * @param after    empty for the first one
     */
    static RankingSheet of(Contract contract, String campaign, String category, String after) {
        JsonNode ranking = contract.get(campaign + "/categories/" + category + "/ranking?limit=" + ROWS
                + (after.isEmpty() ? "" : "&after=" + after));
        Map<String, Award> awards = awards(contract, campaign, category);
        List<Row> rows = new ArrayList<>();
        for (JsonNode line : ranking.path("lines")) {
            String entry = line.path("entry").asString("");
            Award award = awards.getOrDefault(entry, new Award("", ""));
            rows.add(new Row(entry, title(contract, entry), line.path("rank").asString(""),
                    score(line), award.level(), award.id()));
        }
        String next = ranking.path("next").asString("");
        return new RankingSheet(List.copyOf(rows), next.isEmpty() ? null : next);
    }

    /** To four decimals, as the ranking itself is written down. */
    private static String score(JsonNode line) {
        return line.hasNonNull("score")
                ? line.path("score").decimalValue().setScale(4, RoundingMode.HALF_UP)
                        .toPlainString()
                : "";
    }

    private static String title(Contract contract, String entry) {
        ContractAnswer answer = contract.ask("/api/v1/entries/" + entry);
        String title = answer.body().path("title").asString("");
        return title.isEmpty() ? entry : title;
    }

    /** Awards are public: what stands is told by the showcase. */
    private static Map<String, Award> awards(Contract contract, String campaign, String category) {
        Map<String, Award> awards = new HashMap<>();
        String after = "";
        for (int page = 0; page < PAGES; page++) {
            JsonNode shown = contract.ask(campaign + "/showcase?limit=" + SHOWN + "&category=" + category + after)
                    .body();
            for (JsonNode item : shown.path("items")) {
                if (item.has("award")) {
                    awards.put(item.path("id").asString(""), new Award(item.path("award").path("id").asString(""),
                            item.path("award").path("level").asString("")));
                }
            }
            if (!shown.has("next")) {
                break;
            }
            after = "&after=" + shown.path("next").asString("");
        }
        return awards;
    }
}
