package org.campaignledger.subscription.post;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.platform.web.contract.ContractAs;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.Backoff;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, a few at a time on each instance, at least once: an attempt is noted before it is made, and its
 * end after it; whoever dies in between leaves it to be sent again under the same id. Time is the real one: receivers
 * compare it with theirs.
 */
@Component
public class Posting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);
    /** Of these an account holds one at a time: receivers that are slow hold up the messages of their account. */
    private static final int SIDE_BY_SIDE = 4;

    private final SubscriptionTable subscriptions;
    private final DeliveryTable deliveries;
    private final Webhooks webhooks;
    private final Mails mails;
    private final ContractAs accounts;
    private final SubscriptionProperties properties;
    private final Backoff backoff;
    private final InstantSource clock;
    private final List<Repeating> sending;

    @Autowired
    Posting(SubscriptionTable subscriptions, DeliveryTable deliveries, Webhooks webhooks, Mails mails,
            ContractAs accounts, SubscriptionProperties properties, MeterRegistry registry) {
        this(subscriptions, deliveries, webhooks, mails, accounts, properties, InstantSource.system());
        Gauge.builder("ledger.subscriptions.waiting", () -> deliveries.count(Delivery.State.WAITING))
                .description("Deliveries of subscriptions that are to be sent").register(registry);
        Gauge.builder("ledger.subscriptions.dead", () -> deliveries.count(Delivery.State.DEAD))
                .description("Deliveries of subscriptions that were given up").register(registry);
    }

    Posting(SubscriptionTable subscriptions, DeliveryTable deliveries, Webhooks webhooks, Mails mails,
            ContractAs accounts, SubscriptionProperties properties, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.mails = mails;
        this.accounts = accounts;
        this.properties = properties;
        this.backoff = new Backoff(properties.firstPause(), properties.longestPause());
        this.clock = clock;
        this.sending = IntStream.range(0, SIDE_BY_SIDE).mapToObj(number -> new Repeating("subscriptions-send-" + number,
                properties.sendEvery(), this::pass)).toList();
    }

    /** Whether mails can be sent. */
    public boolean sendsMails() {
        return mails.works();
    }

    /** Sends one delivery that is due; answers whether there was one. */
    public boolean pass() {
        Instant now = clock.instant();
        // Longer than a webhook's attempt and than a mail's usual one. A mail server that answers byte by byte may be
        // overtaken: then its mail comes twice, under one Message-ID.
        Duration lease = properties.timeout().multipliedBy(3).plusMinutes(2);
        Optional<Delivery> due = deliveries.claim(now, now.plus(lease), mails.works());
        due.ifPresent(delivery -> settle(delivery, outcome(delivery)));
        return due.isPresent();
    }

    private Outcome outcome(Delivery delivery) {
        if (delivery.attempts() - delivery.forgiven() > properties.attempts()) {
            // Whoever tried it last never came back: it must not take down one instance after the other.
            return Outcome.hopeless("unfinished");
        }
        try {
            return attempt(delivery);
        } catch (RuntimeException unforeseen) {
            // The kind alone: a message may hold an address.
            LOG.warn("The delivery {} was broken off by {} at {} and is tried again", delivery.id(), unforeseen
                    .getClass().getName(), unforeseen.getStackTrace().length == 0
                            ? "?"
                            : unforeseen.getStackTrace()[0]);
            return Outcome.failed("internal-error");
        }
    }

    private Outcome attempt(Delivery delivery) {
        Subscription of = subscriptions.find(delivery.subscription()).orElse(null);
        Secrets secrets = of == null ? null : subscriptions.secrets(of).orElse(null);
        @Nullable
        String obstacle = obstacle(of, secrets, delivery);
        if (of == null || secrets == null || obstacle != null) {
            return Outcome.hopeless(obstacle == null ? "cancelled" : obstacle);
        }
        return of.channel() == Channel.WEBHOOK
                ? webhooks.send(of, delivery, secrets, clock.instant())
                : mails.send(of, delivery, secrets);
    }

    /** What was right when it was written need not be when it is sent. */
    private @Nullable String obstacle(@Nullable Subscription of, @Nullable Secrets secrets, Delivery delivery) {
        if (of == null || secrets == null || of.state() == Subscription.State.CANCELLED) {
            return "cancelled";
        }
        if (!accounts.stands(of.account())) {
            return "account-disabled";
        }
        boolean confirming = delivery.kind().equals(Delivery.CONFIRMATION);
        return of.state() == Subscription.State.UNCONFIRMED && !confirming ? "unconfirmed" : null;
    }

    private void settle(Delivery delivery, Outcome outcome) {
        Instant now = clock.instant();
        int attempts = delivery.attempts() - delivery.forgiven();
        boolean goesOn = outcome.end() == Outcome.End.FAILED && attempts < properties.attempts();
        Delivery.State state = outcome.end() == Outcome.End.SENT
                ? Delivery.State.SENT
                : goesOn ? Delivery.State.WAITING : Delivery.State.DEAD;
        Instant next = goesOn
                ? now.plus(backoff.after(attempts, ThreadLocalRandom.current().nextDouble()))
                : null;
        deliveries.settle(delivery, state, outcome.code(), outcome.status(), next, now);
    }

    @Override
    public void start() {
        sending.forEach(Repeating::start);
    }

    @Override
    public void stop() {
        // All at once: each waits for the attempt that it is making.
        for (Thread stopping : sending.stream().map(each -> Thread.startVirtualThread(each::stop)).toList()) {
            try {
                stopping.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return sending.getFirst().isRunning();
    }
}
