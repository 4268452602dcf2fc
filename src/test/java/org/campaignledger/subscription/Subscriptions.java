package org.campaignledger.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.campaignledger.subscription.post.Posting;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.campaignledger.subscription.watch.Watching;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import tools.jackson.databind.JsonNode;

/** What tests of subscriptions do again and again. */
public final class Subscriptions {

    private Subscriptions() {}

    /** A form for a webhook. */
    public static Form webhook(String kind, String url) {
        return new Form().with("kind", kind).with("channel", "WEBHOOK").with("address", url);
    }

    /** Subscribes; it is granted. */
    public static Answer made(Desk desk, Form form) {
        Answer answer = desk.posts(desk.path("subscriptions"), form);
        assertThat(answer.status()).as(answer::toString).isEqualTo(201);
        assertThat(answer.location()).isEqualTo(desk.path("subscriptions/" + answer.id()));
        return answer;
    }

    /** Looks at a subscription now. */
    public static void looks(Ledger ledger, Answer subscription) {
        ledger.bean(Watching.class).look(kept(ledger, subscription));
    }

    /** A subscription as it is kept. */
    public static Subscription kept(Ledger ledger, Answer subscription) {
        return ledger.bean(SubscriptionTable.class).find(subscription.id()).orElseThrow();
    }

    /** Sends everything that is due, of all subscriptions. */
    public static void sends(Ledger ledger) {
        Posting posting = ledger.bean(Posting.class);
        int sent = 0;
        while (posting.pass()) {
            assertThat(++sent).isLessThan(1_000);
        }
    }

    /** What failed is due now, and whoever had something to send has died. */
    public static void timePasses(Ledger ledger) {
        ledger.database().sql("""
            update subscription_delivery set next_at = now() - interval '1 second',
                   claimed_until = case when claimed_until is null then null else now() - interval '1 second' end
            where state = 'WAITING'""").update();
    }

    /** Deliveries of a subscription, oldest first. */
    public static List<JsonNode> deliveries(Desk desk, Answer subscription) {
        List<JsonNode> found = new ArrayList<>();
        desk.gets(subscription.location() + "/deliveries").isShown().json().path("items").forEach(found::add);
        return found.reversed();
    }

    /** Their states, oldest first. */
    public static List<String> states(Desk desk, Answer subscription) {
        return deliveries(desk, subscription).stream().map(each -> each.path("state").stringValue()).toList();
    }

    /** Names of the fields of an object. */
    public static Set<String> fields(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }
}
