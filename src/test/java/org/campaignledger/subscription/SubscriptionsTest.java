package org.campaignledger.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.campaignledger.subscription.Subscriptions.made;
import static org.campaignledger.subscription.Subscriptions.webhook;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.campaignledger.platform.records.RecordIds;
import org.campaignledger.subscription.store.Secrets;
import org.campaignledger.subscription.store.Subscription;
import org.campaignledger.subscription.store.SubscriptionTable;
import org.campaignledger.testing.Answer;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.InTheClear;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Subscriptions at the door: who, what, and what is refused. */
@AtTheDoor
class SubscriptionsTest {

    private static final String URL = "http://127.0.0.1:9/hooks/kept-to-ourselves";

    private final Ledger ledger;
    private final Desk fujian;

    SubscriptionsTest(Ledger shared) {
        this.ledger = shared.withAnotherCampaign();
        this.fujian = ledger.as("fj");
    }

    private Answer wants(Desk desk, Form form) {
        return desk.posts(desk.path("subscriptions"), form);
    }

    @ParameterizedTest
    @CsvSource({"fj, WEEKLY_DIGEST", "fj, IMPORT_FAILED", "fj, CORRECTION_WAITING", "host-video, WEEKLY_DIGEST",
            "host-video, IMPORT_FAILED", "admin, WEEKLY_DIGEST", "admin, CORRECTION_WAITING", "auditor, IMPORT_FAILED"})
    void eachRoleIsToldOfWhatItSees(String account, String kind) {
        Desk desk = ledger.as(account);
        Answer made = made(desk, webhook(kind, URL));
        assertThat(made.at("/secret").stringValue()).matches("whsec_[A-Za-z0-9+/]{43}=");
        Answer shown = desk.gets(made.location()).isShown();
        assertThat(shown.at("/account").stringValue()).isEqualTo(account);
        assertThat(shown.at("/state").stringValue()).isEqualTo("ACTIVE");
        assertThat(shown.at("/address").stringValue()).isEqualTo(URL);
        assertThat(shown.text()).doesNotContain("whsec_");
        assertThat(shown.at("/changes/0/what").stringValue()).isEqualTo("CREATED");
    }

    @ParameterizedTest
    @CsvSource({"fj, SEAL_BACKLOG", "host-video, CORRECTION_WAITING", "host-video, UNIT_BEHIND_PLAN",
            "host-video, SEAL_BACKLOG"})
    void andOfNothingElse(String account, String kind) {
        wants(ledger.as(account), webhook(kind, URL).with("percent", 10)).naming("kind", "not-told-to-this-role");
    }

    @Test
    void judgesAndStrangersHaveNone() {
        wants(ledger.as("judge-bj"), webhook("WEEKLY_DIGEST", URL)).isRefusedWith(403, "wrong-role");
        ledger.as("judge-bj").reads("subscriptions").isRefusedWith(403, "wrong-role");
        wants(ledger.asNobody(), webhook("WEEKLY_DIGEST", URL)).isRefusedWith(401, "not-signed-in");
        ledger.asNobody().reads("subscriptions").isRefusedWith(401, "not-signed-in");
        ledger.asNobody().gets("/api/v1/subscriptions/links/" + "x".repeat(43)).isRefusedWith(404, "not-found");
    }

    @Test
    void aReporterSubscribesForItsOwnUnit() {
        made(fujian, webhook("UNIT_BEHIND_PLAN", URL).with("percent", 10).with("unit", "FJ"));
        wants(fujian, webhook("UNIT_BEHIND_PLAN", URL).with("percent", 10).with("unit", "GD")).isRefusedWith(403,
                "foreign-unit");
        wants(fujian, webhook("WEEKLY_DIGEST", URL).with("unit", "ATLANTIS")).isRefusedWith(422, "unknown-unit");
        made(ledger.asAdmin(), webhook("UNIT_BEHIND_PLAN", URL).with("percent", 10).with("unit", "GD"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        wants(fujian, new Form()).namingJust("kind missing", "channel missing", "address missing");
        wants(fujian, webhook("UNIT_BEHIND_PLAN", URL).with("percent", 0).with("metric", "hearts").with("hour", 7)
                .with("language", "fr")).isRefusedWith(422, "validation-failed")
                .namingJust("percent out-of-range", "metric unknown-metric", "hour not-taken-here",
                        "language unknown-language");
        wants(fujian, webhook("UNIT_BEHIND_PLAN", URL).with("percent", 10).with("metric", "contacts"))
                .isRefusedWith(422, "no-plan-of-units");
        wants(fujian, webhook("HOROSCOPE", URL)).isRefusedWith(400, "malformed");
        wants(fujian, webhook("WEEKLY_DIGEST", URL).with("secret", "mine")).isRefusedWith(400,
                "malformed");
        wants(ledger.inCampaign("nowhere").as("fj"), webhook("WEEKLY_DIGEST", URL)).isRefusedWith(404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/x", "example.org", "https://u:p@example.org/", "https://example.org/#x",
            "https://", "https://exa mple.org/", "http://例.example/", "javascript:alert(1)",
            "https://example.org:0/", "https://example.org:70000/"})
    void whatIsNoWebAddressIsRefused(String url) {
        wants(fujian, webhook("WEEKLY_DIGEST", url)).isRefusedWith(422, "invalid-webhook").naming("address",
                "invalid-webhook");
    }

    @Test
    void mailIsOffUnlessItIsSwitchedOn() {
        wants(fujian, webhook("WEEKLY_DIGEST", "lin@example.org").with("channel", "EMAIL")).isRefusedWith(422,
                "mail-is-off");
        wants(fujian, webhook("WEEKLY_DIGEST", "lin@example.org\r\nBcc: x@example.org").with("channel", "EMAIL"))
                .isRefusedWith(422, "validation-failed").naming("address", "invalid-email");
        assertThat(fujian.reads("subscriptions").isShown().at("/mails").booleanValue()).isFalse();
    }

    @Test
    void oneSeesOnesOwnAndWhoeverRunsTheLedgerSeesAll() {
        Answer own = made(fujian, webhook("WEEKLY_DIGEST", URL));
        Answer others = made(ledger.as("gd"), webhook("IMPORT_FAILED", URL));
        assertThat(fujian.reads("subscriptions").isShown().text()).contains(own.id()).doesNotContain(others.id());
        fujian.gets(others.location()).isRefusedWith(404, "not-found");
        fujian.gets(others.location() + "/deliveries").isRefusedWith(404, "not-found");
        fujian.posts(others.location() + "/cancel").isRefusedWith(404, "not-found");
        for (Desk desk : List.of(ledger.asAdmin(), ledger.asAuditor())) {
            Answer all = desk.reads("subscriptions").isShown();
            assertThat(all.text()).contains(own.id(), others.id(), "127.0.0.1").doesNotContain("kept-to-ourselves");
            desk.posts(own.location() + "/secret").isRefusedWith(403, "not-your-subscription");
            desk.posts(own.location() + "/test").isRefusedWith(403, "not-your-subscription");
        }
        ledger.asAuditor().posts(own.location() + "/cancel").isRefusedWith(403, "not-your-subscription");
        ledger.asAdmin().posts(own.location() + "/cancel").isFound();
        assertThat(fujian.gets(own.location()).isShown().at("/changes/1/account").stringValue()).isEqualTo("admin");
        Answer elsewhere = ledger.withAnotherCampaign().as("fj").gets(own.location()).isShown();
        assertThat(elsewhere.at("/campaign").stringValue()).isEqualTo(ledger.campaign());
        fujian.gets(own.location().replace(ledger.campaign(), "2019-1")).isRefusedWith(404, "not-found");
    }

    @Test
    void listsArePaged() {
        Answer first = made(fujian, webhook("WEEKLY_DIGEST", URL));
        Answer second = made(fujian, webhook("IMPORT_FAILED", URL));
        Answer page = fujian.reads("subscriptions?limit=1").isShown();
        assertThat(page.at("/items/0/id").stringValue()).isEqualTo(second.id());
        Answer next = fujian.reads("subscriptions?limit=1&after=" + page.at("/next").stringValue()).isShown();
        assertThat(next.at("/items/0/id").stringValue()).isEqualTo(first.id());
        assertThat(next.json().has("next")).isFalse();
        fujian.reads("subscriptions?limit=0").isRefusedWith(422, "limit-out-of-range");
    }

    @Test
    void theSameRequestAgainIsTheSameSubscription() {
        Desk withKey = fujian.sending("Idempotency-Key", "one-" + ledger.campaign());
        Answer first = made(withKey, webhook("WEEKLY_DIGEST", URL)).isNoReplay();
        Answer again = made(withKey, webhook("WEEKLY_DIGEST", URL)).isAReplay();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.at("/secret")).isEqualTo(first.at("/secret"));
        wants(withKey, webhook("IMPORT_FAILED", URL)).isRefusedWith(422, "idempotency-key-reused");
        assertThat(fujian.reads("subscriptions").isShown().at("/items")).hasSize(1);
    }

    @Test
    void oneThatHasEndedIsLeftAsItIs() {
        Answer made = made(fujian, webhook("WEEKLY_DIGEST", URL));
        fujian.posts(made.location() + "/cancel").isFound();
        fujian.posts(made.location() + "/cancel").isFound();
        Answer shown = fujian.gets(made.location()).isShown();
        assertThat(shown.at("/state").stringValue()).isEqualTo("CANCELLED");
        assertThat(shown.json().has("address")).isFalse();
        assertThat(shown.at("/changes")).hasSize(2);
        fujian.posts(made.location() + "/test").isRefusedWith(409, "subscription-ended");
        fujian.posts(made.location() + "/secret").isRefusedWith(409, "subscription-ended");
        assertThat(ledger.database().sql("select count(*) from person_key where subject like '%' || ?").param(made.id())
                .query(Long.class).single()).isZero();
    }

    @Test
    void anAccountHasSoManyAndNoMore() {
        Desk reporter = ledger.withAnotherCampaign().as("nx");
        Answer last = made(reporter, webhook("WEEKLY_DIGEST", URL));
        for (int i = 1; i < 20; i++) {
            last = made(reporter, webhook("WEEKLY_DIGEST", URL));
        }
        wants(reporter, webhook("WEEKLY_DIGEST", URL)).isRefusedWith(429, "too-many-subscriptions");
        reporter.posts(last.location() + "/cancel").isFound();
        made(reporter, webhook("WEEKLY_DIGEST", URL));
    }

    @Test
    void testsAreBounded() {
        Answer made = made(fujian, webhook("WEEKLY_DIGEST", URL));
        for (int i = 0; i < 5; i++) {
            assertThat(fujian.posts(made.location() + "/test").status()).isEqualTo(201);
        }
        fujian.posts(made.location() + "/test").isRefusedWith(429, "too-many-tests");
        fujian.posts(made.location() + "/cancel").isFound();
    }

    @Test
    void addressAndSecretsStandNowhereInTheClear() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            String hidden = "hidden-" + ledger.campaign();
            Answer made = made(fujian, webhook("WEEKLY_DIGEST", "http://127.0.0.1:9/" + hidden));
            String rotated = fujian.posts(made.location() + "/secret").isFound().at("/secret").stringValue();
            assertThat(fujian.posts(made.location() + "/test").status()).isEqualTo(201);
            Subscriptions.sends(ledger);
            assertThat(fujian.gets(made.location()).isShown().text()).contains(hidden);
            for (String secret : List.of(hidden, made.at("/secret").stringValue(), rotated)) {
                assertThat(InTheClear.placesOf(ledger, secret)).isEmpty();
                synchronized (log) { // as the appender does when it adds a line
                    assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains(secret));
                }
            }
            fujian.posts(made.location() + "/cancel").isFound();
        } finally {
            root.detachAppender(log);
        }
    }

    @Test
    void itIsNoPersonWhoCouldBeErased() {
        Answer made = made(fujian, webhook("WEEKLY_DIGEST", URL));
        for (String subject : List.of(made.id(), "subscription:" + made.id())) {
            ledger.asAdmin().posts("/api/v1/personal-data/" + subject + "/erase", new Form().with("reason",
                    "本人要求")).isRefusedWith(404, "not-found");
        }
        assertThat(fujian.gets(made.location()).isShown().at("/address").stringValue()).isEqualTo(URL);
    }

    @Test
    void whatIsKeptWithItIsKeptOrNothingIs() {
        Subscription like = Subscriptions.kept(ledger, made(fujian, webhook("WEEKLY_DIGEST", URL)));
        SubscriptionTable table = ledger.bean(SubscriptionTable.class);
        Subscription wanted = new Subscription(RecordIds.next(), like.campaign(), like.account(), like.kind(), like
                .channel(), like.language(), like.terms(), like.state(), null, like.createdAt(), null);
        assertThatThrownBy(() -> table.make(wanted, Secrets.first(URL, null, null), null,
                new SubscriptionTable.Request(null, "hash"), new SubscriptionTable.Bounds(20, 10), () -> {
                    throw new IllegalStateException("it died here");
                })).hasMessage("it died here");
        assertThat(table.find(wanted.id())).isEmpty();
    }
}
