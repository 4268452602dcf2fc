package org.campaignledger.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.subscription.Subscriptions.deliveries;
import static org.campaignledger.subscription.Subscriptions.made;
import static org.campaignledger.subscription.Subscriptions.sends;
import static org.campaignledger.subscription.Subscriptions.states;
import static org.campaignledger.subscription.Subscriptions.timePasses;
import static org.campaignledger.subscription.Subscriptions.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.campaignledger.subscription.model.WebhookSignature;
import org.campaignledger.subscription.post.Posting;
import org.campaignledger.subscription.store.Delivery;
import org.campaignledger.subscription.store.DeliveryTable;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.campaignledger.testing.Receiver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is to be sent is sent, at least once, until it is taken or given up. */
@AtTheDoor
class DeliveriesTest {

    private final Ledger ledger;
    private final Desk fujian;
    private final Receiver receiver = Receiver.listening();
    private Answer subscription;

    DeliveriesTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
        this.subscription = made(fujian, webhook("WEEKLY_DIGEST", receiver.url()));
    }

    @BeforeEach
    void aTestIsToBeSent() {
        sends(ledger);
        assertThat(fujian.posts(subscription.location() + "/test").status()).isEqualTo(201);
    }

    @AfterEach
    void end() {
        fujian.posts(subscription.location() + "/cancel");
        receiver.close();
    }

    private JsonNode delivery() {
        return deliveries(fujian, subscription).getFirst();
    }

    private String signatureOf(Receiver.Received received, String... secrets) {
        return WebhookSignature.of(List.of(secrets), received.header("webhook-id"), Long.parseLong(received.header(
                "webhook-timestamp")), received.body());
    }

    @Test
    void itArrivesSignedWithItsIdAndItsTime() {
        sends(ledger);
        assertThat(receiver.received()).hasSize(1);
        Receiver.Received received = receiver.received().getFirst();
        assertThat(received.path()).isEqualTo("/hooks/ledger?token=kept-to-ourselves");
        assertThat(received.header("content-type")).isEqualTo("application/json");
        assertThat(received.header("webhook-signature")).isEqualTo(signatureOf(received, subscription.at("/secret")
                .stringValue()));
        assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(received.header("webhook-timestamp"))),
                Instant.now()).abs()).isLessThan(Duration.ofMinutes(5));
        assertThat(received.json().path("type").stringValue()).isEqualTo("subscription.test");
        assertThat(received.json().at("/data/campaign").stringValue()).isEqualTo(ledger.campaign());
        assertThat(received.json().at("/data/test").booleanValue()).isTrue();
        JsonNode delivery = delivery();
        assertThat(delivery.path("id").stringValue()).isEqualTo(received.header("webhook-id"));
        assertThat(delivery.path("state").stringValue()).isEqualTo("SENT");
        assertThat(delivery.path("status").intValue()).isEqualTo(204);
        assertThat(delivery.path("attempts").intValue()).isEqualTo(1);
        fujian.gets(subscription.location() + "/deliveries/" + received.header("webhook-id")).isShown();
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdAndWithTheSameBytes() {
        receiver.answering(500, 302);
        sends(ledger);
        JsonNode waiting = delivery();
        assertThat(waiting.path("state").stringValue()).isEqualTo("WAITING");
        assertThat(waiting.path("outcome").stringValue()).isEqualTo("http-status");
        assertThat(waiting.path("status").intValue()).isEqualTo(500);
        assertThat(Duration.between(Instant.parse(waiting.path("attemptedAt").stringValue()), Instant.parse(waiting
                .path("nextAt").stringValue()))).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(32));
        timePasses(ledger);
        sends(ledger);
        timePasses(ledger);
        sends(ledger);
        assertThat(receiver.received()).hasSize(3).extracting(Receiver.Received::path).as("a redirect leads nowhere")
                .containsOnly("/hooks/ledger?token=kept-to-ourselves");
        assertThat(receiver.received()).extracting(each -> each.header("webhook-id")).containsOnly(waiting.path("id")
                .stringValue());
        assertThat(receiver.received()).extracting(each -> new String(each.body())).containsOnly(new String(receiver
                .received().getFirst().body()));
        assertThat(delivery().path("state").stringValue()).isEqualTo("SENT");
        assertThat(delivery().path("attempts").intValue()).isEqualTo(3);
    }

    @Test
    void whatIsNeverTakenIsGivenUpAndCanBeSentAgain() {
        receiver.answering(500, 500, 500, 500, 500, 500, 500, 500);
        for (int i = 0; i < 10; i++) {
            sends(ledger);
            timePasses(ledger);
        }
        JsonNode dead = delivery();
        assertThat(dead.path("state").stringValue()).isEqualTo("DEAD");
        assertThat(dead.path("attempts").intValue()).isEqualTo(8);
        assertThat(receiver.received()).hasSize(8);
        assertThat(fujian.gets(subscription.location()).isShown().at("/dead").longValue()).isEqualTo(1);
        assertThat(ledger.asAdmin().watches("/actuator/prometheus").text()).containsPattern(
                "(?m)^ledger_subscriptions_dead\\{[^}]*} [1-9]").contains("ledger_subscriptions_waiting");
        String again = subscription.location() + "/deliveries/" + dead.path("id").stringValue() + "/retry";
        ledger.as("gd").posts(again).isRefusedWith(404, "not-found");
        ledger.asAuditor().posts(again).isRefusedWith(403, "not-your-subscription");
        ledger.asAdmin().posts(again).isFound();
        ledger.asAdmin().posts(again).isRefusedWith(409, "not-given-up");
        fujian.posts(subscription.location() + "/deliveries/nothing/retry").isRefusedWith(404, "not-found");
        receiver.answering(500);
        sends(ledger);
        assertThat(delivery().path("state").stringValue()).as("it has all its attempts anew").isEqualTo("WAITING");
        timePasses(ledger);
        sends(ledger);
        assertThat(delivery().path("state").stringValue()).isEqualTo("SENT");
        assertThat(receiver.received()).extracting(each -> each.header("webhook-id")).containsOnly(dead.path("id")
                .stringValue());
    }

    @Test
    void whoDiesBetweenSendingAndNotingItHasItSentOnceMoreUnderTheSameId() {
        Delivery begun = ledger.bean(DeliveryTable.class).claim(Instant.now(), Instant.now().plusSeconds(60), false)
                .orElseThrow();
        sends(ledger);
        assertThat(receiver.received()).as("while it may still come back").isEmpty();
        timePasses(ledger);
        sends(ledger);
        assertThat(receiver.received()).extracting(each -> each.header("webhook-id")).containsExactly(begun.id());
        assertThat(delivery().path("attempts").intValue()).isEqualTo(2);
        ledger.bean(DeliveryTable.class).settle(begun, Delivery.State.DEAD, "timeout", null, null, Instant.now());
        assertThat(delivery().path("state").stringValue()).as("who was overtaken changes nothing").isEqualTo("SENT");
    }

    @Test
    void twoThatSendAtOnceSendItOnce() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            fujian.posts(subscription.location() + "/test");
        }
        CountDownLatch together = new CountDownLatch(1);
        Posting posting = ledger.bean(Posting.class);
        List<Thread> two = List.of(1, 2, 3, 4).stream().map(number -> Thread.ofPlatform().start(() -> {
            try {
                together.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            while (posting.pass()) {
                Thread.onSpinWait();
            }
        })).toList();
        together.countDown();
        for (Thread each : two) {
            each.join();
        }
        assertThat(receiver.received()).hasSize(5);
        assertThat(receiver.received()).extracting(each -> each.header("webhook-id")).doesNotHaveDuplicates();
        assertThat(states(fujian, subscription)).hasSize(5).containsOnly("SENT");
    }

    @Test
    void whoSaysThatItIsGoneIsNotAskedAgain() {
        receiver.answering(410);
        sends(ledger);
        assertThat(delivery().path("state").stringValue()).isEqualTo("DEAD");
        assertThat(delivery().path("status").intValue()).isEqualTo(410);
    }

    @Test
    void whereNobodyListensItWaits() {
        receiver.close();
        sends(ledger);
        assertThat(delivery().path("outcome").stringValue()).isEqualTo("unreachable");
        assertThat(delivery().path("state").stringValue()).isEqualTo("WAITING");
    }

    @Test
    void aNewSecretSignsTogetherWithTheOneBefore() {
        String next = fujian.posts(subscription.location() + "/secret").isFound().at("/secret").stringValue();
        sends(ledger);
        Receiver.Received received = receiver.received().getFirst();
        assertThat(next).isNotEqualTo(subscription.at("/secret").stringValue());
        assertThat(received.header("webhook-signature")).isEqualTo(signatureOf(received, next, subscription.at(
                "/secret").stringValue()));
    }

    @Test
    void whatHasEndedSendsNothingMore() {
        fujian.posts(subscription.location() + "/cancel").isFound();
        sends(ledger);
        assertThat(receiver.received()).isEmpty();
        assertThat(delivery().path("state").stringValue()).isEqualTo("DEAD");
        assertThat(delivery().path("outcome").stringValue()).isEqualTo("cancelled");
        fujian.posts(subscription.location() + "/deliveries/" + delivery().path("id").stringValue() + "/retry")
                .isRefusedWith(409, "subscription-ended");
    }

    @Test
    void aDisabledAccountIsToldNothingAndItsSubscriptionSaysSo() {
        String name = "leaving-" + ledger.campaign();
        ledger.asAdmin().posts("/api/v1/accounts", new Form().with("username", name).with("password",
                "correct-horse-12").with("role", "REPORTER").with("scope", "FJ")).isRecorded();
        Desk leaving = ledger.asWhoeverIs(name, "correct-horse-12");
        Answer theirs = made(leaving, webhook("IMPORT_FAILED", receiver.url()));
        sends(ledger);
        receiver.received().clear();
        assertThat(leaving.posts(theirs.location() + "/test").status()).isEqualTo(201);
        ledger.asAdmin().posts("/api/v1/accounts/" + name + "/disable").isDone();
        sends(ledger);
        Subscriptions.looks(ledger, theirs);
        assertThat(receiver.received()).isEmpty();
        assertThat(deliveries(ledger.asAdmin(), theirs).getFirst().path("outcome").stringValue()).isEqualTo(
                "account-disabled");
        assertThat(ledger.asAdmin().gets(theirs.location()).isShown().at("/rests").stringValue()).isEqualTo(
                "account-disabled");
    }

    @Test
    void whileASecretIsReplacedTheOneInUseIsNotLostByReplacingItAgain() {
        String first = fujian.posts(subscription.location() + "/secret").isFound().at("/secret").stringValue();
        String next = fujian.posts(subscription.location() + "/secret").isFound().at("/secret").stringValue();
        assertThat(next).isNotEqualTo(first);
        sends(ledger);
        Receiver.Received received = receiver.received().getFirst();
        assertThat(received.header("webhook-signature")).isEqualTo(signatureOf(received, next, subscription.at(
                "/secret").stringValue()));
    }

    @Test
    void theSameRequestForASecretIsAnsweredWithTheSame() {
        Desk withKey = fujian.sending("Idempotency-Key", "again-" + ledger.campaign());
        String first = withKey.posts(subscription.location() + "/secret").isFound().at("/secret").stringValue();
        assertThat(withKey.posts(subscription.location() + "/secret").isFound().isAReplay().at("/secret")
                .stringValue()).isEqualTo(first);
        assertThat(fujian.gets(subscription.location()).isShown().at("/changes").valueStream().filter(each -> each
                .path("what").stringValue().equals("SECRET_CHANGED"))).hasSize(1);
    }

    @Test
    void anAccountHoldsOneSenderAtATime() {
        assertThat(fujian.posts(subscription.location() + "/test").status()).isEqualTo(201);
        DeliveryTable table = ledger.bean(DeliveryTable.class);
        Instant until = Instant.now().plusSeconds(60);
        assertThat(table.claim(Instant.now(), until, false)).isPresent();
        assertThat(table.claim(Instant.now(), until, false)).as("another of the same account").isEmpty();
        Answer others = made(ledger.as("gd"), webhook("WEEKLY_DIGEST", receiver.url()));
        assertThat(ledger.as("gd").posts(others.location() + "/test").status()).isEqualTo(201);
        assertThat(table.claim(Instant.now(), until, false)).as("one of another").isPresent();
        timePasses(ledger);
        sends(ledger);
        assertThat(states(fujian, subscription)).containsExactly("SENT", "SENT");
    }
}
