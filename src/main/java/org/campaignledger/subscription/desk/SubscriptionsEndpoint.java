package org.campaignledger.subscription.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.personaldata.LedgerKeys;
import org.campaignledger.platform.web.body.CommandBodies;
import org.campaignledger.platform.web.door.CommandDoor;
import org.campaignledger.platform.web.door.CurrentActor;
import org.campaignledger.platform.web.door.Freshness;
import org.campaignledger.platform.works.UploadKeys;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions: made, looked at, given a new secret, ended. */
@RestController
@RequestMapping("/api/v1/campaigns/{campaign}/subscriptions")
class SubscriptionsEndpoint {

    /** Who may have subscriptions at all. */
    static final Role[] SUBSCRIBERS = {Role.REPORTER, Role.HOST, Role.ADMIN, Role.AUDITOR};
    private static final String REPLAYED = "Idempotency-Replayed";

    private final Subscribing subscribing;
    private final SubscriptionTable table;
    private final SubscriptionDesk desk;
    private final LedgerKeys keys;
    private final LedgerStore store;
    private final Freshness freshness;
    private final LedgerClock clock;
    private final SubscriptionProperties properties;
    private final InstantSource time = InstantSource.system();

    SubscriptionsEndpoint(Subscribing subscribing, SubscriptionTable table, SubscriptionDesk desk, LedgerKeys keys,
            LedgerStore store, Freshness freshness, LedgerClock clock, SubscriptionProperties properties) {
        this.subscribing = subscribing;
        this.table = table;
        this.desk = desk;
        this.keys = keys;
        this.store = store;
        this.freshness = freshness;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * What was made or changed.
     *
     * @param secret by which a receiver verifies webhooks: shown here and in no list; the same request again (its idempotency
     *               key) shows the one that is in force by then; absent for mails
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Made(String id, @Nullable String secret) {}

    /** Subscriptions, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<SubscriptionView> items, @Nullable String next, boolean mails) {}

    @PostMapping
    ResponseEntity<Made> make(@PathVariable String campaign, @RequestBody SubscriptionBody body,
            HttpServletRequest request) {
        Actor actor = CurrentActor.require(SUBSCRIBERS);
        Subscribing.Made made = subscribing.make(campaign, body, actor, new SubscriptionTable.Request(
                UploadKeys.scope(request, actor), keys.bodyHash(CommandBodies.canonical(request))));
        ResponseEntity.BodyBuilder answer = ResponseEntity.created(URI.create("/api/v1/campaigns/" + campaign
                + "/subscriptions/" + made.id())).header("Cache-Control", "no-store");
        if (made.isAgain()) {
            answer.header(REPLAYED, "true");
        }
        return positioned(answer).body(new Made(made.id(), made.secret()));
    }

    private ResponseEntity.BodyBuilder positioned(ResponseEntity.BodyBuilder answer) {
        return answer.header(CommandDoor.POSITION, Long.toString(store.head()));
    }

    /**
     * One's own, or everybody's for whoever runs or audits the ledger.
     *
     * @param after cursor of the page before
     * @param limit at most, to 200
     */
    @GetMapping
    ResponseEntity<Page> list(@PathVariable String campaign, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(SUBSCRIBERS);
        return freshness.answerFromHead(waitFor, () -> desk.page(campaign, actor, after, limit));
    }

    @GetMapping("/{id}")
    ResponseEntity<SubscriptionView> one(@PathVariable String campaign, @PathVariable String id,
            @RequestParam(required = false) @Nullable Long waitFor) {
        Actor actor = CurrentActor.require(SUBSCRIBERS);
        return freshness.answerFromHead(waitFor, () -> desk.whole(desk.visible(campaign, id, actor), actor));
    }

    /** A new secret for a webhook; the one before signs as well for a while, so that receivers can change over. */
    @PostMapping("/{id}/secret")
    ResponseEntity<Made> secret(@PathVariable String campaign, @PathVariable String id, HttpServletRequest request) {
        Actor actor = CurrentActor.require(SUBSCRIBERS);
        Subscription own = desk.own(campaign, id, actor);
        if (own.channel() != Channel.WEBHOOK) {
            throw Refused.of(Refused.Kind.UNPROCESSABLE, "no-secret");
        }
        Instant now = time.instant();
        Secrets.Rotation next = new Secrets.Rotation(subscribing.newSecret(), now.plus(properties.secretOverlap()),
                UploadKeys.scope(request, actor));
        Secrets secrets = table.rotate(id, next, now, actor.account(), clock.now()).orElseThrow(
                () -> SubscriptionDesk.ended());
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header("Cache-Control", "no-store");
        if (!next.secret().equals(secrets.secret())) {
            answer.header(REPLAYED, "true");
        }
        return positioned(answer).body(new Made(id, secrets.secret()));
    }

    /** Ends a subscription for good: its holder, or an ADMIN. One that has ended is left as it is. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<Made> cancel(@PathVariable String campaign, @PathVariable String id) {
        Actor actor = CurrentActor.require(SUBSCRIBERS);
        table.cancel(desk.actable(campaign, id, actor).id(), actor.account(), clock.now());
        return positioned(ResponseEntity.ok()).body(new Made(id, null));
    }
}
