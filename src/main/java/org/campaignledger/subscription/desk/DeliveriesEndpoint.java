package org.campaignledger.subscription.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.DeliveryTable;
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
import tools.jackson.databind.json.JsonMapper;

/** What a subscription has sent and is to send; a test of it, and another try for what was given up. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/subscriptions/{id}")
class DeliveriesEndpoint {

    /** Tests of a subscription within {@link #TEST_PERIOD}: an address is not to be filled by pressing a button. */
    private static final int TESTS = 5;
    private static final Duration TEST_PERIOD = Duration.ofMinutes(10);

    private final SubscriptionTable subscriptions;
    private final DeliveryTable table;
    private final SubscriptionDesk desk;
    private final LedgerStore store;
    private final Freshness freshness;
    private final LedgerClock clock;
    private final JsonMapper json;
    private final InstantSource time = InstantSource.system();

    DeliveriesEndpoint(SubscriptionTable subscriptions, DeliveryTable table, SubscriptionDesk desk, LedgerStore store,
            Freshness freshness, LedgerClock clock, JsonMapper json) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.desk = desk;
        this.store = store;
        this.freshness = freshness;
        this.clock = clock;
        this.json = json;
    }

    /** Deliveries, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<DeliveryView> items, @Nullable String next) {}

    /** The delivery that was made, or is sent again. */
    record Sending(String id) {}

    /**
     * What was sent and is to be sent.
     *
     * @param after cursor of the page before
     * @param limit at most, to 200
     */
    @GetMapping("/deliveries")
    ResponseEntity<Page> list(@PathVariable String campaign, @PathVariable String id,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(SubscriptionsEndpoint.SUBSCRIBERS);
        SubscriptionDesk.mustBeWithin(limit);
        return freshness.answerFromHead(waitFor, () -> {
            Subscription of = desk.visible(campaign, id, actor);
            List<Delivery> found = table.list(of.id(), after, limit + 1);
            boolean more = found.size() > limit;
            List<Delivery> shown = more ? found.subList(0, limit) : found;
            return new Page(shown.stream().map(DeliveryView::of).toList(), more ? shown.getLast().id() : null);
        });
    }

    @GetMapping("/deliveries/{delivery}")
    ResponseEntity<DeliveryView> one(@PathVariable String campaign, @PathVariable String id,
            @PathVariable String delivery, @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(SubscriptionsEndpoint.SUBSCRIBERS);
        return freshness.answerFromHead(waitFor, () -> table.find(desk.visible(campaign, id, actor).id(), delivery)
                .map(DeliveryView::of).orElseThrow(Refused::notFound));
    }

    /** Sends something to see whether it arrives. */
    @PostMapping("/test")
    ResponseEntity<Sending> test(@PathVariable String campaign, @PathVariable String id) {
        Actor actor = CurrentActor.require(SubscriptionsEndpoint.SUBSCRIBERS);
        Subscription own = desk.own(campaign, id, actor);
        if (own.state() == Subscription.State.UNCONFIRMED) {
            throw Refused.conflict("subscription-unconfirmed", null);
        }
        Instant now = time.instant();
        if (table.since(id, Delivery.TEST, now.minus(TEST_PERIOD)) >= TESTS) {
            throw Refused.of(Refused.Kind.TOO_MANY, "too-many-tests", Map.of("max", TESTS, "minutes", TEST_PERIOD
                    .toMinutes()));
        }
        String delivery = table.add(id, "test:" + now, Delivery.TEST, json.createObjectNode().put("test", true), store
                .head(), now).orElseThrow(() -> Refused.conflict("concurrent-change", null));
        subscriptions.note(id, actor.account(), "TESTED", clock.now());
        return ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign + "/subscriptions/" + id
                + "/deliveries/" + delivery)).header(CommandDoor.POSITION, Long.toString(store.head()))
                .body(new Sending(delivery));
    }

    /** Sends again what was given up, under the same id: its holder, or an ADMIN. */
    @PostMapping("/deliveries/{delivery}/retry")
    ResponseEntity<Sending> retry(@PathVariable String campaign, @PathVariable String id,
            @PathVariable String delivery) {
        Actor actor = CurrentActor.require(SubscriptionsEndpoint.SUBSCRIBERS);
        Subscription of = desk.actable(campaign, id, actor);
        if (of.state() == Subscription.State.CANCELLED) {
            throw SubscriptionDesk.ended();
        }
        Delivery found = table.find(id, delivery).orElseThrow(Refused::notFound);
        if (!table.again(found.id(), time.instant())) {
            throw Refused.conflict("not-given-up", null);
        }
        subscriptions.note(id, actor.account(), "SENT_AGAIN", clock.now());
        return ResponseEntity.ok().header(CommandDoor.POSITION, Long.toString(store.head())).body(new Sending(
                delivery));
    }
}
