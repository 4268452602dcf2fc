package org.campaignledger.platform.web.pages.home;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.campaignledger.platform.web.contract.ContractAnswer;
import org.campaignledger.platform.web.pages.audit.SignedNote;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an auditor looks at first: whether the ledger is what was sealed, how far it is, and what was decided. */
final class ForAuditor {

    private static final Duration LATELY = Duration.ofDays(7);

    private ForAuditor() {}

    static List<Item> items(Looker looker, @Nullable Long alarm, Instant now) {
        List<Item> items = new ArrayList<>();
        String log = looker.page("/sealed-log");
        items.add(alarm == null
                ? looker.item("alarm", Item.Tone.DECIDE, Tally.of(0), "", log)
                : new Item("alarm", Item.Tone.DECIDE, looker.figure(alarm), looker.say("home.alarm.detail"), log));
        items.add(sealed(looker, log));
        items.add(decided(looker, now));
        items.addAll(Machinery.items(looker, Item.Tone.WAITS));
        return items;
    }

    /** The checkpoint first: the ledger only grows, so that nothing can seem to be sealed that is not yet there. */
    private static Item sealed(Looker looker, String href) {
        Optional<Long> size = looker.contract().text("/log/checkpoint").flatMap(SignedNote::of)
                .map(SignedNote::size);
        Long head = looker.ofLedger("/campaigns").position();
        if (size.isEmpty() || head == null) {
            return looker.item("unsealed", Item.Tone.WAITS, new Tally(false, 0, false), "", href);
        }
        return looker.item("unsealed", Item.Tone.WAITS, Tally.of(Math.max(0, head - size.get())), looker.say(
                "home.unsealed.detail", looker.figure(size.get()), looker.figure(head)), href);
    }

    private static Item decided(Looker looker, Instant now) {
        Instant since = now.minus(LATELY);
        return looker.item("decided", Item.Tone.WAITS, since(looker, "APPROVED", since).plus(since(looker, "REJECTED",
                since)), looker.say("home.decided.detail"), "/corrections?state=APPROVED");
    }

    private static Tally since(Looker looker, String state, Instant since) {
        ContractAnswer answer = looker.ofLedger("/corrections?limit=200&state=" + state);
        List<JsonNode> lately = answer.body().path("items").valueStream().filter(item -> Instant.parse(item.path(
                "decidedAt").asString("1970-01-01T00:00:00Z")).isAfter(since)).toList();
        return new Tally(answer.isGranted(), lately.size(), answer.body().has("next") && lately.size() >= 200);
    }
}
