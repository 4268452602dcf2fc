package org.campaignledger.platform.web.pages.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.CampaignFace;
import tools.jackson.databind.JsonNode;

/** What waits for whoever runs the ledger. */
final class ForAdmin {

    private static final Set<String> QUOTAS = Set.of("targets", "allocations", "bounds");

    private ForAdmin() {}

    static List<Item> items(Looker looker) {
        List<Item> items = new ArrayList<>(corrections(looker));
        items.addAll(Machinery.items(looker, Item.Tone.DECIDE));
        items.addAll(phases(looker));
        items.add(looker.item("twins", Item.Tone.DECIDE, Tally.of(looker.ofCampaign("/duplicates?limit=100")),
                looker.say("home.twins.admin"), looker.page("/duplicates")));
        return items;
    }

    /** Who asks never decides: their own requests wait for another. */
    private static List<Item> corrections(Looker looker) {
        ContractAnswer answer = looker.ofLedger("/corrections?state=REQUESTED&limit=200");
        Predicate<JsonNode> own = item -> item.path("maker").asString("").equals(looker.actor().account());
        Predicate<JsonNode> quota = item -> QUOTAS.contains(item.path("kind").asString(""))
                && item.path("campaign").asString("").equals(looker.face().id());
        return List.of(
                looker.item("quotas", Item.Tone.DECIDE, Tally.of(answer, quota.and(own.negate())), looker.say(
                        "home.quotas.detail"), looker.page("/quotas")),
                looker.item("corrections", Item.Tone.DECIDE, Tally.of(answer, quota.or(own).negate()), looker.say(
                        "home.corrections.detail"), "/corrections?state=REQUESTED"),
                looker.item("mine", Item.Tone.LATER, Tally.of(answer, own), looker.say("home.asked.detail"),
                        "/corrections?state=REQUESTED&maker=" + looker.actor().account()));
    }

    private static List<Item> phases(Looker looker) {
        ContractAnswer answer = looker.ofCampaign("");
        boolean runs = !answer.body().path("state").asString("").equals("CLOSED");
        LocalDate today = looker.today();
        return List.of(
                phases(looker, "due", answer, (phase, days) -> runs && !phase.path("open").asBoolean(false)
                        && !phase.has("closedOn") && days.covers(today)),
                phases(looker, "overdue", answer, (phase, days) -> runs && phase.path("open").asBoolean(false)
                        && today.isAfter(days.to())));
    }

    private record Days(LocalDate from, LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private static Item phases(Looker looker, String key, ContractAnswer answer, BiPredicate<JsonNode, Days> meant) {
        List<JsonNode> found = answer.body().path("phases").valueStream().filter(phase -> meant.test(phase, new Days(
                LocalDate.parse(phase.path("from").asString()), LocalDate.parse(phase.path("to").asString()))))
                .toList();
        String names = found.stream().map(phase -> new CampaignFace.Name(phase.path("zh").asString(""), phase.path(
                "en").asString("")).in(looker.words().language()) + " " + phase.path("from").asString("") + " – "
                + phase.path("to").asString("")).collect(Collectors.joining("; "));
        return looker.item(key, Item.Tone.DECIDE, new Tally(answer.isGranted(), found.size(), false), names,
                looker.page("/phases"));
    }
}
