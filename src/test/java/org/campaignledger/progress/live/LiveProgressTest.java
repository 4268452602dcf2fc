package org.campaignledger.progress.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.campaignledger.campaign.events.PhaseOpened;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.messaging.LedgerTail;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.TestEvent;
import org.campaignledger.progress.TestLedger;
import org.campaignledger.progress.balance.Books;
import org.campaignledger.progress.balance.Change;
import org.campaignledger.progress.checkpoint.LedgerFold;
import org.campaignledger.progress.checkpoint.ProgressProjection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class LiveProgressTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final LocalDate DAY = LocalDate.of(2019, 7, 1);

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final RandomSeason season = new RandomSeason(11, "2019");
    private final ProgressProjection projection = ledger.projection();

    @AfterEach
    void close() {
        TestEvent.Difficult.fails = false;
        ledger.close();
    }

    private void write(int count) {
        List<LedgerEvent> some = new ArrayList<>();
        if (events.isEmpty()) {
            some.add(Campaign2019.opened("2019"));
        }
        while (some.size() < count) {
            some.add(season.next());
        }
        write(some);
    }

    private void write(List<LedgerEvent> some) {
        events.addAll(some);
        ledger.write(some);
    }

    private void takeIntoCheckpoints(long upTo) {
        ledger.transaction.executeWithoutResult(
                status -> projection.apply(ledger.entries(0, upTo), Tables.LIVE));
    }

    private void isTheFoldOfTheLedger(LiveProgress live) {
        assertThat(live.await(events.size(), SOON)).isTrue();
        Books books = new Books();
        events.forEach(event -> books.take(Change.of(event)));
        assertThat(live.read("2019", now -> now.balance().toBytes())).hasValueSatisfying(
                bytes -> assertThat(bytes).isEqualTo(books.of("2019").toBytes()));
        assertThat(live.read("2019", Now::position)).hasValue((long) events.size());
    }

    @Test
    void anEmptyLedgerKnowsNoCampaign() {
        try (Following following = new Following(ledger)) {
            assertThat(following.live.position()).isZero();
            assertThat(following.live.read("2019", Now::position)).isEmpty();
            assertThat(following.live.campaignAt("2019", 0)).isEmpty();
            write(1);
            isTheFoldOfTheLedger(following.live);
        }
    }

    @Test
    void whatIsWrittenIsInAMomentLater() {
        write(300);
        try (Following following = new Following(ledger)) {
            assertThat(following.live.position()).isEqualTo(300);
            for (int i = 0; i < 20; i++) {
                write(1 + i * 10);
            }
            isTheFoldOfTheLedger(following.live);
        }
    }

    @Test
    void aStartGoesOnFromTheCheckpoints() {
        write(2 * ProgressProjection.INTERVAL + 300);
        takeIntoCheckpoints(events.size() - 100);
        try (Following following = new Following(ledger)) {
            isTheFoldOfTheLedger(following.live);
            write(100);
            isTheFoldOfTheLedger(following.live);
            assertThat(following.live.campaignAt("2019", 1)).isPresent();
            assertThat(following.live.campaignAt("2019", 1).orElseThrow().subUnits()).isEmpty();
        }
    }

    @Test
    void waitingEndsWithThePositionOrTheTime() {
        write(10);
        try (Following following = new Following(ledger)) {
            assertThat(following.live.await(10, Duration.ZERO)).isTrue();
            assertThat(following.live.await(11, Duration.ofMillis(50))).isFalse();
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> following.live.await(12, SOON));
            write(2);
            assertThat(waiting).succeedsWithin(SOON).isEqualTo(true);
        }
    }

    /** The store, but every few calls of it fail. */
    private LedgerStore flaky(AtomicInteger failures) {
        AtomicInteger calls = new AtomicInteger();
        return (LedgerStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{LedgerStore.class},
                (proxy, method, arguments) -> {
                    if (calls.incrementAndGet() % 3 == 0) {
                        failures.incrementAndGet();
                        throw new DataAccessResourceFailureException("the database is away");
                    }
                    try {
                        return method.invoke(ledger.store, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getTargetException();
                    }
                });
    }

    @Test
    void itGoesOnThroughWhateverFails() {
        write(10_000); // more than the tail shares, so that the follower has to read for itself
        AtomicInteger failures = new AtomicInteger();
        LedgerStore away = flaky(failures);
        LedgerTail tail = ledger.tail(away);
        LiveProgress live = new LiveProgress(ledger.checkpoints(),
                new LedgerFold(away, ledger.codec, ledger.registry), away, ledger.registry);
        Follower follower = new Follower(live, ledger.fold(), tail);
        follower.start();
        try {
            write(100);
            isTheFoldOfTheLedger(live);
            write(100);
            isTheFoldOfTheLedger(live);
            await().untilAsserted(() -> assertThat(failures).hasValueGreaterThan(3));
            write(100);
            isTheFoldOfTheLedger(live);
        } finally {
            follower.stop();
            tail.stop();
        }
    }

    @Test
    void anEventThatCannotBeReadIsLeftOutAndCounted() {
        write(10);
        TestEvent.Difficult.fails = true;
        try (Following following = new Following(ledger)) {
            ledger.write(new TestEvent.Difficult("2019", "FJ", DAY),
                    new TestEvent.Posted("2019", Metric.EVENTS, "FJ", null, 1, DAY));
            long before = following.live.read("2019", now -> now.balance().total(Metric.EVENTS)).orElseThrow();
            assertThat(following.live.await(12, SOON)).isTrue();
            assertThat(following.live.read("2019", now -> now.balance().total(Metric.EVENTS)).orElseThrow() - before)
                    .isBetween(0L, 1L);
            assertThat(ledger.registry.get("ledger.progress.left.out").counter().count()).isEqualTo(1);
        }
    }

    @Test
    void whenTheRowsAreMadeAnewSoIsWhatIsInMemory() {
        write(50);
        takeIntoCheckpoints(50);
        LiveProgress live = new LiveProgress(ledger.checkpoints(), ledger.fold(), ledger.store, ledger.registry);
        live.load();
        assertThat(live.isOutdated()).isFalse();
        LiveProgress.Version before = live.version("2019");
        takeIntoCheckpoints(50); // all of it once more: dropped and folded anew
        assertThat(live.isOutdated()).isTrue();
        live.load();
        assertThat(live.isOutdated()).isFalse();
        assertThat(live.version("2019")).isNotEqualTo(before);
        isTheFoldOfTheLedger(live);
    }

    @Test
    void aVersionChangesWithTheCampaignAlone() {
        write(50);
        write(List.of(Campaign2019.opened("2020")));
        try (Following following = new Following(ledger)) {
            LiveProgress live = following.live;
            LiveProgress.Version first = live.version("2019");
            write(List.of(new TestEvent.Posted("2020", Metric.EVENTS, "FJ", null, 1, DAY), new TestEvent.Noted(
                    "2019")));
            assertThat(live.await(events.size(), SOON)).isTrue();
            assertThat(live.version("2019")).isEqualTo(first);
            write(List.of(new PhaseOpened("2019", "MOBILISE", DAY, null)));
            assertThat(live.await(events.size(), SOON)).isTrue();
            assertThat(live.version("2019")).isNotEqualTo(first);
            assertThat(live.read("2019", Now::changedAt)).hasValue((long) events.size());
        }
    }

    @Test
    void everyMetricOfThePlanIsAGauge() {
        try (Following following = new Following(ledger)) {
            write(1);
            write(List.of(new TestEvent.Posted("2019", Metric.EVENTS, "FJ", null, 61, DAY)));
            assertThat(following.live.await(2, SOON)).isTrue();
            await().atMost(SOON).untilAsserted(() -> assertThat(ledger.registry.get("ledger.progress")
                    .tag("campaign", "2019").tag("metric", "events").gauge().value()).isEqualTo(61));
            assertThat(ledger.registry.get("ledger.target").tag("campaign", "2019").tag("metric", "events").gauge()
                    .value()).isEqualTo(3000);
            assertThat(ledger.registry.get("ledger.progress").gauges()).hasSize(6);
            assertThat(ledger.registry.get("ledger.target").gauges()).hasSize(5);
        }
    }
}
