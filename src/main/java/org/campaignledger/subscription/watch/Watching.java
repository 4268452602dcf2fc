package org.campaignledger.subscription.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.campaignledger.platform.eventstore.LedgerClock;
import org.campaignledger.platform.ops.Repeating;
import org.campaignledger.platform.web.contract.ContractAs;
import org.campaignledger.subscription.SubscriptionProperties;
import org.campaignledger.subscription.model.Kind;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at each subscription in its turn, on whichever instance is free: with the rights that its account has at that
 * moment. While the account is disabled the subscription rests.
 */
@Component
public class Watching implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final SubscriptionTable table;
    private final Map<Kind, Watch> watches;
    private final ContractAs contract;
    private final SubscriptionProperties properties;
    private final LedgerClock ledgerClock;
    private final InstantSource clock = InstantSource.system();
    private final Repeating looking;

    Watching(SubscriptionTable table, List<Watch> watches, ContractAs contract, SubscriptionProperties properties,
            LedgerClock ledgerClock) {
        this.table = table;
        this.watches = watches.stream().collect(Collectors.toUnmodifiableMap(Watch::kind, Function.identity()));
        this.contract = contract;
        this.properties = properties;
        this.ledgerClock = ledgerClock;
        this.looking = new Repeating("subscriptions-watch", properties.sendEvery(), this::pass);
    }

    /** Looks at a subscription whose turn it is; answers whether there was one. */
    public boolean pass() {
        Instant now = clock.instant();
        Optional<Subscription> next = table.nextToCheck(now, now.plus(properties.checkEvery()));
        next.ifPresent(this::tried);
        return next.isPresent();
    }

    /** One that fails waits for its next turn, and holds up no other. */
    private void tried(Subscription subscription) {
        try {
            look(subscription);
        } catch (RuntimeException failed) {
            // A failure of the contract says what it was; of any other the kind, since a message may hold anything.
            String what = failed instanceof Looking.NotAnswered ? failed.getMessage() : failed.getClass().getName();
            LOG.warn("The subscription {} ({}) could not be looked at: {} at {}", subscription.id(), subscription
                    .kind(), what, failed.getStackTrace().length == 0 ? "?" : failed.getStackTrace()[0]);
        }
    }

    /** Looks at a subscription now, whether it is its turn or not. */
    public void look(Subscription subscription) {
        look(subscription, ledgerClock.now());
    }

    /** The same as of another moment of the ledger. */
    void look(Subscription subscription, Instant now) {
        Watch watch = Objects.requireNonNull(watches.get(subscription.kind()));
        contract.with(subscription.account(), subscription.language(), (asked, actor) -> watch.look(new Looking(
                subscription, asked, actor, now)));
    }

    @Override
    public void start() {
        looking.start();
    }

    @Override
    public void stop() {
        looking.stop();
    }

    @Override
    public boolean isRunning() {
        return looking.isRunning();
    }
}
