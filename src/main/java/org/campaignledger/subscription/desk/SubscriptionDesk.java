package org.campaignledger.subscription.desk;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.campaignledger.kernel.Actor;
import org.campaignledger.kernel.Checks;
import org.campaignledger.kernel.Refused;
import org.campaignledger.kernel.Role;
import org.campaignledger.platform.rules.CampaignRulesSource;
import org.campaignledger.platform.web.contract.ContractAs;
import org.campaignledger.subscription.model.AnEmailAddress;
import org.campaignledger.subscription.model.Channel;
import org.campaignledger.subscription.post.Posting;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may see which subscription, who may act on it, and what of it is shown. */
@Component
class SubscriptionDesk {

    private static final int MAX_LIMIT = 200;

    private final SubscriptionTable table;
    private final DeliveryTable deliveries;
    private final CampaignRulesSource campaigns;
    private final ContractAs accounts;
    private final Posting posting;

    SubscriptionDesk(SubscriptionTable table, DeliveryTable deliveries, CampaignRulesSource campaigns,
            ContractAs accounts, Posting posting) {
        this.table = table;
        this.deliveries = deliveries;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.posting = posting;
    }

    /** What is answered on one that has ended: 409. */
    static Refused ended() {
        return Refused.conflict("subscription-ended", null);
    }

    static void mustBeWithin(int limit) {
        Checks checks = new Checks();
        checks.that(limit >= 1 && limit <= MAX_LIMIT, "limit", "limit-out-of-range", Map.of("max", MAX_LIMIT));
        checks.refuseIfAny();
    }

    private static boolean seesAll(Actor actor) {
        return actor.role() == Role.ADMIN || actor.role() == Role.AUDITOR;
    }

    SubscriptionsEndpoint.Page page(String campaign, Actor actor, @Nullable String after, int limit) {
        mustBeWithin(limit);
        campaigns.rules(campaign);
        List<Subscription> found = table.list(campaign, seesAll(actor) ? null : actor.account(), after, limit + 1);
        boolean more = found.size() > limit;
        List<Subscription> shown = more ? found.subList(0, limit) : found;
        Map<String, DeliveryTable.Tally> tallies = deliveries.tallies(shown.stream().map(Subscription::id).toList());
        return new SubscriptionsEndpoint.Page(shown.stream().map(each -> view(each, actor, tallies.getOrDefault(each
                .id(), DeliveryTable.Tally.NONE), null)).toList(), more
                        ? shown.getLast().id()
                        : null, posting.sendsMails());
    }

    /** One's own, or any for whoever runs or audits the ledger; otherwise it is as if there were none. */
    Subscription visible(String campaign, String id, Actor actor) {
        return table.find(id).filter(found -> found.campaign().equals(campaign) && (seesAll(actor) || found.account()
                .equals(actor.account()))).orElseThrow(Refused::notFound);
    }

    /** One's own, or any for an ADMIN. */
    Subscription actable(String campaign, String id, Actor actor) {
        Subscription found = visible(campaign, id, actor);
        if (actor.role() != Role.ADMIN && !found.account().equals(actor.account())) {
            throw Refused.forbidden("not-your-subscription");
        }
        return found;
    }

    /** One's own that has not ended. */
    Subscription own(String campaign, String id, Actor actor) {
        Subscription found = visible(campaign, id, actor);
        if (!found.account().equals(actor.account())) {
            throw Refused.forbidden("not-your-subscription");
        }
        if (found.state() == Subscription.State.CANCELLED) {
            throw ended();
        }
        return found;
    }

    /** With all that was changed of it. */
    SubscriptionView whole(Subscription of, Actor actor) {
        return view(of, actor, deliveries.tallies(List.of(of.id())).getOrDefault(of.id(), DeliveryTable.Tally.NONE),
                table.changes(of.id()));
    }

    private SubscriptionView view(Subscription of, Actor actor, DeliveryTable.Tally tally,
            @Nullable List<SubscriptionTable.Change> changes) {
        String address = table.secrets(of).map(Secrets::address).map(known -> of.account().equals(actor.account())
                ? known
                : hidden(of.channel(), known)).orElse(null);
        return SubscriptionView.of(of, address, rests(of), tally, changes);
    }

    /** Why nothing is sent at this moment, as it stands now. */
    private @Nullable String rests(Subscription of) {
        if (of.state() == Subscription.State.CANCELLED) {
            return null;
        }
        if (!accounts.stands(of.account())) {
            return "account-disabled";
        }
        return of.channel() == Channel.EMAIL && !posting.sendsMails() ? "mail-is-off" : null;
    }

    /** The way of a webhook may be a secret by itself: others see the host. */
    private static String hidden(Channel channel, String address) {
        return channel == Channel.EMAIL
                ? AnEmailAddress.masked(address)
                : Optional.ofNullable(URI.create(address).getHost()).orElse("***");
    }
}
