package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.mock.env.MockEnvironment;

class SignInThrottleTest {

    private static final String HOME = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(new MockEnvironment(), now::get);

    private void fails(String account, String address) {
        fails(account, address, new Object());
    }

    private void fails(String account, String address, Object what) {
        SignInThrottle.Attempt attempt = throttle.attempt(account, address, what);
        attempt.begin();
        attempt.ended();
    }

    private void succeeds(String account, String address) {
        SignInThrottle.Attempt attempt = throttle.attempt(account, address, new Object());
        attempt.begin();
        attempt.succeeded();
        attempt.ended();
    }

    private long waitOf(String account, String address) {
        TooManySignIns many = catchThrowableOfType(TooManySignIns.class,
                () -> throttle.attempt(account, address, new Object()).mayBegin());
        return many == null ? 0 : many.waitSeconds();
    }

    private void passes(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void fiveMistakesAreFreeThenTheWaitDoubles() {
        IntStream.range(0, 4).forEach(i -> fails("fj", HOME));
        assertThat(waitOf("fj", HOME)).isZero();
        fails("fj", HOME);
        for (long expected : new long[]{1, 2, 4, 8, 16}) {
            assertThat(waitOf("fj", HOME)).isEqualTo(expected);
            passes(Duration.ofSeconds(expected));
            fails("fj", HOME);
        }
        assertThat(waitOf("gd", HOME)).as("another account behind the same address").isZero();
    }

    @Test
    void theLongestWaitIsAQuarterOfAnHour() {
        for (int i = 0; i < 40; i++) {
            passes(Duration.ofSeconds(waitOf("fj", HOME)));
            fails("fj", HOME);
        }
        assertThat(waitOf("fj", HOME)).isBetween(256L, 900L);
        passes(Duration.ofHours(12));
        assertThat(waitOf("fj", HOME)).isZero();
    }

    @Test
    void whoHasToWaitIsNotCounted() {
        IntStream.range(0, 5).forEach(i -> fails("fj", HOME));
        assertThatThrownBy(() -> fails("fj", HOME)).isInstanceOf(TooManySignIns.class);
        passes(Duration.ofSeconds(1));
        assertThatCode(() -> fails("fj", HOME)).doesNotThrowAnyException();
    }

    @Test
    void guessesFromManyAddressesMeetTheAccount() {
        for (int i = 0; i < 10; i++) {
            fails("fj", "198.51.100." + i);
        }
        assertThat(waitOf("fj", ELSEWHERE)).isPositive();
        assertThat(waitOf("gd", ELSEWHERE)).isZero();
    }

    @Test
    void whatOthersTryDoesNotKeepItsHolderOut() {
        succeeds("fj", HOME);
        for (int i = 0; i < 10; i++) {
            fails("fj", "198.51.100." + i);
        }
        assertThat(waitOf("fj", ELSEWHERE)).isPositive();
        assertThat(waitOf("fj", HOME)).isZero();
        IntStream.range(0, 5).forEach(i -> fails("fj", HOME));
        assertThat(waitOf("fj", HOME)).as("its own mistakes still count").isPositive();
    }

    @Test
    void oneAddressGuessesAtManyAccountsMeetsItself() {
        IntStream.range(0, 30).forEach(i -> fails("name-" + i, ELSEWHERE));
        assertThat(waitOf("fj", ELSEWHERE)).isPositive();
        assertThat(waitOf("fj", HOME)).isZero();
    }

    @Test
    void anIpv6HouseholdIsOneAddress() {
        IntStream.range(0, 30).forEach(i -> fails("name-" + i, "2001:db8:1:2::" + Integer.toHexString(i)));
        assertThat(waitOf("fj", "2001:db8:1:2:ffff::1")).isPositive();
        assertThat(waitOf("fj", "2001:db8:1:3::1")).isZero();
    }

    @Test
    void aProgramWithYesterdaysPasswordSlowsDownItselfAlone() {
        Object yesterdays = "the same pair";
        for (int i = 0; i < 60; i++) {
            passes(Duration.ofSeconds(waitOf("sync", HOME)));
            fails("sync", HOME, yesterdays);
        }
        assertThat(waitOf("sync", HOME)).isPositive();
        assertThat(waitOf("fj", HOME)).as("the office around it").isZero();
        assertThat(waitOf("sync", ELSEWHERE)).as("its holder elsewhere").isZero();
    }

    @Test
    void theSameTriedManyTimesAtOnceCountsOnce() {
        Object pair = "the right pair";
        IntStream.range(0, 60).forEach(i -> throttle.attempt("fj", HOME, pair).begin());
        assertThat(waitOf("fj", HOME)).isZero();
    }

    @Test
    void differentGuessesAtOnceCountBeforeAnyOfThemIsVerified() {
        IntStream.range(0, 5).forEach(i -> throttle.attempt("fj", HOME, "guess " + i).begin());
        assertThatThrownBy(() -> throttle.attempt("fj", HOME, "guess 5").begin()).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void manyWhoSignInRightlyBehindOneAddressNeverMeetIt() {
        IntStream.range(0, 500).forEach(i -> succeeds("name-" + i, HOME));
        assertThat(waitOf("another", HOME)).isZero();
    }

    @Test
    void limitsAreSettings() {
        MockEnvironment environment = new MockEnvironment().withProperty("ledger.limits.sign-in.pair", "1")
                .withProperty("ledger.limits.sign-in.longest", "2s");
        environment.setConversionService(new ApplicationConversionService());
        SignInThrottle strict = new SignInThrottle(environment, now::get);
        strict.attempt("fj", HOME, "a").begin();
        assertThatThrownBy(() -> strict.attempt("fj", HOME, "b").begin()).isInstanceOf(TooManySignIns.class);
    }

    @Test
    void memoryIsBounded() {
        FailureCounts<Integer> counts = new FailureCounts<>(1, Duration.ofMinutes(1), Duration.ofMinutes(1));
        IntStream.range(0, FailureCounts.MOST + 1000).forEach(each -> counts.count(each, 0));
        assertThat(counts.size()).isEqualTo(FailureCounts.MOST);
        assertThat(counts.waitMillis(FailureCounts.MOST + 999, 0)).isEqualTo(1000);
        assertThat(counts.waitMillis(0, 0)).as("whoever failed longest ago is forgotten").isZero();
    }
}
