package org.campaignledger.platform.web.pages.home;

import java.util.List;
import java.util.stream.Collectors;

import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/** How the projections stand, for those who may see it. */
final class Machinery {

    /** How far a projection may be behind and still be with the ledger, as on the page of operations. */
    private static final double SECONDS_BEHIND = 5;

    private Machinery() {}

    static List<Item> items(Looker looker, Item.Tone tone) {
        ContractAnswer answer = looker.ofLedger("/operations/projections");
        List<JsonNode> projections = answer.body().path("items").valueStream().toList();
        long letters = projections.stream().mapToLong(one -> one.path("deadLetters").asLong(0)).sum();
        List<JsonNode> behind = projections.stream().filter(one -> one.path("lagEvents").asLong(0) > 0
                && one.path("lagSeconds").asDouble(0) > SECONDS_BEHIND).toList();
        return List.of(
                looker.item("letters", tone, new Tally(answer.isGranted(), letters, false), looker.say(
                        "home.letters.detail"), "/operations#letters"),
                looker.item("behind", tone, new Tally(answer.isGranted(), behind.size(), false), behind.stream().map(
                        one -> name(looker, one)).collect(Collectors.joining("; ")), "/operations"));
    }

    private static String name(Looker looker, JsonNode projection) {
        String name = projection.path("name").asString("");
        String key = "admin.projection." + name;
        return looker.say("home.behind.detail", looker.words().texts().has(key) ? looker.say(key) : name,
                looker.figure(projection.path("lagEvents").asLong(0)));
    }
}
