package org.campaignledger.subscription.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.web.door.RateLimits;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the links of mails do, for whoever has them: whoever reads the mail, with an account or without. */
@RestController
@RequestMapping("/api/v1/subscriptions/links/{link}")
class LinksEndpoint {

    private final SubscriptionTable table;
    private final LedgerClock clock;
    private final LedgerStore store;
    private final Freshness freshness;
    private final RateLimits limits;

    LinksEndpoint(SubscriptionTable table, LedgerClock clock, LedgerStore store, Freshness freshness,
            RateLimits limits) {
        this.limits = limits;
        this.table = table;
        this.clock = clock;
        this.store = store;
        this.freshness = freshness;
    }

    /** The subscription of a link, as far as whoever reads the mail knows it. */
    record Linked(String campaign, String kind, String state) {}

    @GetMapping
    ResponseEntity<Linked> one(@PathVariable String link, @RequestParam(required = false) @Nullable Long waitFor) {
        return freshness.answerFromHead(waitFor, () -> linked(found(link)));
    }

    /** The address is theirs: from now on it is told. */
    @PostMapping("/confirm")
    ResponseEntity<Linked> confirm(HttpServletRequest request, @PathVariable String link) {
        limits.check(RateLimits.Of.LINKS, request);
        Subscription of = found(link);
        if (of.state() == Subscription.State.CANCELLED) {
            throw SubscriptionDesk.ended();
        }
        table.confirm(of.id(), clock.now());
        return answer(link);
    }

    /** Ends it for good; one that has ended is left as it is. */
    @PostMapping("/cancel")
    ResponseEntity<Linked> cancel(HttpServletRequest request, @PathVariable String link) {
        limits.check(RateLimits.Of.LINKS, request);
        table.cancel(found(link).id(), "", clock.now());
        return answer(link);
    }

    private ResponseEntity<Linked> answer(String link) {
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(store.head())).body(linked(found(link)));
    }

    private Subscription found(String link) {
        return table.ofLink(Subscribing.hash(link)).orElseThrow(Refused::notFound);
    }

    private static Linked linked(Subscription of) {
        return new Linked(of.campaign(), of.kind().name(), of.state().name());
    }
}
