package org.campaignledger.platform.web.pages.home;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.campaignledger.platform.web.contract.ContractAnswer;
import tools.jackson.databind.JsonNode;

/** What waits for whoever records for a unit. */
final class ForReporter {

    private static final List<String> KINDS = List.of("events", "mobilizations", "propagandists", "reach-reports");

    private ForReporter() {}

    static List<Item> items(Looker looker) {
        String unit = looker.scope();
        List<Item> items = new ArrayList<>();
        items.add(quiet(looker));
        items.add(looker.item("twins", Item.Tone.WAITS, Tally.of(looker.ofCampaign(
                "/duplicates?limit=100&unit=" + unit)), looker.say("home.twins.reporter"),
                looker.page("/duplicates")));
        items.add(recommend(looker));
        items.add(Requirements.item(looker));
        items.add(looker.item("asked", Item.Tone.LATER, Tally.of(looker.ofCampaign(
                "/corrections?state=REQUESTED&limit=200&maker=" + looker.actor().account())),
                looker.say("home.asked.detail"), looker.page("/corrections?state=REQUESTED")));
        return items;
    }

    /** The days since anything was recorded; nothing to be done where no phase is open in which it is. */
    private static Item quiet(Looker looker) {
        if (!looker.face().isOpen("MOBILISE", "RECOMMEND")) {
            return looker.item("quiet", Item.Tone.CLEAR, Tally.of(0), "", "/record");
        }
        List<ContractAnswer> newest = KINDS.stream().map(kind -> looker.ofCampaign("/" + kind + "?limit=1&unit="
                + looker.scope())).toList();
        if (newest.stream().anyMatch(answer -> !answer.isGranted())) {
            return looker.item("quiet", Item.Tone.WAITS, new Tally(false, 0, false), "", "/record");
        }
        Optional<LocalDate> last = newest.stream().map(answer -> answer.body().path("items").path(0))
                .filter(JsonNode::isObject).map(item -> item.path("recordedAt").asString("")).map(Instant::parse)
                .max(Comparator.naturalOrder()).map(looker.face()::dateOf);
        String href = "/record?campaign=" + looker.face().id();
        if (last.isEmpty()) {
            return new Item("first", Item.Tone.WAITS, "0", looker.say("home.first.detail"), href);
        }
        LocalDate day = last.get();
        return looker.item("quiet", Item.Tone.WAITS, Tally.of(Math.max(0, ChronoUnit.DAYS.between(day,
                looker.today()))), looker.say("home.quiet.detail", day.toString()), href);
    }

    private static Item recommend(Looker looker) {
        Tally accepted = Counts.of(looker, "ACCEPTED");
        String closed = looker.notBefore("RECOMMEND");
        return looker.item("recommend", closed.isEmpty() ? Item.Tone.WAITS : Item.Tone.LATER, accepted,
                closed.isEmpty() ? looker.say("home.recommend.detail") : closed,
                looker.page("/works?state=ACCEPTED"));
    }
}
