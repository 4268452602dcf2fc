package org.campaignledger.progress.read.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.campaignledger.campaign.events.CampaignEvent;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.processing.Tables;
import org.campaignledger.progress.Campaign2019;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.TestEvent;
import org.campaignledger.progress.TestLedger;
import org.campaignledger.progress.balance.Balance;
import org.campaignledger.progress.checkpoint.ProgressProjection;
import org.campaignledger.progress.live.Following;
import org.campaignledger.progress.live.LiveProgress;
import org.campaignledger.progress.timeline.CampaignTimeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressAtTest {

    private static final int EVENTS = 2 * ProgressProjection.INTERVAL + 900;
    private static final int OPENED_AT = 4;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TestLedger ledger = new TestLedger();
    private final List<LedgerEvent> events = new ArrayList<>();
    private final List<Instant> recordedAt = new ArrayList<>();
    private final Random random = new Random(5);
    private Following following;
    private ProgressAt progress;

    @BeforeEach
    void aSeason() {
        RandomSeason season = new RandomSeason(3, "2019");
        ledger.now = Instant.parse("2019-04-28T15:59:58Z");
        write(List.of(Campaign2019.opened("2018"), new TestEvent.Noted("2018"), new TestEvent.Noted("2018"),
                Campaign2019.opened("2019")));
        while (events.size() < EVENTS) {
            List<LedgerEvent> some = new ArrayList<>();
            int count = Math.min(EVENTS - events.size(), 1 + random.nextInt(120));
            for (int i = 0; i < count; i++) {
                some.add(season.next());
            }
            ledger.now = ledger.now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
            write(some);
        }
        // The last stretch is not in the checkpoints.
        ledger.transaction.executeWithoutResult(status -> ledger.projection().apply(
                ledger.entries(0, EVENTS - 300), Tables.LIVE));
        following = new Following(ledger);
        progress = new ProgressAt(following.live, ledger.checkpoints(), ledger.fold(), ledger.store, () -> ledger.now);
    }

    @Test
    void beforeMemoryIsLoadedNobodyIsToldThatACampaignIsNotThere() {
        LiveProgress empty = new LiveProgress(ledger.checkpoints(), ledger.fold(), ledger.store,
                new SimpleMeterRegistry());
        ProgressAt notYet = new ProgressAt(empty, ledger.checkpoints(), ledger.fold(), ledger.store, () -> ledger.now);
        assertThatThrownBy(() -> notYet.of("2019", new Asked(null, null, null, null))).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-fresh-yet"));
        assertThatThrownBy(() -> progress.of("1919", new Asked(null, null, null, null))).isInstanceOfSatisfying(
                Refused.class, refused -> assertThat(refused.code()).isEqualTo("not-found"));
    }

    @AfterEach
    void close() {
        following.close();
        ledger.close();
    }

    private void write(List<LedgerEvent> some) {
        ledger.write(some);
        events.addAll(some);
        some.forEach(event -> recordedAt.add(ledger.now));
    }

    /** The slow way: everything from the beginning. */
    private Progress expected(long position, LocalDate today, @Nullable LocalDate on, @Nullable String unit) {
        CampaignTimeline timeline = new CampaignTimeline();
        Balance balance = new Balance();
        for (int i = 0; i < position; i++) {
            LedgerEvent event = events.get(i);
            if (event instanceof CampaignEvent campaignEvent && campaignEvent.campaign().equals("2019")) {
                timeline.add(i + 1L, campaignEvent);
            }
            event.postings().forEach(balance::add);
        }
        return ProgressMaker.make(timeline.now().orElseThrow(), balance,
                new Moment(position, recordedAt(position), today, on), unit);
    }

    private Instant recordedAt(long position) {
        return recordedAt.get((int) position - 1);
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private static Asked at(@Nullable Long position, @Nullable Instant at, @Nullable LocalDate on) {
        return new Asked(position, at, on, null);
    }

    private Refused refusal(String campaign, Asked asked) {
        Refused refused = catchThrowableOfType(Refused.class, () -> progress.of(campaign, asked));
        assertThat(refused).isNotNull();
        return refused;
    }

    @Test
    void nowIsTheFoldOfEverythingOnTheClocksDate() {
        ledger.now = Instant.parse("2019-08-01T16:00:00Z"); // the second of August in the campaign's zone
        assertThat(progress.of("2019", Asked.NOW))
                .isEqualTo(expected(EVENTS, LocalDate.of(2019, 8, 2), null, null));
        assertThat(progress.of("2019", new Asked(null, null, null, "FJ")).units()).hasSize(1);
    }

    @Test
    void anyPositionIsTheFoldOfAsManyEventsOnTheDateItWasRecorded() {
        List<Long> positions = new ArrayList<>(List.of((long) OPENED_AT, OPENED_AT + 1L, 2047L, 2048L, 2049L, 4095L,
                4096L, 4097L, EVENTS - 1L, (long) EVENTS));
        for (int i = 0; i < 30; i++) {
            positions.add(OPENED_AT + random.nextLong(EVENTS - OPENED_AT));
        }
        for (long position : positions) {
            assertThat(progress.of("2019", at(position, null, null))).as("at %d", position)
                    .isEqualTo(expected(position, dateOf(recordedAt(position)), null, null));
        }
    }

    @Test
    void anInstantIsTheLastPositionRecordedByThenOnTheInstantsDate() {
        for (int i = 0; i < 20; i++) {
            long some = OPENED_AT + random.nextLong(EVENTS - OPENED_AT);
            Instant at = recordedAt(some).plusMillis(random.nextInt(3) - 1);
            if (at.isBefore(recordedAt(OPENED_AT))) {
                continue;
            }
            long position = recordedAt.stream().filter(one -> !one.isAfter(at)).count();
            assertThat(progress.of("2019", at(null, at, null))).as("at %s", at)
                    .isEqualTo(expected(position, dateOf(at), null, null));
        }
    }

    @Test
    void anInstantLongAfterTheLastEventHasThatInstantsDate() {
        Instant at = ledger.now.plus(Duration.ofDays(400));
        assertThat(progress.of("2019", at(null, at, null)))
                .isEqualTo(expected(EVENTS, dateOf(at), null, null));
    }

    @Test
    void onADateIsWhatIsKnownNowOfThatDateOrAtThePositionGivenWithIt() {
        LocalDate on = LocalDate.of(2019, 6, 15);
        assertThat(progress.of("2019", at(null, null, on))).isEqualTo(expected(EVENTS, on, on, null));
        assertThat(progress.of("2019", at(3_000L, null, on))).isEqualTo(expected(3_000, on, on, null));
        Instant instant = recordedAt(2_500);
        long position = recordedAt.stream().filter(one -> !one.isAfter(instant)).count();
        assertThat(progress.of("2019", at(null, instant, on))).isEqualTo(expected(position, on, on, null));
    }

    @Test
    void aPositionWithoutChangesSinceIsAnsweredFromMemoryAllTheSame() {
        write(List.of(new TestEvent.Noted("2019"), new TestEvent.Posted("2018", Metric.EVENTS, "FJ", null, 7,
                LocalDate.of(2019, 5, 2)), new TestEvent.Noted("2019")));
        assertThat(following.live.await(events.size(), Duration.ofSeconds(20))).isTrue();
        Progress answer = progress.of("2019", at(EVENTS + 2L, null, null));
        assertThat(answer.position()).isEqualTo(EVENTS + 2);
        assertThat(answer.targets())
                .isEqualTo(expected(EVENTS, dateOf(recordedAt(EVENTS + 2)), null, null).targets());
    }

    @Test
    void beforeItWasOpenedACampaignDoesNotExist() {
        for (long position : new long[]{0, 1, OPENED_AT - 1}) {
            assertThat(refusal("2019", at(position, null, null)).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        }
        assertThat(refusal("2019", at(null, Instant.EPOCH, null)).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(refusal("1999", Asked.NOW).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(refusal("1999", at(10L, null, null)).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
        assertThat(progress.of("2018", at(1L, null, null)).position()).isEqualTo(1);
    }

    @Test
    void aPositionBeyondTheHeadAndTwoPointsInTimeAreRefused() {
        assertThat(refusal("2019", at(EVENTS + 1L, null, null)).code()).isEqualTo("position-not-reached");
        assertThat(refusal("2019", at(1L, Instant.EPOCH, null)).code()).isEqualTo("excludes-each-other");
        assertThat(refusal("2019", at(-1L, null, null)).code()).isEqualTo("out-of-range");
    }

    @Test
    void aSubUnitIsUnknownBeforeItsOpening() {
        int opening = 0;
        while (!(events.get(opening) instanceof org.campaignledger.campaign.events.SubUnitOpened)) {
            opening++;
        }
        assertThat(refusal("2019", new Asked((long) opening, null, null, "S-0")).code()).isEqualTo("unknown-unit");
        assertThat(progress.of("2019", new Asked(opening + 1L, null, null, "S-0")).units()).hasSize(1);
    }
}
