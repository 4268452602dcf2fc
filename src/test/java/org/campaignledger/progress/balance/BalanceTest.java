package org.campaignledger.progress.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.campaignledger.kernel.LedgerEvent;
import org.campaignledger.kernel.Metric;
import org.campaignledger.kernel.Posting;
import org.campaignledger.progress.RandomSeason;
import org.campaignledger.progress.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BalanceTest {

    private static final LocalDate DAY = LocalDate.of(2019, 7, 31);

    static LongStream seeds() {
        return Seeds.some(20);
    }

    private static List<Posting> postings(long seed, int events) {
        RandomSeason season = new RandomSeason(seed, "2019");
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            LedgerEvent event = season.next();
            postings.addAll(event.postings());
        }
        return postings;
    }

    private static Balance balance(List<Posting> postings) {
        Balance balance = new Balance();
        postings.forEach(balance::add);
        return balance;
    }

    /** A figure the slow way: every posting looked at. */
    private static long sum(List<Posting> postings, Metric metric, String unit, @Nullable String category,
            LocalDate from, LocalDate to) {
        return postings.stream().filter(one -> one.metric() == metric && one.unit().equals(unit)
                && Objects.equals(one.category(), category) && !one.occurredOn().isBefore(from)
                && !one.occurredOn().isAfter(to)).mapToLong(Posting::amount).sum();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfPostingsDoesNotMatter(long seed) {
        List<Posting> postings = postings(seed, 2_000);
        byte[] inOrder = balance(postings).toBytes();
        Collections.shuffle(postings, new Random(seed));
        assertThat(balance(postings).toBytes()).isEqualTo(inOrder);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyFigureIsTheSumOfItsPostingsUpToAnyDayAndBetweenAnyDays(long seed) {
        List<Posting> postings = postings(seed, 2_000);
        Random random = new Random(seed);
        balance(postings).forEach((metric, unit, category, amounts) -> {
            LocalDate day = LocalDate.of(2019, 4, 25).plusDays(random.nextInt(170));
            LocalDate from = day.minusDays(random.nextInt(40));
            assertThat(amounts.total())
                    .isEqualTo(sum(postings, metric, unit, category, LocalDate.MIN, LocalDate.MAX));
            assertThat(amounts.until((int) day.toEpochDay()))
                    .isEqualTo(sum(postings, metric, unit, category, LocalDate.MIN, day));
            assertThat(amounts.between((int) from.toEpochDay(), (int) day.toEpochDay()))
                    .isEqualTo(sum(postings, metric, unit, category, from, day));
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nationalTotalsAreTheSumsOverAllUnits(long seed) {
        List<Posting> postings = postings(seed, 2_000);
        Balance balance = balance(postings);
        for (Metric metric : Metric.values()) {
            assertThat(balance.total(metric)).isEqualTo(
                    postings.stream().filter(one -> one.metric() == metric).mapToLong(Posting::amount).sum());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aBalanceReadBackIsTheSameAndGoesOnAlike(long seed) {
        List<Posting> postings = postings(seed, 2_000);
        int kept = new Random(seed).nextInt(postings.size());
        Balance readBack = Balance.of(balance(postings.subList(0, kept)).toBytes());
        assertThat(readBack.toBytes()).isEqualTo(balance(postings.subList(0, kept)).toBytes());
        postings.subList(kept, postings.size()).forEach(readBack::add);
        assertThat(readBack.toBytes()).isEqualTo(balance(postings).toBytes());
        assertThat(readBack.total(Metric.CONTACTS)).isEqualTo(balance(postings).total(Metric.CONTACTS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasReversedWholeLeavesNoTrace(long seed) {
        List<Posting> postings = postings(seed, 500);
        Balance balance = balance(postings);
        postings.forEach(one -> balance.add(one.negated()));
        assertThat(balance.toBytes()).isEqualTo(new Balance().toBytes());
    }

    @Test
    void dayLongBeforeAndLongAfterAreTakenInTheirPlace() {
        Balance balance = balance(List.of(
                Posting.of(Metric.EVENTS, "FJ", 1, LocalDate.of(9999, 12, 31)),
                Posting.of(Metric.EVENTS, "FJ", 2, LocalDate.of(-5000, 1, 1)),
                Posting.of(Metric.EVENTS, "FJ", 4, DAY)));
        balance.forEach((metric, unit, category, amounts) -> {
            assertThat(amounts.until((int) DAY.toEpochDay())).isEqualTo(6);
            assertThat(amounts.total()).isEqualTo(7);
        });
        assertThat(Balance.of(balance.toBytes()).toBytes()).isEqualTo(balance.toBytes());
    }

    @Test
    void theLargestAmountsComeBackUnchanged() {
        Balance balance = balance(List.of(
                new Posting(Metric.DIRECT_REACH, "单位", "类别", Long.MAX_VALUE, DAY),
                new Posting(Metric.JUDGED, "FJ", null, Long.MIN_VALUE, DAY)));
        assertThat(Balance.of(balance.toBytes()).total(Metric.DIRECT_REACH)).isEqualTo(Long.MAX_VALUE);
        assertThat(Balance.of(balance.toBytes()).total(Metric.JUDGED)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void bytesThatAreCutOrOfAnotherVersionAreRefused() {
        byte[] bytes = balance(postings(3, 30)).toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Balance.of(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> Balance.of(longer)).isInstanceOf(IllegalArgumentException.class);
        bytes[0] = 99;
        assertThatThrownBy(() -> Balance.of(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeasonOfAMillionEventsFitsIntoLittle() {
        Balance balance = balance(postings(1, 50_000));
        assertThat(balance.toBytes().length).isLessThan(250_000);
    }
}
