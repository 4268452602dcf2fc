package org.campaignledger.platform.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.campaignledger.kernel.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StandingsTest {

    private final FakeAccounts accounts = new FakeAccounts();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1_000); // overflows soon, as it may
    private final Standings standings = new Standings(accounts, nanoTime::get);

    @BeforeEach
    void anAccount() {
        accounts.open("fj", Role.REPORTER, "FJ", new PasswordHash("x"));
    }

    @Test
    void anAccountInUseIsLookedUpTwiceASecondAtMost() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(standings.of("fj")).isPresent();
        }
        assertThat(accounts.asked).hasValue(1);

        nanoTime.addAndGet(Standings.RECHECKED.toNanos());
        standings.of("fj");
        standings.of("fj");
        assertThat(accounts.asked).hasValue(2);
    }

    @Test
    void whatThisInstanceChangesHoldsAtOnce() {
        SignedIn who = new SignedIn(standings.of("fj").orElseThrow().actor(), 1);
        assertThat(standings.stands(who)).isTrue();

        accounts.disable("fj");
        standings.changed();

        assertThat(standings.stands(who)).isFalse();
    }

    @Test
    void whatAnotherInstanceChangesHoldsHalfASecondLater() {
        SignedIn who = new SignedIn(standings.of("fj").orElseThrow().actor(), 1);
        accounts.setPassword("fj", new PasswordHash("y"));
        assertThat(standings.stands(who)).isTrue();

        nanoTime.addAndGet(Standings.RECHECKED.toNanos());

        assertThat(standings.stands(who)).isFalse();
    }

    @Test
    void aChangeDuringALookUpIsNotMissed() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch changed = new CountDownLatch(1);
        Standings slow = new Standings(username -> {
            var before = accounts.find(username);
            reading.countDown();
            await(changed);
            return before;
        }, nanoTime::get);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> slow.of("fj"));
            await(reading);
            accounts.disable("fj");
            slow.changed();
            changed.countDown();
            assertThat(first.get().orElseThrow().disabled()).isFalse();
        }
        assertThat(slow.of("fj").orElseThrow().disabled()).isTrue();
    }

    @Test
    void whoeverWaitsForALookUpThatFailsFailsWithIt() throws Exception {
        Set<Thread> asking = ConcurrentHashMap.newKeySet();
        CountDownLatch allAsk = new CountDownLatch(30);
        AtomicInteger reads = new AtomicInteger();
        AtomicBoolean gone = new AtomicBoolean();
        Standings silent = new Standings(username -> {
            if (!gone.get()) {
                return accounts.find(username);
            }
            reads.incrementAndGet();
            await(allAsk);
            throw new IllegalStateException("the database is gone");
        }, () -> {
            if (gone.get() && asking.add(Thread.currentThread())) {
                allAsk.countDown();
            }
            return nanoTime.get();
        });
        assertThat(silent.of("fj")).isPresent();
        nanoTime.addAndGet(Standings.RECHECKED.toNanos());
        gone.set(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Login>>> asked = Stream.generate(() -> threads.submit(() -> silent.of("fj")))
                    .limit(30).toList();
            assertThat(asked).allSatisfy(one -> assertThatThrownBy(one::get).hasMessageContaining(
                    "the database is gone"));
        }
        assertThat(reads).hasValue(1);

        assertThatThrownBy(() -> silent.of("fj")).hasMessageContaining("the database is gone");
        assertThat(reads).as("who comes afterwards looks for themselves").hasValue(2);
        gone.set(false);
        assertThat(silent.of("fj")).isPresent();
    }

    @Test
    void guessedNamesFillNothing() {
        assertThat(standings.of("nobody")).isEmpty();
        assertThat(standings.of("nobody")).isEmpty();
        assertThat(accounts.asked).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
