package org.campaignledger.platform.web.pages.home;

import java.util.List;

import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/** What waits for the host of a category: works to be checked, then the next step of their judging. */
final class ForHost {

    private ForHost() {}

    static List<Item> items(Looker looker) {
        return List.of(looker.item("check", Item.Tone.DECIDE, Counts.of(looker, "SUBMITTED"),
                looker.say("home.check.detail"), looker.page("/works?state=SUBMITTED")), judging(looker), Requirements
                        .item(looker));
    }

    private static Item judging(Looker looker) {
        String href = looker.page("/categories/" + looker.scope() + "/judging");
        ContractAnswer answer = looker.ofCampaign("/categories/" + looker.scope() + "/judging");
        if (!answer.isGranted()) {
            return looker.item("scoring", Item.Tone.WAITS, new Tally(false, 0, false), "", href);
        }
        JsonNode judging = answer.body();
        long works = judging.path("entries").path("recommended").asLong(0);
        return switch (judging.path("stage").asString("")) {
            case "OPEN" -> open(looker, judging, works, href);
            case "ENDED" -> looker.item("ranked", Item.Tone.LATER, Tally.of(works), looker.say("home.ranked.detail"),
                    href);
            case "CLOSED" -> closed(looker, judging, href);
            default -> notOpened(looker, works, href);
        };
    }

    private static Item notOpened(Looker looker, long works, String href) {
        String shut = looker.notBefore("JUDGE");
        if (works == 0) {
            return new Item("open", Item.Tone.CLEAR, "0", shut, href);
        }
        return looker.item("open", shut.isEmpty() ? Item.Tone.DECIDE : Item.Tone.LATER, Tally.of(works),
                shut.isEmpty() ? looker.say("home.open.detail") : shut, href);
    }

    private static Item open(Looker looker, JsonNode judging, long works, String href) {
        long enough = judging.path("entries").path("withEnoughScores").asLong(0);
        if (judging.path("judges").isEmpty() && works > 0) {
            return looker.item("assign", Item.Tone.DECIDE, Tally.of(works), looker.say("home.assign.detail"), href);
        }
        String progress = looker.say("home.scoring.detail", looker.figure(enough), looker.figure(works));
        return works > 0 && enough >= works
                ? looker.item("close", Item.Tone.DECIDE, Tally.of(works), progress, href)
                : looker.item("scoring", Item.Tone.WAITS, Tally.of(works - enough), progress, href);
    }

    private static Item closed(Looker looker, JsonNode judging, String href) {
        long ranked = judging.path("ranking").path("ranked").asLong(0);
        long awards = judging.path("ranking").path("awards").asLong(0);
        return looker.item("award", awards == 0 ? Item.Tone.DECIDE : Item.Tone.LATER, Tally.of(ranked),
                looker.say("home.award.detail", looker.figure(awards)), href);
    }
}
