package org.campaignledger.platform.web.pages.home;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/** What waits for a judge: entries that are not scored yet, category by category. */
final class ForJudge {

    private static final int PAGE = 500;
    /** A judge has a few hundred entries; what is beyond these pages is said to be more. */
    private static final int PAGES = 20;

    private ForJudge() {}

    /** What is open in a category: how many entries, and the first of them. */
    private record Open(long entries, String first) {}

    static List<Item> items(Looker looker) {
        Map<String, Open> open = new LinkedHashMap<>();
        String after = "";
        boolean more = true;
        for (int page = 0; page < PAGES && more; page++) {
            ContractAnswer answer = looker.ofCampaign("/judging/assignments?limit=" + PAGE + after);
            if (!answer.isGranted()) {
                return List.of(looker.item("score", Item.Tone.DECIDE, new Tally(false, 0, false), "",
                        looker.page("/judging")));
            }
            answer.body().path("items").forEach(item -> take(open, item));
            more = answer.body().has("next");
            after = "&after=" + answer.body().path("next").asString("");
        }
        return items(looker, open, more);
    }

    private static void take(Map<String, Open> open, JsonNode item) {
        if (!item.path("scored").asBoolean(false) && !item.path("recused").asBoolean(false)) {
            open.merge(item.path("category").asString(""), new Open(1, item.path("entry").asString("")),
                    (before, one) -> new Open(before.entries() + 1, before.first()));
        }
    }

    private static List<Item> items(Looker looker, Map<String, Open> open, boolean more) {
        List<Item> items = new ArrayList<>();
        open.forEach((category, what) -> item(looker, category, what, more, items));
        if (items.isEmpty()) {
            items.add(looker.item("score", Item.Tone.DECIDE, Tally.of(0), "", looker.page("/judging")));
        }
        return items;
    }

    private static void item(Looker looker, String category, Open what, boolean more, List<Item> items) {
        String name = looker.words().category(category);
        Tally tally = new Tally(true, what.entries(), more);
        String stage = looker.ofCampaign("/categories/" + category + "/judging").body().path("stage").asString("");
        switch (stage) {
            case "OPEN" -> items.add(looker.item("score", Item.Tone.DECIDE, tally, name, looker.page("/judging/"
                    + what.first())));
            case "ENDED", "CLOSED" -> {
                // Scores stand still: what is not scored is nobody's to do any more.
            }
            default -> items.add(looker.item("soon", Item.Tone.LATER, tally, name, looker.page("/judging")));
        }
    }
}
