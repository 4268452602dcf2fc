package org.campaignledger.subscription.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.campaignledger.subscription.Subscriptions.deliveries;
import static org.campaignledger.subscription.Subscriptions.kept;
import static org.campaignledger.subscription.Subscriptions.looks;
import static org.campaignledger.subscription.Subscriptions.made;
import static org.campaignledger.subscription.Subscriptions.webhook;
import static org.campaignledger.testing.CorrectionForm.reversing;
import static org.campaignledger.testing.CorrectionForm.reversingAll;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Forms.anEvent;
import static org.campaignledger.testing.Workbooks.csv;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.campaignledger.platform.web.contract.ContractAs;
import org.campaignledger.platform.web.refusal.Language;
import org.campaignledger.seal.store.SealedLog;
import org.campaignledger.subscription.Subscriptions;
import org.campaignledger.subscription.store.Crossings;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.CorrectionForm;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What there is to tell is found, once, with the eyes of whoever subscribed. */
@AtTheDoor
class WatchingTest {

    private static final String URL = "http://127.0.0.1:9/hooks";

    private final Ledger ledger;

    WatchingTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
    }

    private List<Answer> held(Desk desk, int count) {
        List<Answer> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(desk.holds(anEvent()).on("2019-06-01").isRecorded());
        }
        ledger.progressAfter(events.getLast().position());
        return events;
    }

    private void approved(Desk asker, CorrectionForm form) {
        Answer asked = asker.asksFor(form).isRecorded();
        ledger.progressAfter(ledger.as("checker").approves(asked).isDone().position());
    }

    @Test
    void aUnitBehindItsPlanIsToldOnceAndAgainAfterItHasRecovered() {
        Desk tibet = ledger.as("xz");
        Answer subscription = made(tibet, webhook("UNIT_BEHIND_PLAN", URL).with("percent", 100));
        looks(ledger, subscription);
        looks(ledger, subscription);
        assertThat(deliveries(tibet, subscription)).hasSize(1);
        JsonNode told = deliveries(tibet, subscription).getFirst().path("content");
        assertThat(told.path("metric").stringValue()).isEqualTo("events");
        assertThat(told.path("units")).hasSize(1);
        assertThat(told.at("/units/0/unit").stringValue()).isEqualTo("XZ");
        assertThat(told.at("/units/0/planned").longValue()).isEqualTo(40);
        assertThat(told.at("/units/0/behind").longValue()).isEqualTo(100);

        List<Answer> events = held(tibet, 1);
        looks(ledger, subscription);
        approved(tibet, reversing(events.getFirst()));
        looks(ledger, subscription);
        assertThat(deliveries(tibet, subscription)).as("it has not recovered in between").hasSize(1);

        List<Answer> more = held(tibet, 9);
        looks(ledger, subscription);
        approved(tibet, reversingAll(more));
        looks(ledger, subscription);
        looks(ledger, subscription);
        assertThat(deliveries(tibet, subscription)).hasSize(2);
    }

    @Test
    void twoThatLookAtOnceTellOnce() throws InterruptedException {
        Answer subscription = made(ledger.asAdmin(), webhook("UNIT_BEHIND_PLAN", URL).with("percent", 100));
        CountDownLatch together = new CountDownLatch(1);
        List<Thread> two = List.of(1, 2, 3, 4).stream().map(number -> Thread.ofPlatform().start(() -> {
            try {
                together.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            looks(ledger, subscription);
        })).toList();
        together.countDown();
        for (Thread each : two) {
            each.join();
        }
        List<JsonNode> told = deliveries(ledger.asAdmin(), subscription);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/content/units")).as("all that crossed, in one").hasSize(35);
    }

    @Test
    void itIsEachOnesTurnOnce() {
        Answer subscription = made(ledger.as("fj"), webhook("UNIT_BEHIND_PLAN", URL).with("percent", 100));
        Watching watching = ledger.bean(Watching.class);
        while (watching.pass()) {
            Thread.onSpinWait();
        }
        assertThat(deliveries(ledger.as("fj"), subscription)).hasSize(1);
        assertThat(watching.pass()).isFalse();
    }

    @Test
    void aCorrectionThatWaitsIsToldOnceToWhoeverMaySeeIt() {
        Desk fujian = ledger.as("fj");
        Answer own = made(fujian, webhook("CORRECTION_WAITING", URL).with("hours", 0));
        Answer others = made(ledger.as("gd"), webhook("CORRECTION_WAITING", URL).with("hours", 0));
        Answer later = made(ledger.asAdmin(), webhook("CORRECTION_WAITING", URL).with("hours", 48));
        Answer event = held(fujian, 1).getFirst();
        Answer asked = fujian.asksFor(reversing(event)).isRecorded();
        fujian.reads("corrections?waitFor=" + asked.position()).isShown();
        for (Answer each : List.of(own, own, others, later)) {
            looks(ledger, each);
        }
        List<JsonNode> told = deliveries(fujian, own);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/content/corrections/0/id").stringValue()).isEqualTo(asked.id());
        assertThat(Subscriptions.fields(told.getFirst().at("/content/corrections/0"))).doesNotContain("reason");
        assertThat(deliveries(ledger.as("gd"), others)).isEmpty();
        assertThat(deliveries(ledger.asAdmin(), later)).isEmpty();
        ledger.bean(Watching.class).look(kept(ledger, later), Instant.now().plus(Duration.ofHours(49)));
        assertThat(deliveries(ledger.asAdmin(), later)).hasSize(1);
    }

    private void imported(Desk desk, String kind, String sheet) {
        Answer taken = desk.uploads(desk.path("imports/" + kind), csv(sheet));
        await().atMost(Duration.ofSeconds(30)).until(() -> !desk.gets(taken.location()).isShown().at("/state")
                .stringValue().equals("RUNNING"));
    }

    @Test
    void anImportThatFailedIsToldOnceAndADryRunIsNone() {
        Desk fujian = ledger.as("fj");
        imported(fujian, "propagandists", "before,the,subscription");
        Answer own = made(fujian, webhook("IMPORT_FAILED", URL));
        Answer others = made(ledger.as("gd"), webhook("IMPORT_FAILED", URL));
        String header = "unit,person.name,person.phone,occurredOn\n";
        imported(fujian, "propagandists", header + "FJ,表甲," + aPhone() + ",2019-06-01");
        imported(fujian, "propagandists?dryRun=true", header + "FJ,表乙,12345,2019-06-01");
        looks(ledger, own);
        assertThat(deliveries(fujian, own)).isEmpty();
        imported(fujian, "propagandists", header + "FJ,表丙,12345,2019-06-01");
        imported(fujian, "propagandists", "nothing,of,the,kind\n1,2,3,4");
        looks(ledger, own);
        looks(ledger, own);
        looks(ledger, others);
        List<JsonNode> told = deliveries(fujian, own);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/content/imports")).hasSize(2);
        assertThat(told.getFirst().toString()).contains("REFUSED", "DONE").doesNotContain("表丙", "12345");
        assertThat(deliveries(ledger.as("gd"), others)).isEmpty();
    }

    @Test
    void aLogThatFallsBehindIsToldAgainOnlyAfterItHasCaughtUp() {
        Answer subscription = made(ledger.asAdmin(), webhook("SEAL_BACKLOG", URL).with("positions", 10));
        // The first look is at the log itself, which has to be level for what follows.
        await().until(() -> ledger.bean(SealedLog.class).size() >= ledger.head());
        looks(ledger, subscription);
        sealed(subscription, 100, 109);
        assertThat(deliveries(ledger.asAdmin(), subscription)).isEmpty();
        sealed(subscription, 100, 110);
        sealed(subscription, 100, 120);
        assertThat(deliveries(ledger.asAdmin(), subscription)).hasSize(1);
        assertThat(deliveries(ledger.asAdmin(), subscription).getFirst().at("/content/backlog").longValue()).isEqualTo(
                10);
        sealed(subscription, 111, 120);
        sealed(subscription, 110, 120);
        assertThat(deliveries(ledger.asAdmin(), subscription)).as("nine of ten are no recovery").hasSize(1);
        sealed(subscription, 113, 120);
        sealed(subscription, 110, 120);
        assertThat(deliveries(ledger.asAdmin(), subscription)).hasSize(2);
    }

    private void sealed(Answer subscription, long sealed, long head) {
        var _ = ledger.bean(ContractAs.class).ask("admin", Language.ZH, (contract, actor) -> {
            ledger.bean(SealWatch.class).settle(new Looking(kept(ledger, subscription), contract, actor, Instant
                    .now()), sealed, head);
            return true;
        }).orElseThrow();
    }

    @Test
    void secondsAreThoseSinceTheFirstEventThatIsNotInTheLog() {
        Answer subscription = made(ledger.asAdmin(), webhook("SEAL_BACKLOG", URL).with("seconds", 3_600));
        var _ = ledger.bean(ContractAs.class).ask("admin", Language.ZH, (contract, actor) -> {
            SealWatch watch = ledger.bean(SealWatch.class);
            watch.settle(new Looking(kept(ledger, subscription), contract, actor, Instant.now()), 1, 3);
            assertThat(deliveries(ledger.asAdmin(), subscription)).isEmpty();
            watch.settle(new Looking(kept(ledger, subscription), contract, actor, Instant.now().plusSeconds(7_200)), 1,
                    3);
            return true;
        }).orElseThrow();
        assertThat(deliveries(ledger.asAdmin(), subscription).getFirst().at("/content/seconds").longValue())
                .isGreaterThanOrEqualTo(3_600);
    }

    @Test
    void aDigestSaysWhatTheContractSaysAtItsPosition() {
        Desk fujian = ledger.as("fj");
        Answer own = made(fujian, webhook("WEEKLY_DIGEST", URL));
        Answer all = made(ledger.asAuditor(), webhook("WEEKLY_DIGEST", URL));
        Answer host = made(ledger.as("host-video"), webhook("WEEKLY_DIGEST", URL));
        List<Answer> events = held(fujian, 3);
        held(ledger.as("gd"), 2);
        Answer asked = fujian.asksFor(reversing(events.getFirst())).isRecorded();
        fujian.reads("corrections?waitFor=" + asked.position()).isShown();
        looks(ledger, own);
        assertThat(deliveries(fujian, own)).as("it is not due yet").isEmpty();
        Instant due = Instant.now().plus(Duration.ofDays(7));
        for (Answer each : List.of(own, own, all, host)) {
            ledger.bean(Watching.class).look(kept(ledger, each), due);
        }
        JsonNode delivery = deliveries(fujian, own).getFirst();
        assertThat(deliveries(fujian, own)).hasSize(1);
        long position = delivery.path("position").longValue();
        JsonNode contract = ledger.asNobody().reads("progress?unit=FJ&position=" + position).isShown().json();
        JsonNode content = delivery.path("content");
        assertThat(content.path("units")).hasSize(1);
        contract.at("/units/0/metrics").properties().forEach(metric -> assertThat(content.at("/units/0/metrics/"
                + metric.getKey() + "/actual")).as(metric.getKey()).isEqualTo(metric.getValue().path("actual")));
        contract.path("targets").valueStream().forEach(target -> assertThat(content.path("targets").valueStream()
                .filter(each -> each.path("metric").equals(target.path("metric"))).findFirst().orElseThrow().path(
                        "actual")).isEqualTo(target.path("actual")));
        assertThat(content.at("/units/0/metrics/events/actual").longValue()).isEqualTo(3);
        assertThat(content.at("/units/0/metrics/events/change").longValue()).isEqualTo(3);
        assertThat(content.at("/corrections/waiting").longValue()).isEqualTo(1);
        JsonNode national = deliveries(ledger.asAuditor(), all).getFirst().path("content");
        assertThat(national.path("units")).hasSize(35);
        assertThat(national.path("targets").valueStream().filter(each -> each.path("metric").stringValue().equals(
                "events")).findFirst().orElseThrow().path("actual").longValue()).isEqualTo(5);
        JsonNode hosts = deliveries(ledger.as("host-video"), host).getFirst().path("content");
        assertThat(Subscriptions.fields(hosts)).doesNotContain("units", "corrections");
        assertThat(hosts.path("categories").valueStream().map(each -> each.path("category").stringValue()))
                .containsExactly("video");
        ledger.bean(Watching.class).look(kept(ledger, own), due.plus(Duration.ofDays(7)));
        assertThat(deliveries(fujian, own)).hasSize(2);
        assertThat(deliveries(fujian, own).getLast().at("/content/units/0/metrics/events/change").longValue())
                .isZero();
    }

    @Test
    void twoHundredThatCrossTogetherAreAllTold() {
        Answer subscription = made(ledger.asAdmin(), webhook("CORRECTION_WAITING", URL).with("hours", 48));
        List<String> many = IntStream.range(0, 200).mapToObj(number -> UUID.randomUUID().toString()).toList();
        List<String> told = new ArrayList<>();
        for (int look = 0; look < 3; look++) {
            ledger.bean(Crossings.class).settle(kept(ledger, subscription), many, Set.of(), now -> {
                told.addAll(now);
                return JsonNodeFactory.instance.objectNode().put("count", now.size());
            }, 1, Instant.now());
        }
        assertThat(told).isEqualTo(many);
        assertThat(deliveries(ledger.asAdmin(), subscription)).extracting(each -> each.at("/content/count").intValue())
                .containsExactly(100, 100);
    }

    @Test
    void thatNobodySaysHowLongItWaitsIsNoRecovery() {
        Answer subscription = made(ledger.asAdmin(), webhook("SEAL_BACKLOG", URL).with("seconds", 3_600));
        assertThatThrownBy(() -> sealed(subscription, 1_000_000_000, 1_000_000_005)).isInstanceOf(
                Looking.NotAnswered.class).hasMessageContaining("/api/v1/trail/1000000001");
        assertThat(deliveries(ledger.asAdmin(), subscription)).isEmpty();
    }

    @Test
    void oneThatCannotBeLookedAtHoldsUpNoOther() {
        Answer broken = made(ledger.asAdmin(), webhook("CORRECTION_WAITING", URL).with("hours", 48));
        Answer sound = made(ledger.as("fj"), webhook("UNIT_BEHIND_PLAN", URL).with("percent", 100));
        ledger.database().sql("update subscription set terms = '{}', check_at = now() - interval '1 day' where id = ?")
                .param(broken.id()).update();
        Watching watching = ledger.bean(Watching.class);
        while (watching.pass()) {
            Thread.onSpinWait();
        }
        ledger.asAdmin().posts(broken.location() + "/cancel").isFound();
        assertThat(deliveries(ledger.as("fj"), sound)).hasSize(1);
    }
}
